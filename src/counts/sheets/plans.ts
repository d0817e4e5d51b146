import { planRevision } from '../../../db/schema/index.ts';
import { repeats, type Sheet } from '../../chat/sheet.ts';
import { actorId } from '../../kernel/actor.ts';
import { insertRows } from '../../store/statement.ts';
import { indicatorOf } from '../lexicon.ts';
import { findPlansOf } from '../repo.ts';
import { indicatorNames } from '../words.ts';
import { sheetWords as reasons } from '../words-sheets.ts';
import { countIn, rowChecks } from './checks.ts';

const NAME = '年度计划';

const c = { year: '年份', unit: '单位编码', indicator: '指标', amount: '计划数', basis: '依据' } as const;

export const planSheet: Sheet = {
  name: NAME,
  columns: [
    { title: c.year, required: true },
    { title: c.unit, required: true },
    { title: c.indicator, required: true },
    { title: c.amount, required: true },
    { title: c.basis },
  ],

  async check(_, rows, world) {
    const refusals = rows.flatMap((row) => {
      const { cell, refuse, ...check } = rowChecks(NAME, row);
      if (cell(c.year) && !/^20\d{2}$/.test(cell(c.year))) refuse(c.year, reasons.badYear);
      check.unit(c.unit, world);
      check.indicator(c.indicator);
      check.count(c.amount);
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

  /** A plan that changes keeps its original: the new amount is a revision (domain 10.2). */
  async writes(ctx, rows) {
    const years = [...new Set(rows.map(({ cells }) => Number(cells[c.year])))];
    const known = new Map(
      (await findPlansOf(ctx.db, years)).map((row) => [`${row.year}:${row.unit}:${row.indicator}`, row]),
    );
    const values = rows.flatMap(({ cells }) => {
      const year = Number(cells[c.year]);
      const unit = cells[c.unit] ?? '';
      const indicator = indicatorOf(cells[c.indicator] ?? '') ?? 'document';
      const amount = countIn(cells[c.amount]);
      const before = known.get(`${year}:${unit}:${indicator}`);
      if (before?.amount === amount) return [];
      return [
        {
          year,
          unit,
          indicator,
          revision: (before?.revision ?? 0) + 1,
          amount,
          basis: cells[c.basis] ?? '',
          author: actorId(ctx.actor),
          createdAt: ctx.now,
        },
      ];
    });
    return insertRows(ctx.db, planRevision, values);
  },

  dump: async (ctx) =>
    (await findPlansOf(ctx.db)).map((row) => ({
      [c.year]: row.year,
      [c.unit]: row.unit,
      [c.indicator]: indicatorNames[row.indicator],
      [c.amount]: row.amount,
      [c.basis]: row.basis,
    })),
};
