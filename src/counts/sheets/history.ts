import { countRevision } from '../../../db/schema/index.ts';
import { type Refusal, type Row, repeats, type Sheet, type World } from '../../chat/sheet.ts';
import { actorId } from '../../kernel/actor.ts';
import type { Ctx } from '../../store/context.ts';
import { insertRows } from '../../store/statement.ts';
import { indicatorOf } from '../lexicon.ts';
import { findCountingRules, findFigures } from '../repo.ts';
import { indicatorNames } from '../words.ts';
import { sheetWords as reasons } from '../words-sheets.ts';
import { countIn, monthIn, rowChecks } from './checks.ts';
import { RULE_SHEET, ruleColumns } from './counting-rules.ts';

const NAME = '历史数据';

export const historyColumns = {
  month: '月份',
  unit: '单位编码',
  indicator: '指标',
  amount: '数量',
  unplanned: '计划外',
  emergency: '应急',
  version: '口径版本',
  direct: '直达乡镇',
} as const;

const c = historyColumns;

export const historySheet: Sheet = {
  name: NAME,
  columns: [
    { title: c.month, required: true },
    { title: c.unit, required: true },
    { title: c.indicator, required: true },
    { title: c.amount, required: true },
    { title: c.unplanned },
    { title: c.emergency },
    { title: c.version },
    { title: c.direct },
  ],

  async check(ctx, rows, world) {
    const versions = await knownVersions(ctx, world);
    const repeated = repeats(rows, ({ cells }) =>
      [monthIn(cells[c.month] ?? ''), cells[c.unit], cells[c.indicator]].join(':'),
    );
    return [
      ...rows.flatMap((row) => checkRow(row, world, versions)),
      ...repeated.map(({ row, first }) => ({
        sheet: NAME,
        row: row.number,
        column: c.month,
        reason: reasons.repeated(first),
      })),
    ];
  },

  /** What is the same already gets no new revision; what the sheet does not tell stays as it was. */
  async writes(ctx, rows) {
    const months = rows.map(({ cells }) => monthIn(cells[c.month] ?? '') ?? '').sort();
    const standing = await findFigures(ctx.db, months[0] ?? '', months.at(-1) ?? '');
    const known = new Map(standing.map((row) => [`${row.month}:${row.unit}:${row.indicator}`, row]));
    const values = rows.flatMap(({ cells }) => {
      const key = {
        month: monthIn(cells[c.month] ?? '') ?? '',
        unit: cells[c.unit] ?? '',
        indicator: indicatorOf(cells[c.indicator] ?? '') ?? ('document' as const),
      };
      const before = known.get(`${key.month}:${key.unit}:${key.indicator}`);
      const amount = countIn(cells[c.amount]);
      const figures = {
        amount,
        unplanned: countIn(cells[c.unplanned]),
        emergency: countIn(cells[c.emergency]),
        direct: cells[c.direct] ? countIn(cells[c.direct]) : Math.min(before?.direct ?? 0, amount),
        ruleVersion: cells[c.version] ?? '',
      };
      const same =
        before !== undefined &&
        (Object.keys(figures) as (keyof typeof figures)[]).every((part) => before[part] === figures[part]);
      if (same) return [];
      return [
        {
          ...key,
          ...figures,
          revision: (before?.revision ?? 0) + 1,
          source: 'imported' as const,
          author: actorId(ctx.actor),
          createdAt: ctx.now,
        },
      ];
    });
    return insertRows(ctx.db, countRevision, values);
  },

  dump: async (ctx) =>
    (await findFigures(ctx.db, '', '9999-12')).map((row) => ({
      [c.month]: row.month,
      [c.unit]: row.unit,
      [c.indicator]: indicatorNames[row.indicator],
      [c.amount]: row.amount,
      [c.unplanned]: row.unplanned,
      [c.emergency]: row.emergency,
      [c.version]: row.ruleVersion,
      [c.direct]: row.direct,
    })),
};

function checkRow(row: Row, world: World, versions: ReadonlySet<string>): Refusal[] {
  const { cell, refuse, ...check } = rowChecks(NAME, row);
  check.month(c.month);
  check.unit(c.unit, world);
  check.indicator(c.indicator);
  const amount = check.count(c.amount);
  for (const part of [c.unplanned, c.emergency, c.direct]) {
    const count = check.count(part);
    if (amount !== undefined && count !== undefined && count > amount) refuse(part, reasons.exceeds(part));
  }
  // As long as no counting rule is registered, versions are free labels.
  if (cell(c.version) && versions.size > 0 && !versions.has(cell(c.version)))
    refuse(c.version, reasons.unknownVersion(cell(c.version)));
  return check.refusals;
}

async function knownVersions(ctx: Ctx, world: World): Promise<Set<string>> {
  const registered = (await findCountingRules(ctx.db)).map((rule) => rule.version);
  const brought = world.rows(RULE_SHEET).map((row) => row.cells[ruleColumns.version] ?? '');
  return new Set([...registered, ...brought]);
}
