import { type Difference, difference } from './difference.ts';
import {
  BOOKED,
  type Booked,
  type Books,
  bareTitle,
  isCounted,
  type LedgerRow,
  rowKey,
  rowsOf,
} from './ledger.ts';

/** Titles shorter than this are contained in too many others. */
const TELLING = 4;

/** 有发无计划 (register without plan) and 有计划没发 (plan without register). */
export function planning(books: Books): Difference[] {
  return BOOKED.flatMap((indicator) =>
    rowsOf(books, 'plan', indicator).length > 0 ? byEntry(books, indicator) : byNumber(books, indicator),
  );
}

/** The plan lists its entries: each is matched with at most one entry of the register. */
function byEntry(books: Books, indicator: Booked): Difference[] {
  const register = issued(books, indicator);
  if (register.length === 0) return [];
  const plan = rowsOf(books, 'plan', indicator);
  const { left: unplanned, right: unused } = match(
    register.filter((row) => row.mark !== 'unplanned'),
    plan,
  );
  return [
    ...unplanned.map((row) =>
      difference('unplanned', indicator, rowKey(row), {
        code: row.code,
        serial: row.serial,
        numberYear: row.numberYear,
        title: row.title,
      }),
    ),
    ...unused.map((row) => difference('unused', indicator, row.plan || rowKey(row), { title: row.title })),
  ];
}

/**
 * The plan is a number: so are the differences. What is left of a plan lapses by rule (domain 4.3), so nobody is asked
 * about it.
 */
function byNumber(books: Books, indicator: Booked): Difference[] {
  const planned = books.planned[indicator];
  const register = issued(books, indicator);
  const reported = [...books.reported[indicator].values()];
  if (planned === undefined || (register.length === 0 && reported.length === 0)) return [];
  const within =
    register.length > 0
      ? register.filter((row) => row.mark !== 'unplanned').length
      : reported.reduce((sum, figure) => sum + figure.amount - figure.unplanned, 0);
  const numbers = { left: planned, right: within };
  if (within > planned) return [difference('unplanned', indicator, '', { numbers })];
  return within < planned ? [difference('unused', indicator, '', { numbers, byRule: true })] : [];
}

function issued(books: Books, indicator: Booked): LedgerRow[] {
  return rowsOf(books, 'register', indicator).filter(isCounted);
}

/** By the plan's number, then by equal titles, then by one title within the other; each side is used once. */
export function match(register: readonly LedgerRow[], plan: readonly LedgerRow[]) {
  const ways: ((a: LedgerRow, b: LedgerRow) => boolean)[] = [
    (a, b) => a.plan !== '' && a.plan === b.plan,
    (a, b) => bareTitle(a.title) === bareTitle(b.title),
    (a, b) => contains(bareTitle(a.title), bareTitle(b.title)),
  ];
  let left = [...register];
  let right = [...plan];
  for (const agree of ways) {
    const free = new Set(right);
    left = left.filter((row) => {
      const partner = [...free].find((entry) => agree(row, entry));
      if (partner) free.delete(partner);
      return partner === undefined;
    });
    right = right.filter((entry) => free.has(entry));
  }
  return { left, right };
}

function contains(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= TELLING && long.includes(short);
}
