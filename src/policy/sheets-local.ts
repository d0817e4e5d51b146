import { asc } from 'drizzle-orm';
import { figureRevision, localFigure } from '../../db/schema/index.ts';
import { type Refusal, type Row, type Sheet, splitList, type World } from '../chat/sheet.ts';
import { actorId } from '../kernel/actor.ts';
import type { Ctx } from '../store/context.ts';
import type { Statement } from '../store/db.ts';
import { definitions } from './figures/definitions.ts';
import { keepFirst, nameOfRows, replaceFigure } from './figures/replace.ts';
import { findLast, findLive, keyOf } from './figures/repo.ts';
import { checkTable } from './figures/rules/check-table.ts';
import { contactColumns, SINCE } from './figures/sheets/columns.ts';
import { figureWords } from './figures/words.ts';
import { sheetWords as reasons } from './words.ts';

const SHEET = '本地标准';
const CODE = '编号';
const UNITS = '适用单位编码';

/** The usual titles, offered by an export; an administrator may add others (机关, 面积, 租金 …). */
const CONTENT = [
  '项目',
  '内容',
  '起年',
  '止年',
  '月额',
  '乡镇',
  '类别',
  '加发月额',
  '职务',
  '表彰级别',
  '比例',
  '环节',
  '工作日数',
  ...Object.values(contactColumns),
  SINCE,
  '依据',
  '说明',
] as const;

export const localSheet: Sheet = {
  name: SHEET,
  openColumns: true,
  columns: [{ title: CODE, required: true }, { title: UNITS }, ...CONTENT.map((title) => ({ title }))],

  check: async (_, rows, world) => [
    ...rows.flatMap((row) => checkKeys(row, world)),
    ...onceEach(figuresOf(rows).flatMap(checkFigure)),
  ],

  /** What the operator brings is in force at once (contract 4); what was there before stays in the history. */
  async writes(ctx, rows) {
    const figures = figuresOf(rows);
    const codes = figures.map(({ code }) => code);
    const [live, last] = [await findLive(ctx.db, codes), await findLast(ctx.db, codes)];
    return figures.flatMap((figure) =>
      replaced(ctx, figure, live.get(keyOf(figure)) ?? [], last.get(keyOf(figure))),
    );
  },

  async dump(ctx) {
    const rows = await ctx.db
      .select()
      .from(localFigure)
      .orderBy(asc(localFigure.code), asc(localFigure.unit), asc(localFigure.position));
    return rows.map(({ code, unit, values }) => ({ [CODE]: code, [UNITS]: unit, ...values }));
  },
};

interface Figure {
  code: string;
  /** Empty means everybody. */
  unit: string;
  rows: Row[];
}

function figuresOf(rows: readonly Row[]): Figure[] {
  const figures = new Map<string, Figure>();
  for (const row of rows) {
    const code = row.cells[CODE] ?? '';
    const units = splitList(row.cells[UNITS]);
    for (const unit of units.length > 0 ? units : ['']) {
      const figure = figures.get(keyOf({ code, unit })) ?? { code, unit, rows: [] };
      figure.rows.push(row);
      figures.set(keyOf({ code, unit }), figure);
    }
  }
  return [...figures.values()];
}

function replaced(
  ctx: Ctx,
  figure: Figure,
  live: readonly Record<string, string>[],
  last: { revision: number; turn: number } | undefined,
): Statement[] {
  const { code, unit } = figure;
  const rows = figure.rows.map(valuesOf);
  if (nameOfRows(rows) === nameOfRows(live)) return [];
  const first = keepFirst(ctx, figure, live, last);
  return [
    ...first.writes,
    ...replaceFigure(ctx, figure, rows),
    ctx.db.insert(figureRevision).values({
      code,
      unit,
      revision: first.last.revision + 1,
      rows,
      state: 'live',
      turn: first.last.turn + 1,
      base: nameOfRows(live),
      author: actorId(ctx.actor),
      createdAt: ctx.now,
      decidedAt: ctx.now,
    }),
  ];
}

function valuesOf({ cells }: Row): Record<string, string> {
  return Object.fromEntries(
    Object.entries(cells).filter(([title, value]) => value !== '' && title !== CODE && title !== UNITS),
  );
}

function checkKeys(row: Row, world: World): Refusal[] {
  const code = row.cells[CODE] ?? '';
  return [
    ...(code && !definitions.has(code) ? [refusal(row, CODE, reasons.unknownLocal(code))] : []),
    ...splitList(row.cells[UNITS])
      .filter((unit) => !world.units.has(unit))
      .map((unit) => refusal(row, UNITS, reasons.unknownUnit(unit))),
  ];
}

function checkFigure({ code, rows }: Figure): Refusal[] {
  const definition = definitions.get(code);
  if (!definition) return [];
  return checkTable(definition, rows.map(valuesOf), SINCE).flatMap((problem) => {
    const row = rows[problem.row];
    // Rows of a workbook are told by the numbers that the spreadsheet shows.
    const first = problem.code === 'repeated' ? rows[Number(problem.what) - 1] : undefined;
    const reason = figureWords.problem(first ? { ...problem, what: String(first.number) } : problem);
    return row ? [refusal(row, problem.column, reason)] : [];
  });
}

/** A row for several units is checked with each of them. */
function onceEach(refusals: readonly Refusal[]): Refusal[] {
  const said = new Map(refusals.map((one) => [`${one.row} ${one.column} ${one.reason}`, one]));
  return [...said.values()].sort((a, b) => a.row - b.row);
}

function refusal(row: Row, column: string, reason: string): Refusal {
  return { sheet: SHEET, row: row.number, column, reason };
}
