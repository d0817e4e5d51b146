import { sql } from 'drizzle-orm';
import { reporting } from '../../../db/schema/index.ts';
import { type Refusal, type Row, repeats, type Sheet } from '../../chat/sheet.ts';
import { tierOf } from '../../people/lexicon.ts';
import { insertRows } from '../../store/statement.ts';
import { indicatorOf, modes } from '../lexicon.ts';
import { findReporting } from '../repo.ts';
import { indicatorNames } from '../words.ts';
import { sheetWords as reasons } from '../words-sheets.ts';
import { monthIn, rowChecks } from './checks.ts';

const NAME = '填报名单';

const c = { unit: '单位编码', indicator: '指标', mode: '填法', from: '起始月份', reason: '理由' } as const;

const modeOf = (text: string) => modes[text || '只报数'];

export const reportingSheet: Sheet = {
  name: NAME,
  columns: [
    { title: c.unit, required: true },
    { title: c.indicator, required: true },
    { title: c.mode },
    { title: c.from },
    { title: c.reason },
  ],

  async check(_, rows, world) {
    const refusals = rows.flatMap((row) => {
      const { cell, refuse, ...check } = rowChecks(NAME, row);
      check.unit(c.unit, world);
      check.indicator(c.indicator);
      check.month(c.from);
      if (!modeOf(cell(c.mode))) refuse(c.mode, reasons.badMode);
      const tier = tierOf(world.units.get(cell(c.unit))?.tier ?? '');
      // BR-12: those below the counties are asked for nothing unless somebody answers for it.
      if ((tier === 'township' || tier === 'village') && !cell(c.reason))
        refuse(c.reason, reasons.needsReason);
      return check.refusals;
    });
    const repeated = repeats(rows, (row) => `${row.cells[c.unit]}:${row.cells[c.indicator]}`);
    return [
      ...refusals,
      ...repeated.map(({ row, first }) => refusal(row, c.indicator, reasons.repeated(first))),
      ...mixedModes(rows).map((row) => refusal(row, c.mode, reasons.twoModes)),
    ];
  },

  async writes(ctx, rows) {
    const values = rows.map(({ cells }) => ({
      unit: cells[c.unit] ?? '',
      indicator: indicatorOf(cells[c.indicator] ?? '') ?? 'document',
      mode: modeOf(cells[c.mode] ?? '') ?? 'figures',
      fromMonth: monthIn(cells[c.from] ?? '') ?? '',
      reason: cells[c.reason] ?? '',
    }));
    return insertRows(ctx.db, reporting, values, (insert) =>
      insert.onConflictDoUpdate({
        target: [reporting.unit, reporting.indicator],
        set: {
          mode: sql`excluded.mode`,
          fromMonth: sql`excluded.from_month`,
          reason: sql`excluded.reason`,
        },
      }),
    );
  },

  async dump(ctx) {
    const modeNames = Object.fromEntries(Object.entries(modes).map(([name, mode]) => [mode, name]));
    return (await findReporting(ctx.db, FOREVER)).map((row) => ({
      [c.unit]: row.code,
      [c.indicator]: indicatorNames[row.indicator],
      [c.mode]: modeNames[row.mode] ?? '',
      [c.from]: row.fromMonth,
      [c.reason]: row.reason,
    }));
  },
};

/** Later than any month a list can start. */
const FOREVER = '9999-12';

/** Rows that contradict an earlier row of the same unit (domain 3.4). */
function mixedModes(rows: readonly Row[]): Row[] {
  const first = new Map<string, string | undefined>();
  return rows.filter(({ cells }) => {
    const unit = cells[c.unit] ?? '';
    const mode = modeOf(cells[c.mode] ?? '');
    if (!first.has(unit)) first.set(unit, mode);
    return mode !== undefined && first.get(unit) !== mode;
  });
}

function refusal(row: Row, column: string, reason: string): Refusal {
  return { sheet: NAME, row: row.number, column, reason };
}
