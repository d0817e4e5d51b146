import { and, asc, eq } from 'drizzle-orm';
import { localFigure } from '../../db/schema/index.ts';
import { localFigureKinds } from '../../db/seed/facts.ts';
import { type Refusal, type Row, type Sheet, splitList, type World } from '../chat/sheet.ts';
import { isDay } from '../kernel/day.ts';
import { readNumber } from '../kernel/number.ts';
import { insertRows } from '../store/statement.ts';
import { sheetWords as reasons } from './words.ts';

const SHEET = '本地标准';
const CODE = '编号';
const UNITS = '适用单位编码';

/** LOC-36, shown by 关于 and wherever somebody has to be asked. */
export const contactColumns = { office: '科室', phone: '电话', hours: '时段' } as const;

/** Columns of the standards that the calculators use. */
export const figureColumns = {
  from: '起年',
  until: '止年',
  amount: '月额',
  township: '乡镇',
  category: '类别',
  extra: '加发月额',
  level: '表彰级别',
  share: '比例',
  step: '环节',
  days: '工作日数',
  since: '生效日',
} as const;

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
  '生效日',
  '依据',
  '说明',
] as const;

type ContentColumn = (typeof CONTENT)[number];

/** What a standard must have to be usable; all others need `项目` or `内容`. */
const NEEDS: Readonly<Record<string, readonly ContentColumn[]>> = {
  'LOC-01': ['起年', '月额'],
  'LOC-02': ['乡镇', '加发月额'],
  'LOC-07': ['职务', '月额'],
  'LOC-08': ['表彰级别', '比例'],
  'LOC-17': ['环节', '工作日数'],
  'LOC-36': ['科室', '电话'],
};

const NUMBERS: readonly ContentColumn[] = ['起年', '止年', '月额', '加发月额', '工作日数'];

export const localSheet: Sheet = {
  name: SHEET,
  openColumns: true,
  columns: [{ title: CODE, required: true }, { title: UNITS }, ...CONTENT.map((title) => ({ title }))],

  check: async (_, rows, world) => [
    ...rows.flatMap((row) => checkRow(row, world)),
    ...figuresOf(rows).flatMap(({ code, rows: own }) => (code === 'LOC-01' ? checkTables(own) : [])),
  ],

  /** All rows of a standard for a unit are one figure: it is replaced as a whole, or half of an old table would stay. */
  writes: async (ctx, rows) =>
    figuresOf(rows).flatMap(({ code, unit, rows: own }) => [
      ctx.db.delete(localFigure).where(and(eq(localFigure.code, code), eq(localFigure.unit, unit))),
      ...insertRows(
        ctx.db,
        localFigure,
        own.map((row, position) => ({ code, unit, position, values: valuesOf(row) })),
      ),
    ]),

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
      const key = `${code} ${unit}`;
      const figure = figures.get(key) ?? { code, unit, rows: [] };
      figure.rows.push(row);
      figures.set(key, figure);
    }
  }
  return [...figures.values()];
}

function valuesOf({ cells }: Row): Record<string, string> {
  return Object.fromEntries(
    Object.entries(cells).filter(([title, value]) => value !== '' && title !== CODE && title !== UNITS),
  );
}

function checkRow(row: Row, world: World): Refusal[] {
  const cell = (title: string) => row.cells[title] ?? '';
  const problems: Refusal[] = [];
  const refuse = (column: string, reason: string) => problems.push(refusal(row, column, reason));
  const code = cell(CODE);

  if (code && !localFigureKinds.has(code)) refuse(CODE, reasons.unknownLocal(code));
  for (const unit of splitList(cell(UNITS)))
    if (!world.units.has(unit)) refuse(UNITS, reasons.unknownUnit(unit));
  const needs = NEEDS[code];
  const missing = needs?.filter((title) => !cell(title)) ?? [];
  if (missing.length > 0) refuse(missing[0] ?? '', reasons.needs(missing));
  if (Object.keys(valuesOf(row)).length === 0) refuse('', reasons.empty);
  for (const title of NUMBERS)
    if (cell(title) && !((readNumber(cell(title)) ?? -1) >= 0)) refuse(title, reasons.notANumber);
  if (cell(figureColumns.since) && !isDay(cell(figureColumns.since)))
    refuse(figureColumns.since, reasons.badDay);
  if (code === 'LOC-08' && cell('比例') && !isShare(cell('比例'))) refuse('比例', reasons.shareOutside);
  return problems;
}

/** CW-03: from 6 % to 20 %. Spreadsheets give a percent cell as a fraction. */
function isShare(text: string): boolean {
  const value = readNumber(text.replace(/%$/, '')) ?? 0;
  const percent = text.endsWith('%') || value > 1 ? value : value * 100;
  return percent >= 6 && percent <= 20;
}

/** LOC-01: one table for each day that one comes into force, so that the next can be entered beforehand. */
function checkTables(rows: readonly Row[]): Refusal[] {
  return [...Map.groupBy(rows, (row) => row.cells[figureColumns.since] ?? '').values()].flatMap(checkTiers);
}

/** Tiers from 0 years on, each beginning where the last one ends, the last one open. */
function checkTiers(rows: readonly Row[]): Refusal[] {
  const tiers = rows
    .map((row) => ({
      row,
      from: readNumber(row.cells['起年'] ?? ''),
      until: row.cells['止年'] ? readNumber(row.cells['止年']) : Number.POSITIVE_INFINITY,
    }))
    .sort((a, b) => (a.from ?? 0) - (b.from ?? 0));
  const wrong = tiers.find(({ from, until }, i) => {
    const expected = i === 0 ? 0 : tiers[i - 1]?.until;
    return from !== expected || until === undefined || until <= (from ?? 0);
  });
  const open = tiers.at(-1)?.until === Number.POSITIVE_INFINITY;
  const bad = wrong ?? (open ? undefined : tiers.at(-1));
  return bad ? [refusal(bad.row, '起年', reasons.tiersGap)] : [];
}

function refusal(row: Row, column: string, reason: string): Refusal {
  return { sheet: SHEET, row: row.number, column, reason };
}
