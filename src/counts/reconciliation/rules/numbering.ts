import { type Month, monthOf } from '../../../kernel/period.ts';
import { type Difference, difference } from './difference.ts';
import { type Books, bareTitle, isNumbered, type LedgerRow, numberKey, rowsOf } from './ledger.ts';

/** Gaps of one office code beyond this are one mistyped serial, not so many lost documents; the largest is told. */
const MOST_GAPS = 60;

/**
 * 断号: serials from 1 on that the register lacks. What the book of numbers marks as void, secret or not counted is
 * known and nobody is asked again (BR-11); without a register the book of numbers itself must be unbroken.
 */
export function gaps(books: Books): Difference[] {
  const register = numberedOf(books, 'register');
  const numbers = numberedOf(books, 'numbers');
  const hasRegister = rowsOf(books, 'register', 'document').length > 0;
  const present = hasRegister ? [...register, ...numbers.filter(isSpokenFor)] : numbers;
  return [...Map.groupBy([...register, ...numbers], (row) => row.code)].flatMap(([code, rows]) => {
    const shared = books.shared.get(code);
    if (shared && !shared.owned) return [];
    const taken = new Set([
      ...present.filter((row) => row.code === code).map((row) => row.serial),
      ...(shared?.serials ?? []),
    ]);
    const serials = rows.map((row) => row.serial);
    const missing = range(1, Math.max(...serials)).filter((serial) => !taken.has(serial));
    return missing.slice(0, MOST_GAPS).map((serial) => {
      const known = numbers.find((row) => row.code === code && row.serial === serial);
      return difference('gap', 'document', `${code}/${books.year}/${serial}`, {
        code,
        serial,
        numberYear: books.year,
        title: known?.title ?? '',
        to: known?.day ? monthOf(known.day) : neighbourMonth(rows, serial),
      });
    });
  });
}

/** 重号: one number, two different titles. */
export function duplicates(books: Books): Difference[] {
  const found = (['register', 'numbers'] as const).flatMap((book) =>
    [...Map.groupBy(numberedOf(books, book), numberKey)].flatMap(([key, same]) => {
      const titles = [...new Map(same.map((row) => [bareTitle(row.title), row.title])).values()];
      const [first] = same;
      if (!first || titles.length < 2) return [];
      const { code, serial, numberYear } = first;
      return [difference('duplicate', 'document', key, { code, serial, numberYear, titles })];
    }),
  );
  return [...new Map(found.toReversed().map((one) => [one.key, one])).values()].toReversed();
}

function numberedOf(books: Books, book: 'register' | 'numbers'): LedgerRow[] {
  return rowsOf(books, book, 'document').filter((row) => isNumbered(row) && row.numberYear === books.year);
}

function isSpokenFor({ mark }: LedgerRow): boolean {
  return mark === 'void' || mark === 'secret' || mark === 'uncounted';
}

/** Serials are given in order of time: the next lower one that has a date tells the month of a lost one. */
function neighbourMonth(rows: readonly LedgerRow[], serial: number): Month {
  const dated = rows.filter((row) => row.day !== '').sort((a, b) => a.serial - b.serial);
  const near = dated.findLast((row) => row.serial < serial) ?? dated.find((row) => row.serial > serial);
  return near?.day ? monthOf(near.day) : '';
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}
