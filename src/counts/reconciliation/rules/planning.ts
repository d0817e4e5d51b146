import { type Difference, difference } from './difference.ts';
import { BOOKED, type Booked, type Books, isCounted, type LedgerRow, rowKey, rowsOf } from './ledger.ts';

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
  const byCode = pairOff(register, plan, (row) => row.plan);
  const byTitle = pairOff(byCode.left, byCode.right, (row) => row.bare);
  const free = byTitle.right.map((row) => ({ row, title: row.bare }));
  const left = byTitle.left.filter((row) => {
    const title = row.bare;
    const partner = free.findIndex((entry) => contains(entry.title, title));
    if (partner >= 0) free.splice(partner, 1);
    return partner < 0;
  });
  return { left, right: free.map(({ row }) => row) };
}

/** What is left of both sides when entries with the same key have been paired; an empty key pairs with nothing. */
function pairOff(
  register: readonly LedgerRow[],
  plan: readonly LedgerRow[],
  keyOf: (row: LedgerRow) => string,
) {
  const waiting = Map.groupBy(plan, keyOf);
  const paired = new Set<LedgerRow>();
  const left = register.filter((row) => {
    const key = keyOf(row);
    const partner = key === '' ? undefined : waiting.get(key)?.shift();
    if (partner) paired.add(partner);
    return partner === undefined;
  });
  return { left, right: plan.filter((row) => !paired.has(row)) };
}

function contains(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= TELLING && long.includes(short);
}
