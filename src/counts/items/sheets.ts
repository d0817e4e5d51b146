import type { Refusal, Row, Sheet, World } from '../../chat/sheet.ts';
import { readCount } from '../../kernel/number.ts';
import { hasIdentityNumber, normaliseText } from '../../kernel/text.ts';
import type { Ctx } from '../../store/context.ts';
import { indicatorOf } from '../lexicon.ts';
import { rowChecks } from '../sheets/checks.ts';
import { indicatorNames } from '../words.ts';
import { LENGTHS } from './cards-forms.ts';
import { type Days, type ImportRow, planImport } from './import-plan.ts';
import { importWrites } from './import-writes.ts';
import {
  dayNamed,
  kindNamed,
  kindWords,
  reachNamed,
  reachWords,
  tickNamed,
  tickWord,
} from './lexicon-sheets.ts';
import { findItems } from './repo.ts';
import { type Kind, kindsOf } from './rules/kinds.ts';
import { isSecret } from './rules/lexicon-marks.ts';
import { itemReasons as reasons } from './words-sheets.ts';

export const ITEM_SHEET = '逐件登记';

export const itemColumns = {
  unit: '单位编码',
  indicator: '指标',
  number: '文号',
  title: '标题',
  day: '日期',
  kind: '类型',
  issuer: '名义',
  reach: '发至',
  parts: '含项数',
  unplanned: '计划外',
  emergency: '应急',
  heads: '乡镇主要负责人参加',
  basis: '批准依据',
  withdrawn: '撤回日',
} as const;

const c = itemColumns;
const REQUIRED: readonly string[] = [c.unit, c.indicator, c.title, c.day];

/** Documents, meetings and inspections one by one; the same number twice counts once. */
export const itemSheet: Sheet = {
  name: ITEM_SHEET,
  columns: Object.values(c).map((title) => ({ title, required: REQUIRED.includes(title) })),

  check: (ctx, rows, world) => checkItems(ctx, rows, world, 'any'),

  async writes(ctx, rows, world) {
    const plan = await planImport(
      ctx,
      rows.flatMap((row) => readRow(row).entry ?? []),
      world,
    );
    return importWrites(ctx, plan, world);
  },

  async dump(ctx) {
    const items = (await findItems(ctx.db, '0000-01', '9999-12')).filter(({ struck }) => struck === null);
    return items.map((item) => ({
      [c.unit]: item.unit,
      [c.indicator]: indicatorNames[item.indicator],
      [c.number]: item.number,
      [c.title]: item.title,
      [c.day]: item.day,
      [c.kind]: kindWords[item.kind as Kind],
      [c.issuer]: item.issuer,
      [c.reach]: reachWords[item.reach],
      [c.parts]: item.parts,
      [c.unplanned]: tickWord(item.unplanned),
      [c.emergency]: tickWord(item.emergency),
      [c.heads]: tickWord(item.heads),
      [c.basis]: item.basis,
      [c.withdrawn]: item.withdrawnDay ?? '',
    }));
  },
};

/** All that is wrong with these rows, row by row. */
export async function checkItems(
  ctx: Ctx,
  rows: readonly Row[],
  world: World,
  days: Days,
): Promise<Refusal[]> {
  const refused = rows.flatMap((row) => {
    const check = rowChecks(ITEM_SHEET, row);
    check.unit(c.unit, world);
    check.indicator(c.indicator);
    return [...check.refusals, ...readRow(row).refusals];
  });
  const entries = rows.flatMap((row) => readRow(row).entry ?? []);
  const plan = await planImport(ctx, entries, world, days);
  const more = plan.refused.map(({ row, field, reason }) => ({
    sheet: ITEM_SHEET,
    row,
    column: c[field],
    reason,
  }));
  return [...refused, ...more].toSorted((a, b) => a.row - b.row);
}

/** A row as it is understood; without an entry when it cannot be. An empty cell tells nothing. */
export function readRow(row: Row): { entry?: ImportRow; refusals: Refusal[] } {
  const { cell: raw, refuse, refusals } = rowChecks(ITEM_SHEET, row);
  const cell = (title: string) => normaliseText(raw(title)).replaceAll('\n', '');
  const indicator = indicatorOf(cell(c.indicator));
  const day = (title: string) => {
    const found = dayNamed(cell(title));
    if (cell(title) && !found) refuse(title, reasons.badDay);
    return found;
  };
  const tick = (title: string): boolean | undefined => {
    const found = cell(title) === '' ? undefined : tickNamed(cell(title));
    if (cell(title) && found === undefined) refuse(title, reasons.badTick);
    return found;
  };
  const text = (title: string, max: number) => {
    if (Array.from(cell(title)).length > max) refuse(title, reasons.tooLong(max));
    return cell(title);
  };
  const kind = indicator && cell(c.kind) ? kindNamed(indicator, cell(c.kind)) : undefined;
  if (indicator && cell(c.kind) && !kind)
    refuse(c.kind, reasons.badKind(kindsOf(indicator).map((one) => kindWords[one])));
  const reach = cell(c.reach) ? reachNamed(cell(c.reach)) : undefined;
  if (cell(c.reach) && !reach) refuse(c.reach, reasons.badReach);
  const parts = cell(c.parts) ? readCount(cell(c.parts), 99) : undefined;
  if (parts && (!parts.ok || parts.value < 1)) refuse(c.parts, reasons.badParts);
  for (const title of [c.number, c.title, c.issuer, c.basis]) {
    if (isSecret(cell(title))) refuse(title, reasons.secret);
    if (hasIdentityNumber(cell(title))) refuse(title, reasons.identity);
  }
  const withdrawnDay = day(c.withdrawn);
  const known = {
    number: text(c.number, LENGTHS.number),
    title: text(c.title, LENGTHS.title),
    day: day(c.day),
    issuer: text(c.issuer, LENGTHS.issuer),
    basis: text(c.basis, LENGTHS.basis),
    kind,
    reach,
    parts: parts?.ok ? parts.value : undefined,
    unplanned: tick(c.unplanned),
    emergency: tick(c.emergency),
    heads: tick(c.heads),
  };
  const told = Object.fromEntries(
    Object.entries(known).filter(
      ([name, value]) => value !== undefined && (value !== '' || name === 'number'),
    ),
  );
  if (!indicator || !known.title || !known.day || !cell(c.unit)) return { refusals };
  const fields = { ...told, number: known.number, title: known.title, day: known.day };
  return {
    refusals,
    entry: {
      row: row.number,
      unit: cell(c.unit),
      indicator,
      fields,
      ...(withdrawnDay ? { withdrawnDay } : {}),
    },
  };
}
