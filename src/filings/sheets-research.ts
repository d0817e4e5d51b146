import { sql } from 'drizzle-orm';
import { researchVisit } from '../../db/schema/index.ts';
import { type Row, type Sheet, splitList } from '../chat/sheet.ts';
import type { Ctx } from '../store/context.ts';
import { insertRows } from '../store/statement.ts';
import { comingSheets, dayIn, tick } from './lexicon.ts';
import { tellOfImport } from './offices/import-clashes.ts';
import { checkCommon } from './sheet-checks.ts';
import type { VisitRow } from './verbs/find-clashes.ts';
import { sheetWords as reasons } from './words.ts';

const NAME = comingSheets.research;

const c = {
  number: '编号',
  topic: '主题',
  organiser: '组织单位编码',
  targets: '对象编码',
  start: '开始',
  end: '结束',
  unannounced: '四不两直',
};

export const researchSheet: Sheet = {
  name: NAME,
  columns: [
    { title: c.number, required: true },
    { title: c.topic, required: true },
    { title: c.organiser, required: true },
    { title: c.targets, required: true },
    { title: c.start, required: true },
    { title: c.end, required: true },
    { title: c.unannounced },
  ],

  check: async (_, rows, world) => [
    ...checkCommon(NAME, c, rows, world),
    ...rows
      .filter(({ cells }) => !['', tick.yes, tick.no].includes(cells[c.unannounced] ?? ''))
      .map((row) => ({ sheet: NAME, row: row.number, column: c.unannounced, reason: reasons.badTick })),
  ],

  async writes(ctx, rows, world) {
    const known = await researchBefore(ctx);
    const values = rows.map(visitIn);
    // Where the workbook brings filings as well, their sheet tells the offices of both.
    const alone = world.rows(comingSheets.filings).length === 0;
    const brought = { filings: [], research: withState(values, known) };
    return [
      ...insertRows(ctx.db, researchVisit, values, (insert) =>
        insert.onConflictDoUpdate({
          target: researchVisit.number,
          set: {
            topic: sql`excluded.topic`,
            organiser: sql`excluded.organiser`,
            targets: sql`excluded.targets`,
            startDay: sql`excluded.start_day`,
            endDay: sql`excluded.end_day`,
            unannounced: sql`excluded.unannounced`,
            revision: sql`${researchVisit.revision} + 1`,
          },
        }),
      ),
      ...(alone ? await tellOfImport(ctx, brought, { filings: new Map(), research: known }) : []),
    ];
  },

  dump: async (ctx) =>
    (await ctx.db.select().from(researchVisit).orderBy(researchVisit.startDay, researchVisit.number))
      .filter(({ state }) => state === 'planned')
      .map((row) => ({
        [c.number]: row.number,
        [c.topic]: row.topic,
        [c.organiser]: row.organiser,
        [c.targets]: row.targets.join('；'),
        [c.start]: row.startDay,
        [c.end]: row.endDay,
        [c.unannounced]: row.unannounced ? tick.yes : tick.no,
      })),
};

export async function researchBefore({ db }: Ctx): Promise<Map<string, VisitRow>> {
  return new Map((await db.select().from(researchVisit)).map((row) => [row.number, row]));
}

/** As they stand once the rows are imported: a row tells nothing of a state. */
export function researchIn(rows: readonly Row[], known: ReadonlyMap<string, VisitRow>): VisitRow[] {
  return withState(rows.map(visitIn), known);
}

type Told = Omit<VisitRow, 'state'>;

function withState(values: readonly Told[], known: ReadonlyMap<string, VisitRow>): VisitRow[] {
  return values.map((row) => ({ ...row, state: known.get(row.number)?.state ?? 'planned' }));
}

function visitIn({ cells }: Row): Told {
  return {
    number: cells[c.number] ?? '',
    topic: cells[c.topic] ?? '',
    organiser: cells[c.organiser] ?? '',
    targets: splitList(cells[c.targets]),
    startDay: dayIn(cells[c.start] ?? ''),
    endDay: dayIn(cells[c.end] ?? ''),
    unannounced: cells[c.unannounced] === tick.yes,
  };
}
