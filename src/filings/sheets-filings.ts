import { eq, sql } from 'drizzle-orm';
import { filing } from '../../db/schema/index.ts';
import type { Refusal, Row, Sheet, World } from '../chat/sheet.ts';
import { splitList } from '../chat/sheet.ts';
import { yearOf } from '../kernel/period.ts';
import { tierNames } from '../people/words.ts';
import type { Ctx } from '../store/context.ts';
import { insertRows } from '../store/statement.ts';
import { dayIn, kindOf } from './lexicon.ts';
import { type Assessment, secondComprehensive } from './rules/second-comprehensive.ts';
import { checkCommon } from './sheet-checks.ts';
import { kindNames, sheetWords as reasons } from './words.ts';

const NAME = '备案清单';

const c = {
  number: '备案号',
  name: '名称',
  organiser: '组织单位编码',
  kind: '类型',
  targets: '对象编码',
  start: '开始',
  end: '结束',
  approval: '批准文号',
};

export const filingSheet: Sheet = {
  name: NAME,
  columns: [
    { title: c.number, required: true },
    { title: c.name, required: true },
    { title: c.organiser, required: true },
    { title: c.kind, required: true },
    { title: c.targets, required: true },
    { title: c.start, required: true },
    { title: c.end, required: true },
    { title: c.approval },
  ],

  check: async (ctx, rows, world) => [
    ...checkCommon(NAME, c, rows, world),
    ...rows.flatMap(checkKind),
    ...(await checkComprehensive(ctx, rows, world)),
  ],

  async writes(ctx, rows) {
    const values = rows.map(({ cells }) => ({
      number: cells[c.number] ?? '',
      name: cells[c.name] ?? '',
      organiser: cells[c.organiser] ?? '',
      kind: kindOf(cells[c.kind] ?? '') ?? 'check',
      targets: splitList(cells[c.targets]),
      startDay: dayIn(cells[c.start] ?? ''),
      endDay: dayIn(cells[c.end] ?? ''),
      approval: cells[c.approval] ?? '',
    }));
    return insertRows(ctx.db, filing, values, (insert) =>
      insert.onConflictDoUpdate({
        target: filing.number,
        set: {
          name: sql`excluded.name`,
          organiser: sql`excluded.organiser`,
          kind: sql`excluded.kind`,
          targets: sql`excluded.targets`,
          startDay: sql`excluded.start_day`,
          endDay: sql`excluded.end_day`,
          approval: sql`excluded.approval`,
        },
      }),
    );
  },

  dump: async (ctx) =>
    (await ctx.db.select().from(filing).orderBy(filing.startDay, filing.number)).map((row) => ({
      [c.number]: row.number,
      [c.name]: row.name,
      [c.organiser]: row.organiser,
      [c.kind]: kindNames[row.kind],
      [c.targets]: row.targets.join('；'),
      [c.start]: row.startDay,
      [c.end]: row.endDay,
      [c.approval]: row.approval,
    })),
};

function checkKind(row: Row): Refusal[] {
  const kind = kindOf(row.cells[c.kind] ?? '');
  if (row.cells[c.kind] && !kind) return [refusal(row, c.kind, reasons.badKind)];
  return kind === 'single' && !row.cells[c.approval] ? [refusal(row, c.approval, reasons.needsApproval)] : [];
}

/** Against what is filed already and within the workbook; a row replaces the filing of its own number. */
async function checkComprehensive(ctx: Ctx, rows: readonly Row[], world: World): Promise<Refusal[]> {
  const byNumber = new Map(rows.map((row) => [row.cells[c.number] ?? '', row]));
  const filed = await ctx.db.select().from(filing).where(eq(filing.kind, 'comprehensive'));
  const standing: Assessment[] = filed
    .filter((row) => !byNumber.has(row.number))
    .map((row) => ({ number: row.number, year: yearOf(row.startDay), targets: row.targets }));
  const incoming: Assessment[] = rows
    .filter(({ cells }) => kindOf(cells[c.kind] ?? '') === 'comprehensive' && dayIn(cells[c.start] ?? ''))
    .map(({ cells }) => ({
      number: cells[c.number] ?? '',
      year: yearOf(dayIn(cells[c.start] ?? '')),
      targets: splitList(cells[c.targets]),
    }));
  const townships = new Set(
    [...world.units].filter(([, unit]) => unit.tier === tierNames.township).map(([code]) => code),
  );
  return secondComprehensive([...standing, ...incoming], townships).flatMap(
    ({ number, township, year, other }) => {
      const row = byNumber.get(number);
      const name = world.units.get(township)?.name ?? township;
      return row ? [refusal(row, c.targets, reasons.second(name, year, other))] : [];
    },
  );
}

function refusal(row: Row, column: string, reason: string): Refusal {
  return { sheet: NAME, row: row.number, column, reason };
}
