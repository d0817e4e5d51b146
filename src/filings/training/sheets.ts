import { sql } from 'drizzle-orm';
import { trainingCourse } from '../../../db/schema/index.ts';
import { type Sheet, splitList } from '../../chat/sheet.ts';
import { insertRows } from '../../store/statement.ts';
import { dayIn } from '../lexicon.ts';
import { checkCommon } from '../sheet-checks.ts';
import { sheetWords as reasons } from '../words.ts';

const NAME = '培训班次';

const c = {
  number: '编号',
  name: '班次名称',
  organiser: '主办单位编码',
  audience: '培训对象',
  targets: '参训单位编码',
  closing: '报名截止',
  start: '开始',
  end: '结束',
};

/** Courses only: no column for persons or hours (BR-07). */
export const courseSheet: Sheet = {
  name: NAME,
  columns: [
    { title: c.number, required: true },
    { title: c.name, required: true },
    { title: c.organiser, required: true },
    { title: c.audience, required: true },
    { title: c.targets },
    { title: c.closing, required: true },
    { title: c.start, required: true },
    { title: c.end, required: true },
  ],

  check: async (_, rows, world) => [
    ...checkCommon(NAME, c, rows, world),
    ...rows.flatMap((row) => {
      const [closing, start] = [dayIn(row.cells[c.closing] ?? ''), dayIn(row.cells[c.start] ?? '')];
      const refuse = (reason: string) => [{ sheet: NAME, row: row.number, column: c.closing, reason }];
      if (row.cells[c.closing] && !closing) return refuse(reasons.badDay);
      return closing && start && closing > start ? refuse(reasons.closesLate) : [];
    }),
  ],

  async writes(ctx, rows) {
    const values = rows.map(({ cells }) => ({
      number: cells[c.number] ?? '',
      name: cells[c.name] ?? '',
      organiser: cells[c.organiser] ?? '',
      audience: cells[c.audience] ?? '',
      targets: splitList(cells[c.targets]),
      closingDay: dayIn(cells[c.closing] ?? ''),
      startDay: dayIn(cells[c.start] ?? ''),
      endDay: dayIn(cells[c.end] ?? ''),
    }));
    return insertRows(ctx.db, trainingCourse, values, (insert) =>
      insert.onConflictDoUpdate({
        target: trainingCourse.number,
        set: {
          name: sql`excluded.name`,
          organiser: sql`excluded.organiser`,
          audience: sql`excluded.audience`,
          targets: sql`excluded.targets`,
          closingDay: sql`excluded.closing_day`,
          startDay: sql`excluded.start_day`,
          endDay: sql`excluded.end_day`,
          revision: sql`${trainingCourse.revision} + 1`,
        },
      }),
    );
  },

  dump: async (ctx) =>
    (await ctx.db.select().from(trainingCourse).orderBy(trainingCourse.closingDay, trainingCourse.number))
      .filter(({ state }) => state === 'planned')
      .map((row) => ({
        [c.number]: row.number,
        [c.name]: row.name,
        [c.organiser]: row.organiser,
        [c.audience]: row.audience,
        [c.targets]: row.targets.join('；'),
        [c.closing]: row.closingDay,
        [c.start]: row.startDay,
        [c.end]: row.endDay,
      })),
};
