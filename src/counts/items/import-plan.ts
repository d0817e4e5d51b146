import type { World } from '../../chat/sheet.ts';
import type { Month } from '../../kernel/period.ts';
import { tierOf } from '../../people/lexicon.ts';
import type { Ctx } from '../../store/context.ts';
import { indicatorOf, modes } from '../lexicon.ts';
import type { Indicator } from '../rules/indicator.ts';
import { reportingColumns, reportingSheet } from '../sheets/reporting.ts';
import { changedFields, completed, fieldsOf, type ItemFields, type ItemUnit } from './fields.ts';
import { problemsOf } from './read-form.ts';
import { findByKeys, findModes, type Item, placeOf } from './repo.ts';
import { usualKind } from './rules/kinds.ts';
import { bodyIn, kindIn } from './rules/lexicon-marks.ts';
import { itemReasons as reasons } from './words-sheets.ts';

/** One row of a file. Fields that it does not tell are absent: they stay as they are, or follow from the others. */
export interface ImportRow {
  row: number;
  unit: string;
  indicator: Indicator;
  fields: Partial<ItemFields> & Pick<ItemFields, 'title' | 'day' | 'number'>;
  withdrawnDay?: string;
}

type NewItem = ReturnType<typeof completed> & { withdrawnDay: string | null };

export interface ImportPlan {
  refused: { row: number; field: keyof ItemFields; reason: string }[];
  fresh: NewItem[];
  changed: { before: Item; after: Item }[];
  /** Registered already, as the file has it. */
  known: number;
  /** Rows that say the same as an earlier one. */
  repeated: { row: number; first: number }[];
}

/** A workbook carries whatever was stored, of any year; in an export of today an unlikely day is a slip. */
export type Days = 'any' | 'likely';

/** What a file would do: everything that is wrong with it, and what is new. Nothing is counted twice. */
export async function planImport(
  ctx: Ctx,
  rows: readonly ImportRow[],
  world: Pick<World, 'rows' | 'units'>,
  days: Days = 'any',
): Promise<ImportPlan> {
  const units = [...new Set(rows.map(({ unit }) => unit))];
  const mode = await readModes(ctx, units, world);
  const drafts = rows.flatMap((row) => {
    const unit = unitOf(row.unit, world);
    return unit ? [{ row, unit, draft: completed(unit, row.indicator, withUsual(row)) }] : [];
  });
  const known = await findByKeys(
    ctx.db,
    units,
    drafts.map(({ draft }) => draft.key),
  );
  const plan: ImportPlan = { refused: [], fresh: [], changed: [], known: 0, repeated: [] };
  const first = new Map<string, { row: number; title: string }>();
  for (const { row, unit, draft } of drafts) {
    const before = known.get(placeOf(draft));
    const fields = before ? { ...fieldsOf(before), ...row.fields } : draft;
    const after = completed(unit, row.indicator, fields);
    const refuse = (field: keyof ItemFields, reason: string) =>
      plan.refused.push({ row: row.row, field, reason });
    const earlier = first.get(placeOf(draft));
    if (earlier && earlier.title !== after.title) refuse('number', reasons.otherTitle(earlier.row));
    else if (earlier) plan.repeated.push({ row: row.row, first: earlier.row });
    if (earlier) continue;
    first.set(placeOf(draft), { row: row.row, title: after.title });
    for (const { field, text } of problemsOf(row.indicator, fields, ctx.now))
      if (field !== 'day' || days === 'likely') refuse(field, text);
    if (mode(row.unit, row.indicator, after.month) !== 'items') refuse('day', reasons.notItems(after.month));
    if (!before) plan.fresh.push({ ...after, withdrawnDay: row.withdrawnDay ?? null });
    else if (before.struck !== null) plan.known++;
    else if (before.title !== after.title) refuse('number', reasons.knownOtherTitle(before.title));
    else {
      const next = { ...before, ...after, withdrawnDay: row.withdrawnDay ?? before.withdrawnDay };
      if (changedFields(before, next).length === 0) plan.known++;
      else plan.changed.push({ before, after: { ...next, revision: before.revision + 1 } });
    }
  }
  return plan;
}

function unitOf(code: string, world: Pick<World, 'units'>): ItemUnit | undefined {
  const unit = world.units.get(code);
  return unit && { code, name: unit.name, county: unit.county, tier: tierOf(unit.tier) ?? 'office' };
}

/** What number and title say of the rest, as for a line typed in chat. */
function withUsual({ indicator, fields }: ImportRow): ItemFields {
  const plain = indicator === 'document' && !fields.number ? 'unnumbered' : usualKind(indicator);
  return {
    kind: kindIn(indicator, `${fields.number} ${fields.title}`) ?? plain,
    issuer: bodyIn(fields.title) ?? '',
    reach: '',
    parts: 1,
    unplanned: false,
    emergency: false,
    heads: false,
    basis: '',
    ...fields,
  };
}

/** The way of reporting in force in a month: of the list as it stands, and of what this file puts on it. */
async function readModes(ctx: Ctx, units: readonly string[], world: Pick<World, 'rows'>) {
  const stored = new Map(
    (await findModes(ctx.db, units)).map((row) => [`${row.unit} ${row.indicator}`, row]),
  );
  const brought = new Map(
    world.rows(reportingSheet.name).map(({ cells }) => {
      const indicator = indicatorOf(cells[reportingColumns.indicator] ?? '');
      return [`${cells[reportingColumns.unit]} ${indicator}`, modes[cells[reportingColumns.mode] ?? '']];
    }),
  );
  return (unit: string, indicator: Indicator, month: Month): 'items' | 'figures' | undefined => {
    const row = stored.get(`${unit} ${indicator}`);
    if (!row) return brought.get(`${unit} ${indicator}`);
    if (row.fromMonth > month) return undefined;
    return row.modeFrom !== null && row.modeFrom > month ? (row.previousMode ?? row.mode) : row.mode;
  };
}
