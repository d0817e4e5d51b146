import { sql } from 'drizzle-orm';
import { unit } from '../../db/schema/index.ts';
import type { Refusal, Row, Sheet } from '../chat/sheet.ts';
import { repeats } from '../chat/sheet.ts';
import type { Tier } from '../kernel/actor.ts';
import { insertRows } from '../store/statement.ts';
import { tierOf } from './lexicon.ts';
import { findUnits } from './repo.ts';
import { personalNumberIn } from './rules/personal-number.ts';
import { unitSheetWords as reasons, tierNames } from './words.ts';

export const UNIT_SHEET = '单位';

export const unitColumns = {
  code: '编码',
  name: '名称',
  tier: '层级',
  county: '县区',
  sort: '排序',
  remoteness: '偏远类别',
} as const;

const c = unitColumns;

/** Codes stand in lists, keys and commands, so they hold neither blanks nor separators. */
const CODE = /^[^\s；;，,：:@]{1,32}$/u;

const COUNTY_TIERS: readonly Tier[] = ['county-department', 'township', 'village'];

export const unitSheet: Sheet = {
  name: UNIT_SHEET,
  columns: [
    { title: c.code, required: true },
    { title: c.name, required: true },
    { title: c.tier, required: true },
    { title: c.county },
    { title: c.sort },
    { title: c.remoteness },
  ],

  check: async (_, rows) => [
    ...rows.flatMap(checkRow),
    ...repeats(rows, (row) => row.cells[c.code] ?? '').map(({ row, first }) =>
      refusal(row, c.code, reasons.repeated(first)),
    ),
  ],

  async writes(ctx, rows) {
    const known = new Map((await findUnits(ctx.db)).map((row) => [row.code, row.sort]));
    const values = rows.map(({ number, cells }) => ({
      code: cells[c.code] ?? '',
      name: cells[c.name] ?? '',
      tier: tierOf(cells[c.tier] ?? '') ?? 'office',
      county: cells[c.county] ?? '',
      // An empty cell means the order of the sheet for new units and the standing order for known ones.
      sort: cells[c.sort] ? Number(cells[c.sort]) : (known.get(cells[c.code] ?? '') ?? number),
      remoteness: cells[c.remoteness] ?? '',
    }));
    return insertRows(ctx.db, unit, values, (insert) =>
      insert.onConflictDoUpdate({
        target: unit.code,
        set: {
          name: sql`excluded.name`,
          tier: sql`excluded.tier`,
          county: sql`excluded.county`,
          sort: sql`excluded.sort`,
          remoteness: sql`excluded.remoteness`,
        },
      }),
    );
  },

  dump: async (ctx) =>
    (await findUnits(ctx.db)).map((row) => ({
      [c.code]: row.code,
      [c.name]: row.name,
      [c.tier]: tierNames[row.tier],
      [c.county]: row.county,
      [c.sort]: row.sort,
      [c.remoteness]: row.remoteness,
    })),
};

function checkRow(row: Row): Refusal[] {
  const cell = (title: string) => row.cells[title] ?? '';
  const problems: Refusal[] = [];
  const refuse = (column: string, reason: string) => problems.push(refusal(row, column, reason));

  if (cell(c.code) && !CODE.test(cell(c.code))) refuse(c.code, reasons.badCode);
  const tier = tierOf(cell(c.tier));
  if (cell(c.tier) && !tier) refuse(c.tier, reasons.badTier);
  if (tier && COUNTY_TIERS.includes(tier) && !cell(c.county)) refuse(c.county, reasons.needsCounty(tier));
  if (tier === 'city-department' && cell(c.county)) refuse(c.county, reasons.cityHasNoCounty);
  if (cell(c.sort) && !/^\d{1,6}$/.test(cell(c.sort))) refuse(c.sort, reasons.badSort);
  for (const title of [c.name, c.county, c.remoteness])
    if (personalNumberIn(cell(title)) === 'phone') refuse(title, reasons.phone);
  return problems;
}

function refusal(row: Row, column: string, reason: string): Refusal {
  return { sheet: UNIT_SHEET, row: row.number, column, reason };
}
