import { eq } from 'drizzle-orm';
import { planRevision } from '../../../db/schema/index.ts';
import { repeats, type Sheet } from '../../chat/sheet.ts';
import { actorId } from '../../kernel/actor.ts';
import type { Ctx } from '../../store/context.ts';
import { insertRows } from '../../store/statement.ts';
import { indicatorOf } from '../lexicon.ts';
import { findPlansOf } from '../repo.ts';
import type { Indicator } from '../rules/indicator.ts';
import { indicatorNames } from '../words.ts';
import { sheetWords as reasons } from '../words-sheets.ts';
import { countIn, rowChecks } from './checks.ts';

const NAME = '年度计划';

const c = {
  year: '年份',
  unit: '单位编码',
  indicator: '指标',
  amount: '计划数',
  basis: '依据',
  original: '原计划数',
} as const;

export const planSheet: Sheet = {
  name: NAME,
  columns: [
    { title: c.year, required: true },
    { title: c.unit, required: true },
    { title: c.indicator, required: true },
    { title: c.amount, required: true },
    { title: c.basis },
    { title: c.original },
  ],

  async check(ctx, rows, world) {
    const originals = await originalsOf(ctx);
    const refusals = rows.flatMap((row) => {
      const { cell, refuse, ...check } = rowChecks(NAME, row);
      if (cell(c.year) && !/^20\d{2}$/.test(cell(c.year))) refuse(c.year, reasons.badYear);
      check.unit(c.unit, world);
      check.indicator(c.indicator);
      check.count(c.amount);
      const original = check.count(c.original);
      const known = originals.get(keyOf(cell(c.year), cell(c.unit), indicatorOf(cell(c.indicator))));
      if (original !== undefined && known !== undefined && original !== known)
        refuse(c.original, reasons.otherOriginal(known));
      return check.refusals;
    });
    const repeated = repeats(rows, ({ cells }) => `${cells[c.year]}:${cells[c.unit]}:${cells[c.indicator]}`);
    return [
      ...refusals,
      ...repeated.map(({ row, first }) => ({
        sheet: NAME,
        row: row.number,
        column: c.indicator,
        reason: reasons.repeated(first),
      })),
    ];
  },

  /** A plan that changes keeps its original: the new amount, or its new basis, is a revision (domain 10.2). */
  async writes(ctx, rows) {
    const years = [...new Set(rows.map(({ cells }) => Number(cells[c.year])))];
    const known = new Map(
      (await findPlansOf(ctx.db, years)).map((row) => [keyOf(row.year, row.unit, row.indicator), row]),
    );
    const values = rows.flatMap(({ cells }) => {
      const plan = {
        year: Number(cells[c.year]),
        unit: cells[c.unit] ?? '',
        indicator: indicatorOf(cells[c.indicator] ?? '') ?? ('document' as const),
        author: actorId(ctx.actor),
        createdAt: ctx.now,
      };
      const amount = countIn(cells[c.amount]);
      const before = known.get(keyOf(plan.year, plan.unit, plan.indicator));
      const basis = cells[c.basis] || (before?.amount === amount ? before.basis : '');
      if (before?.amount === amount && before.basis === basis) return [];
      const adjusted = { ...plan, revision: (before?.revision ?? 0) + 1, amount, basis };
      const original = cells[c.original] ? countIn(cells[c.original]) : amount;
      return before || original === amount
        ? [adjusted]
        : [
            { ...plan, revision: 1, amount: original, basis: '' },
            { ...adjusted, revision: 2 },
          ];
    });
    return insertRows(ctx.db, planRevision, values);
  },

  async dump(ctx) {
    const originals = await originalsOf(ctx);
    return (await findPlansOf(ctx.db)).map((row) => {
      const original = originals.get(keyOf(row.year, row.unit, row.indicator));
      return {
        [c.year]: row.year,
        [c.unit]: row.unit,
        [c.indicator]: indicatorNames[row.indicator],
        [c.amount]: row.amount,
        [c.basis]: row.basis,
        [c.original]: original === undefined || original === row.amount ? '' : original,
      };
    });
  },
};

function keyOf(year: string | number, unit: string, indicator: Indicator | undefined): string {
  return `${year}:${unit}:${indicator ?? ''}`;
}

/** First revisions, which no import changes. */
async function originalsOf(ctx: Ctx): Promise<Map<string, number>> {
  const p = planRevision;
  const rows = await ctx.db
    .select({ year: p.year, unit: p.unit, indicator: p.indicator, amount: p.amount })
    .from(p)
    .where(eq(p.revision, 1));
  return new Map(rows.map((row) => [keyOf(row.year, row.unit, row.indicator), row.amount]));
}
