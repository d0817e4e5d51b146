import { sql } from 'drizzle-orm';
import { researchVisit } from '../../db/schema/index.ts';
import { type Sheet, splitList } from '../chat/sheet.ts';
import { insertRows } from '../store/statement.ts';
import { dayIn, tick } from './lexicon.ts';
import { checkCommon } from './sheet-checks.ts';
import { sheetWords as reasons } from './words.ts';

const NAME = '调研计划';

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

  async writes(ctx, rows) {
    const values = rows.map(({ cells }) => ({
      number: cells[c.number] ?? '',
      topic: cells[c.topic] ?? '',
      organiser: cells[c.organiser] ?? '',
      targets: splitList(cells[c.targets]),
      startDay: dayIn(cells[c.start] ?? ''),
      endDay: dayIn(cells[c.end] ?? ''),
      unannounced: cells[c.unannounced] === tick.yes,
    }));
    return insertRows(ctx.db, researchVisit, values, (insert) =>
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
    );
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
