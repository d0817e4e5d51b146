import { sql } from 'drizzle-orm';
import { returnedDocument } from '../../../db/schema/index.ts';
import { type Refusal, repeats, type Sheet } from '../../chat/sheet.ts';
import { insertRows } from '../../store/statement.ts';
import { dayIn } from '../lexicon.ts';
import { sheetWords as reasons } from '../words.ts';
import { type ReturnReason, returnReasons } from './words.ts';

const NAME = '退文台账';

const c = { id: '编号', unit: '拟稿单位编码', title: '标题', reason: '原因', day: '退回日', again: '再报日' };

const codes = new Map(Object.entries(returnReasons).map(([code, name]) => [name as string, code]));

export const returnSheet: Sheet = {
  name: NAME,
  columns: [
    { title: c.id, required: true },
    { title: c.unit, required: true },
    { title: c.title, required: true },
    { title: c.reason, required: true },
    { title: c.day, required: true },
    { title: c.again },
  ],

  check: async (_, rows, world) => [
    ...rows.flatMap((row): Refusal[] => {
      const cell = (title: string) => row.cells[title] ?? '';
      const refuse = (bad: boolean, column: string, reason: string) =>
        bad && cell(column) ? [{ sheet: NAME, row: row.number, column, reason }] : [];
      const [day, again] = [dayIn(cell(c.day)), dayIn(cell(c.again))];
      return [
        ...refuse(!world.units.has(cell(c.unit)), c.unit, reasons.unknownUnit(cell(c.unit))),
        ...refuse(!codes.has(cell(c.reason)), c.reason, reasons.badReason([...codes.keys()])),
        ...refuse(!day, c.day, reasons.badDay),
        ...refuse(!again, c.again, reasons.badDay),
        ...refuse(again !== '' && again < day, c.again, reasons.endsBefore),
      ];
    }),
    ...repeats(rows, ({ cells }) => cells[c.id] ?? '').map(({ row, first }) => ({
      sheet: NAME,
      row: row.number,
      column: c.id,
      reason: reasons.repeated(c.id, first),
    })),
  ],

  async writes(ctx, rows) {
    const values = rows.map(({ cells }) => ({
      id: cells[c.id] ?? '',
      unit: cells[c.unit] ?? '',
      title: cells[c.title] ?? '',
      reason: codes.get(cells[c.reason] ?? '') ?? 'other',
      returnedDay: dayIn(cells[c.day] ?? ''),
      againDay: dayIn(cells[c.again] ?? ''),
    }));
    return insertRows(ctx.db, returnedDocument, values, (insert) =>
      insert.onConflictDoUpdate({
        target: returnedDocument.id,
        set: {
          unit: sql`excluded.unit`,
          title: sql`excluded.title`,
          reason: sql`excluded.reason`,
          returnedDay: sql`excluded.returned_day`,
          againDay: sql`excluded.again_day`,
          revision: sql`${returnedDocument.revision} + 1`,
        },
      }),
    );
  },

  dump: async (ctx) =>
    (await ctx.db.select().from(returnedDocument).orderBy(returnedDocument.returnedDay, returnedDocument.id))
      .filter(({ struck }) => !struck)
      .map((row) => ({
        [c.id]: row.id,
        [c.unit]: row.unit,
        [c.title]: row.title,
        [c.reason]: returnReasons[row.reason as ReturnReason],
        [c.day]: row.returnedDay,
        [c.again]: row.againDay,
      })),
};
