import { sql } from 'drizzle-orm';
import { reporting } from '../../../db/schema/index.ts';
import { type Refusal, type Row, repeats, type Sheet } from '../../chat/sheet.ts';
import { dayOf } from '../../kernel/day.ts';
import { addMonths, monthOf } from '../../kernel/period.ts';
import { tierOf } from '../../people/lexicon.ts';
import { insertRows } from '../../store/statement.ts';
import { indicatorOf, modes } from '../lexicon.ts';
import { findReporting } from '../repo.ts';
import { indicatorNames } from '../words.ts';
import { sheetWords as reasons } from '../words-sheets.ts';
import { monthIn, rowChecks } from './checks.ts';

const NAME = '填报名单';

export const reportingColumns = {
  unit: '单位编码',
  indicator: '指标',
  mode: '填法',
  from: '起始月份',
  reason: '理由',
} as const;

const c = reportingColumns;

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
    const next = addMonths(monthOf(dayOf(ctx.now)), 1);
    const values = rows.map(({ cells }) => ({
      unit: cells[c.unit] ?? '',
      indicator: indicatorOf(cells[c.indicator] ?? '') ?? 'document',
      mode: modeOf(cells[c.mode] ?? '') ?? 'figures',
      fromMonth: monthIn(cells[c.from] ?? '') ?? '',
      reason: cells[c.reason] ?? '',
      modeFrom: [next, monthIn(cells[c.from] ?? '') ?? ''].toSorted().at(-1),
    }));
    return insertRows(ctx.db, reporting, values, (insert) =>
      insert.onConflictDoUpdate({ target: [reporting.unit, reporting.indicator], set: onceListed }),
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

/**
 * Another way of reporting holds from the month after (domain 3.4); what went before stays as it was. A change taken back
 * before it holds, or made in the month of the first entry, is as if it had always been so.
 */
const changed = sql`excluded.mode <> ${reporting.mode}`;
const pending = sql`coalesce(${reporting.modeFrom}, '') >= excluded.mode_from`;

const onceListed = {
  mode: sql`excluded.mode`,
  fromMonth: sql`case when ${changed} then min(${reporting.fromMonth}, excluded.from_month) else excluded.from_month end`,
  reason: sql`excluded.reason`,
  previousMode: sql`case when not ${changed} then ${reporting.previousMode}
    when ${pending} then null else ${reporting.mode} end`,
  modeFrom: sql`case when ${changed} then excluded.mode_from else ${reporting.modeFrom} end`,
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
