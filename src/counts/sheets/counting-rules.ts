import { sql } from 'drizzle-orm';
import { countingRule } from '../../../db/schema/index.ts';
import { repeats, type Sheet } from '../../chat/sheet.ts';
import { insertRows } from '../../store/statement.ts';
import { findCountingRules } from '../repo.ts';
import { sheetWords as reasons } from '../words-sheets.ts';
import { monthIn, rowChecks } from './checks.ts';

export const RULE_SHEET = '口径';

export const ruleColumns = { version: '版本', from: '生效月份', note: '说明' } as const;

const c = ruleColumns;

/** What counts as a document, a meeting, an inspection, from which month on (domain 3). */
export const countingRuleSheet: Sheet = {
  name: RULE_SHEET,
  columns: [
    { title: c.version, required: true },
    { title: c.from, required: true },
    { title: c.note, required: true },
  ],

  async check(ctx, rows) {
    const brought = new Set(rows.map((row) => row.cells[c.version]));
    const startsIn = new Map(
      (await findCountingRules(ctx.db))
        .filter((rule) => !brought.has(rule.version))
        .map((rule) => [rule.fromMonth, rule.version]),
    );
    const refusals = rows.flatMap((row) => {
      const { cell, refuse, ...check } = rowChecks(RULE_SHEET, row);
      check.month(c.from);
      const month = monthIn(cell(c.from));
      const other = month && startsIn.get(month);
      if (month && other && other !== cell(c.version)) refuse(c.from, reasons.sameMonth(month, other));
      if (month && !other) startsIn.set(month, cell(c.version));
      return check.refusals;
    });
    return [
      ...refusals,
      ...repeats(rows, (row) => row.cells[c.version] ?? '').map(({ row, first }) => ({
        sheet: RULE_SHEET,
        row: row.number,
        column: c.version,
        reason: reasons.repeated(first),
      })),
    ];
  },

  async writes(ctx, rows) {
    const values = rows.map(({ cells }) => ({
      version: cells[c.version] ?? '',
      fromMonth: monthIn(cells[c.from] ?? '') ?? '',
      note: cells[c.note] ?? '',
    }));
    return insertRows(ctx.db, countingRule, values, (insert) =>
      insert.onConflictDoUpdate({
        target: countingRule.version,
        set: { fromMonth: sql`excluded.from_month`, note: sql`excluded.note` },
      }),
    );
  },

  dump: async (ctx) =>
    (await findCountingRules(ctx.db)).map((rule) => ({
      [c.version]: rule.version,
      [c.from]: rule.fromMonth,
      [c.note]: rule.note,
    })),
};
