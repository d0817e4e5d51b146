import { sql } from 'drizzle-orm';
import { ledgerEntry } from '../../../db/schema/index.ts';
import type { Column, Row, Sheet, World } from '../../chat/sheet.ts';
import { splitList } from '../../chat/sheet.ts';
import { isDay } from '../../kernel/day.ts';
import { yearOf } from '../../kernel/period.ts';
import { normaliseText } from '../../kernel/text.ts';
import { tierOf } from '../../people/lexicon.ts';
import { tierNames } from '../../people/words.ts';
import { insertRows } from '../../store/statement.ts';
import { readNumber, writeNumber } from '../items/rules/lexicon-number.ts';
import { indicatorOf } from '../lexicon.ts';
import { monthIn, rowChecks } from '../sheets/checks.ts';
import { indicatorNames } from '../words.ts';
import { changedInClosedYears } from './closed-years.ts';
import { type EntryRow, findAllEntries } from './repo.ts';
import { type Book, type Booked, bareTitle, isNumbered, type Mark, rowKey } from './rules/ledger.ts';
import { ledgerReasons as reasons } from './words-sheets.ts';

const c = {
  year: '年份',
  unit: '单位编码',
  issuer: '发文单位编码',
  receiver: '受文单位编码',
  indicator: '指标',
  plan: '计划编号',
  number: '文号',
  title: '标题',
  day: '日期',
  month: '登记月份',
  range: '发至',
  mark: '备注',
} as const;

const markNames: Partial<Record<Mark, string>> = {
  void: '作废',
  secret: '涉密',
  uncounted: '不计',
  withdrawn: '撤回',
  unplanned: '计划外',
};

interface Layout {
  name: string;
  book: Book;
  /** The column that names the issuing unit. */
  unit: string;
  columns: Column[];
  marks: readonly Mark[];
}

const must = (title: string): Column => ({ title, required: true });
const may = (title: string): Column => ({ title });

/** The four books as they come out of plans and office automation (domain 4.3). */
const layouts: readonly Layout[] = [
  {
    name: '计划清单',
    book: 'plan',
    unit: c.unit,
    columns: [must(c.year), must(c.unit), must(c.indicator), may(c.plan), must(c.title)],
    marks: [],
  },
  {
    name: '登记清单',
    book: 'register',
    unit: c.unit,
    columns: [
      must(c.unit),
      must(c.indicator),
      may(c.number),
      must(c.title),
      must(c.day),
      may(c.month),
      may(c.plan),
      may(c.range),
      may(c.mark),
    ],
    marks: ['void', 'uncounted', 'withdrawn', 'unplanned'],
  },
  {
    name: '文号流水',
    book: 'numbers',
    unit: c.unit,
    columns: [must(c.unit), must(c.number), may(c.title), may(c.day), may(c.mark)],
    marks: ['void', 'secret', 'uncounted'],
  },
  {
    name: '受文登记',
    book: 'received',
    unit: c.issuer,
    columns: [must(c.receiver), must(c.issuer), may(c.indicator), may(c.number), must(c.title), may(c.day)],
    marks: [],
  },
];

export const ledgerSheets: Sheet[] = layouts.map(sheetOf);

function sheetOf(layout: Layout): Sheet {
  const { name, book, columns } = layout;
  return {
    name,
    columns,

    async check(ctx, rows, world) {
      const refusals = rows.flatMap((row) => checkRow(layout, row, world));
      const faulty = new Set(refusals.map(({ row }) => row));
      const sound = rows
        .filter((row) => !faulty.has(row.number))
        .map((row) => ({ row, entry: entryOf(layout, row, ctx.now) }));
      const late = await changedInClosedYears(ctx, book, sound, world);
      return [
        ...refusals,
        ...late.map(({ row, entry }) => ({
          sheet: name,
          row: row.number,
          column: '',
          reason: reasons.closed(entry.year),
        })),
      ];
    },

    /** A line with a known key is brought up to date; twice the same number and title is one line (domain 3.4). */
    async writes(ctx, rows) {
      const entries = rows.map((row) => entryOf(layout, row, ctx.now));
      const { year, unit, book: inBook, indicator, receiver, key } = ledgerEntry;
      return insertRows(ctx.db, ledgerEntry, entries, (insert) =>
        insert.onConflictDoUpdate({
          target: [year, unit, inBook, indicator, receiver, key],
          set: {
            title: sql`excluded.title`,
            day: sql`excluded.day`,
            month: sql`excluded.month`,
            plan: sql`excluded.plan`,
            mark: sql`excluded.mark`,
            range: sql`excluded.range`,
            importedAt: sql`excluded.imported_at`,
          },
        }),
      );
    },

    async dump(ctx) {
      const entries = await findAllEntries(ctx.db, book);
      const titles = columns.map((column) => column.title);
      return entries.map((entry) => {
        const cells = cellsOf(layout, entry);
        return Object.fromEntries(titles.map((title) => [title, cells[title] ?? '']));
      });
    },
  };
}

function checkRow(layout: Layout, row: Row, world: World) {
  const { cell, refuse, ...check } = rowChecks(layout.name, row);
  check.unit(layout.unit, world);
  check.unit(c.receiver, world);
  if (cell(c.receiver) && cell(c.receiver) === cell(c.issuer)) refuse(c.receiver, reasons.self);
  if (cell(c.indicator) && !bookedOf(cell(c.indicator))) refuse(c.indicator, reasons.badIndicator);
  if (cell(c.year) && !/^20\d{2}$/.test(cell(c.year))) refuse(c.year, reasons.badYear);
  if (cell(c.number) && !readNumber(normaliseText(cell(c.number)))) refuse(c.number, reasons.badNumber);
  if (cell(c.day) && !isDay(cell(c.day))) refuse(c.day, reasons.badDay);
  check.month(c.month);
  if (layout.book === 'received' && !cell(c.number) && !cell(c.day)) refuse(c.day, reasons.needsDay);
  const known = layout.marks.map((mark) => markNames[mark] ?? '');
  if (cell(c.mark) && !known.includes(cell(c.mark))) refuse(c.mark, reasons.badMark(known));
  if (layout.book === 'numbers' && cell(c.mark) === markNames.secret && cell(c.title))
    refuse(c.title, reasons.secretTitle);
  for (const word of splitList(cell(c.range)))
    if (!tierOf(word) && !world.units.has(word)) refuse(c.range, reasons.badRange(word));
  return check.refusals;
}

/** Of a row that was checked. */
function entryOf({ book, unit }: Layout, { cells }: Row, now: number): EntryRow {
  const number = readNumber(normaliseText(cells[c.number] ?? ''));
  const day = cells[c.day] ?? '';
  const row = {
    code: number?.code ?? '',
    serial: number?.serial ?? 0,
    numberYear: number?.year ?? 0,
    title: normaliseText(cells[c.title] ?? ''),
    day,
  };
  const known = rowKey({ ...row, bare: bareTitle(row.title) });
  const dated = day === '' ? (number?.year ?? 0) : yearOf(day);
  // Numbers and sampled papers are looked for under the year of their number.
  const counted = book === 'register' ? dated : (number?.year ?? dated);
  return {
    ...row,
    year: book === 'plan' ? Number(cells[c.year]) : counted,
    unit: cells[unit] ?? '',
    book,
    indicator: bookedOf(cells[c.indicator] ?? '') ?? 'document',
    receiver: cells[c.receiver] ?? '',
    key: book === 'plan' ? `${cells[c.plan] ?? ''}/${known}` : known,
    month: monthIn(cells[c.month] ?? '') ?? '',
    plan: cells[c.plan] ?? '',
    mark: markOf(cells[c.mark] ?? ''),
    range: splitList(cells[c.range]).map((word) => tierOf(word) ?? word),
    importedAt: now,
  };
}

function cellsOf({ unit }: Layout, entry: EntryRow): Record<string, string | number> {
  const { code, numberYear, serial } = entry;
  const tiers: Record<string, string> = tierNames;
  return {
    [c.year]: entry.year,
    [c.receiver]: entry.receiver,
    [unit]: entry.unit,
    [c.indicator]: indicatorNames[entry.indicator],
    [c.plan]: entry.plan,
    [c.number]: isNumbered(entry) ? writeNumber({ code, year: numberYear, serial }) : '',
    [c.title]: entry.title,
    [c.day]: entry.day,
    [c.month]: entry.month,
    [c.range]: entry.range.map((word) => tiers[word] ?? word).join('；'),
    [c.mark]: markNames[entry.mark] ?? '',
  };
}

function bookedOf(name: string): Booked | undefined {
  const indicator = indicatorOf(name);
  return indicator === 'inspection' ? undefined : indicator;
}

function markOf(name: string): Mark {
  const found = Object.entries(markNames).find(([, text]) => text === name);
  return found ? (found[0] as Mark) : 'none';
}
