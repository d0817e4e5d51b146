import { type Month, monthOf } from '../../../kernel/period.ts';
import { type Difference, difference } from './difference.ts';
import { type Books, isNumbered, type LedgerRow, numberKey, rowsOf } from './ledger.ts';

/** More single gaps under one office code than anybody answers one by one: they are told as runs. */
const SINGLE_GAPS = 40;

/**
 * 断号: serials from 1 on that the register lacks. What the book of numbers marks as void, secret or not counted is
 * known and nobody is asked again (BR-11), and what somebody has received is asked about as such. Without a register the
 * book of numbers itself must be unbroken.
 */
export function gaps(books: Books): Difference[] {
  const register = numberedOf(books, 'register');
  const numbers = numberedOf(books, 'numbers');
  const hasRegister = rowsOf(books, 'register', 'document').length > 0;
  const present = hasRegister
    ? [...register, ...numbers.filter(isSpokenFor), ...numberedOf(books, 'received')]
    : numbers;
  return [...Map.groupBy([...register, ...numbers], (row) => row.code)].flatMap(([code, rows]) => {
    const shared = books.shared.get(code);
    if (shared && !shared.owned) return [];
    const taken = new Set([
      ...present.filter((row) => row.code === code).map((row) => row.serial),
      ...(shared?.serials ?? []),
    ]);
    const last = Math.max(...rows.map((row) => row.serial));
    const runs = missingRuns(taken, last);
    const missing = runs.reduce((sum, run) => sum + run.right - run.left + 1, 0);
    return missing > SINGLE_GAPS
      ? runs.map((run) => runOf(books.year, code, rows, run))
      : runs.flatMap(singles).map((serial) => gapOf(books.year, code, rows, serial, numbers));
  });
}

interface Run {
  left: number;
  right: number;
}

function missingRuns(taken: ReadonlySet<number>, last: number): Run[] {
  const runs: Run[] = [];
  for (let serial = 1; serial <= last; serial++) {
    if (taken.has(serial)) continue;
    const open = runs.at(-1);
    if (open && open.right === serial - 1) open.right = serial;
    else runs.push({ left: serial, right: serial });
  }
  return runs;
}

function singles({ left, right }: Run): number[] {
  return Array.from({ length: right - left + 1 }, (_, i) => left + i);
}

function gapOf(
  year: number,
  code: string,
  rows: readonly LedgerRow[],
  serial: number,
  numbers: readonly LedgerRow[],
): Difference {
  const known = numbers.find((row) => row.code === code && row.serial === serial);
  return difference('gap', 'document', `${code}/${year}/${serial}`, {
    code,
    serial,
    numberYear: year,
    title: known?.title ?? '',
    to: known?.day ? monthOf(known.day) : neighbourMonth(rows, serial),
  });
}

function runOf(year: number, code: string, rows: readonly LedgerRow[], run: Run): Difference {
  return difference('gap', 'document', `${code}/${year}/${run.left}-${run.right}`, {
    code,
    serial: run.left,
    numberYear: year,
    to: neighbourMonth(rows, run.left),
    ...(run.right > run.left && { numbers: run }),
  });
}

/** 重号: one number, two different titles. */
export function duplicates(books: Books): Difference[] {
  const found = (['register', 'numbers'] as const).flatMap((book) =>
    [...Map.groupBy(numberedOf(books, book), numberKey)].flatMap(([key, same]) => {
      const titles = [...new Map(same.map((row) => [row.bare, row.title])).values()];
      const [first] = same;
      if (!first || titles.length < 2) return [];
      const { code, serial, numberYear } = first;
      return [difference('duplicate', 'document', key, { code, serial, numberYear, titles })];
    }),
  );
  return [...new Map(found.toReversed().map((one) => [one.key, one])).values()].toReversed();
}

function numberedOf(books: Books, book: 'register' | 'numbers' | 'received'): LedgerRow[] {
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
