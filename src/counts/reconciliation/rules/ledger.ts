import type { Day } from '../../../kernel/day.ts';
import type { Month } from '../../../kernel/period.ts';
import type { Indicator } from '../../rules/indicator.ts';

/** The four books (domain 4.3): what was planned, what was issued, what was numbered, what was received. */
export const BOOKS = ['plan', 'register', 'numbers', 'received'] as const;

export type Book = (typeof BOOKS)[number];

/** What a book says of an entry beyond its being there. */
export const MARKS = ['none', 'void', 'secret', 'uncounted', 'withdrawn', 'unplanned'] as const;

export type Mark = (typeof MARKS)[number];

/** Inspections have neither numbers nor readers; the books are kept for these two. */
export const BOOKED = ['document', 'meeting'] as const satisfies readonly Indicator[];

export type Booked = (typeof BOOKED)[number];

/** One line of one book. Empty texts stand for what the book does not say. */
export interface LedgerRow {
  indicator: Booked;
  /** Office code and serial of a numbered document; the year is the one in its number. */
  code: string;
  serial: number;
  numberYear: number;
  title: string;
  /** The title as it is compared: `bareTitle`, worked out once. */
  bare: string;
  /** Of issue, or of the meeting; in the received book what stands on the document. */
  day: Day;
  /** In which it was registered. */
  month: Month;
  /** Number of the entry in the plan. */
  plan: string;
  mark: Mark;
  /** Documents under one number, meetings held in a row: counted as 1, looked at once a year (domain 3.1, 3.2). */
  parts: number;
  /** Sampled receivers whom it was meant for; register only. */
  meantFor: readonly string[];
  /** Unit in whose book of incoming papers it stands; received book only. */
  receiver: string;
}

export interface MonthFigure {
  amount: number;
  unplanned: number;
}

/** Everything that is compared for one unit and year. */
export interface Books {
  year: number;
  rows: Readonly<Record<Book, readonly LedgerRow[]>>;
  /** Months of the year that have figures. */
  reported: Readonly<Record<Booked, ReadonlyMap<Month, MonthFigure>>>;
  /** The annual plan in force, as a number. */
  planned: Readonly<Partial<Record<Booked, number>>>;
  /** Serials that other units have registered under the same office code, and whether the gaps are this unit's. */
  shared: ReadonlyMap<string, { serials: ReadonlySet<number>; owned: boolean }>;
}

export interface Numbered {
  code: string;
  serial: number;
  numberYear: number;
}

export function isNumbered({ serial }: Numbered): boolean {
  return serial > 0;
}

/** The key of domain 3.4: office code, year, serial. */
export function numberKey({ code, numberYear, serial }: Numbered): string {
  return `${code}/${numberYear}/${serial}`;
}

/** What a book lists for the record only (void, secret, withdrawn, not counted) is in no sum. */
export function isCounted({ mark }: Pick<LedgerRow, 'mark'>): boolean {
  return mark === 'none' || mark === 'unplanned';
}

/** Letters and digits only: books differ in brackets, quotes and blanks. */
export function bareTitle(title: string): string {
  return title.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}

/** What tells one entry of a book from another; a number used twice with different titles makes two. */
export function rowKey(row: Numbered & Pick<LedgerRow, 'bare' | 'day'>): string {
  return isNumbered(row) ? `${numberKey(row)}/${row.bare}` : `${row.bare}/${row.day}`;
}

export function rowsOf(books: Books, book: Book, indicator: Booked): LedgerRow[] {
  return books.rows[book].filter((row) => row.indicator === indicator);
}
