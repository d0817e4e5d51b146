import { facts, localFigureKinds } from '../../db/seed/facts.ts';
import { type Refusal, type Row, repeats, type Sheet, splitList, type World } from '../chat/sheet.ts';
import { isDay } from '../kernel/day.ts';
import type { Ctx } from '../store/context.ts';
import type { Content } from './content.ts';
import { screen } from './guard/rules/screen.ts';
import { collisionsWith, publishWrites } from './publish-writes.ts';
import { findPublished, findStanding } from './repo.ts';
import { listOf } from './retrieval/synonym-writes.ts';
import type { SynonymList } from './retrieval/synonyms.ts';
import { SYNONYM_SHEET, synonymsAfter } from './sheets-synonyms.ts';
import { sheetWords as reasons } from './words.ts';
import { collisionWords } from './words-collisions.ts';
import { successorWords } from './words-validity.ts';

const SHEET = '政策问答';

const c = {
  number: '编号',
  question: '标准问题',
  like: '相似问法',
  unlike: '不应命中',
  answer: '答复',
  document: '依据文件',
  documentNumber: '文号',
  clause: '条款',
  validFrom: '施行日',
  validUntil: '失效日',
  units: '适用单位编码',
  office: '责任科室',
  phone: '电话',
  topic: '主题',
  factIds: '事实编号',
  localFigures: '本地标准编号',
  replacedBy: '替代编号',
} as const;

/** Why an entry is wanted beside those it collides with; kept by the audit, not part of the entry. */
const DESPITE = '并存理由';

const REQUIRED: readonly string[] = [c.number, c.question, c.answer, c.document];

/** Numbers stand in button values and commands. */
const NUMBER = /^[A-Za-z0-9-]{1,32}$/;

/** A button and a card's title hold so much; answers should be about 200 characters (domain 8). */
const LONGEST = { question: 100, answer: 2_000 } as const;

export const questionSheet: Sheet = {
  name: SHEET,
  columns: [...Object.values(c), DESPITE].map((title) =>
    REQUIRED.includes(title) ? { title, required: true } : { title },
  ),

  check: async (ctx, rows, world) => [
    ...rows.flatMap((row) => checkRow(row, world)),
    ...(await checkSuccessors(ctx, rows)),
    ...(await checkCollisions(ctx, rows, world)),
    ...repeats(rows, (row) => row.cells[c.number] ?? '').map(({ row, first }) =>
      refusal(row, c.number, reasons.repeated(first)),
    ),
  ],

  /** What stands in the workbook has been approved outside; it is published at once where it differs. */
  async writes(ctx, rows, world) {
    const reasonsGiven = rows.filter(({ cells }) => cells[DESPITE]);
    return publishWrites(ctx, rows.map(contentOfRow), {
      synonyms: await synonymsOfWorkbook(ctx, world),
      despite: Object.fromEntries(reasonsGiven.map(({ cells }) => [cells[c.number], cells[DESPITE] ?? ''])),
    });
  },

  dump: async (ctx) => (await findPublished(ctx.db)).map(rowOfContent),
};

function contentOfRow({ cells }: Row): Content {
  const cell = (title: string) => cells[title] ?? '';
  return {
    number: cell(c.number),
    question: cell(c.question),
    like: splitList(cell(c.like)),
    unlike: splitList(cell(c.unlike)),
    answer: cell(c.answer),
    document: cell(c.document),
    documentNumber: cell(c.documentNumber),
    clause: cell(c.clause),
    validFrom: cell(c.validFrom),
    validUntil: cell(c.validUntil),
    units: splitList(cell(c.units)),
    office: cell(c.office),
    phone: cell(c.phone),
    topic: cell(c.topic),
    factIds: splitList(cell(c.factIds)),
    localFigures: splitList(cell(c.localFigures)),
    replacedBy: cell(c.replacedBy),
  };
}

function rowOfContent(content: Content): Record<string, string> {
  return Object.fromEntries(
    Object.entries(c).map(([field, title]) => {
      const value = content[field as keyof Content];
      return [title, Array.isArray(value) ? value.join('；') : value];
    }),
  );
}

function checkRow(row: Row, world: World): Refusal[] {
  const content = contentOfRow(row);
  const problems: Refusal[] = [];
  const refuse = (column: string, reason: string) => problems.push(refusal(row, column, reason));

  if (content.number && !NUMBER.test(content.number)) refuse(c.number, reasons.badNumber);
  for (const field of ['question', 'answer'] as const)
    if (content[field].length > LONGEST[field]) refuse(c[field], reasons.tooLong(LONGEST[field]));
  for (const field of ['validFrom', 'validUntil'] as const)
    if (content[field] && !isDay(content[field])) refuse(c[field], reasons.badDay);
  if (content.validUntil && content.validUntil < content.validFrom)
    refuse(c.validUntil, reasons.endsBeforeStart);
  if (screen(content.answer)?.reason === 'secret_mark' || screen(content.document)?.reason === 'secret_mark')
    refuse(c.answer, reasons.secret);
  for (const code of content.units) if (!world.units.has(code)) refuse(c.units, reasons.unknownUnit(code));
  for (const id of content.factIds) if (!facts.has(id)) refuse(c.factIds, reasons.unknownFact(id));
  for (const code of content.localFigures)
    if (!localFigureKinds.has(code)) refuse(c.localFigures, reasons.unknownLocal(code));
  return problems;
}

/** Undefined when the workbook brings none. */
async function synonymsOfWorkbook(ctx: Ctx, world: World): Promise<SynonymList | undefined> {
  const synonyms = world.rows(SYNONYM_SHEET);
  return synonyms.length > 0 ? listOf(await synonymsAfter(ctx, synonyms)) : undefined;
}

/**
 * No entry gets into the way of another (domain 7: what conflicts is not published), unless one of the two brings a
 * reason.
 */
async function checkCollisions(ctx: Ctx, rows: readonly Row[], world: World): Promise<Refusal[]> {
  const collisions = await collisionsWith(ctx, rows.map(contentOfRow), await synonymsOfWorkbook(ctx, world));
  const numberOf = (row: Row) => row.cells[c.number] ?? '';
  const wanted = new Set(rows.filter(({ cells }) => cells[DESPITE]).map(numberOf));
  const unwanted = collisions.filter(({ number, other }) => !wanted.has(number) && !wanted.has(other));
  const byNumber = Map.groupBy(unwanted, ({ number }) => number);
  return rows.flatMap((row) =>
    (byNumber.get(numberOf(row)) ?? []).map((collision) =>
      refusal(
        row,
        collision.kind === 'counter_example' ? c.unlike : c.like,
        `${collisionWords.reason(collision)}${collisionWords.howToForce(DESPITE)}`,
      ),
    ),
  );
}

/** Whoever follows the hint to the new text must find one, and the old one must have ended. */
async function checkSuccessors(ctx: Ctx, rows: readonly Row[]): Promise<Refusal[]> {
  const replaced = rows
    .map((row) => ({ row, content: contentOfRow(row) }))
    .filter((r) => r.content.replacedBy);
  if (replaced.length === 0) return [];
  const known = new Set([
    ...rows.map((row) => row.cells[c.number] ?? ''),
    ...(
      await findStanding(
        ctx.db,
        replaced.map((r) => r.content.replacedBy),
      )
    ).keys(),
  ]);
  return replaced.flatMap(({ row, content: { number, replacedBy, validUntil } }) => [
    ...(replacedBy === number || !known.has(replacedBy)
      ? [refusal(row, c.replacedBy, successorWords.unknownQuestion(replacedBy))]
      : []),
    ...(validUntil ? [] : [refusal(row, c.validUntil, successorWords.replacedWithoutEnd)]),
  ]);
}

function refusal(row: Row, column: string, reason: string): Refusal {
  return { sheet: SHEET, row: row.number, column, reason };
}
