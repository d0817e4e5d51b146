import { type Month, monthFrom, monthOf } from '../../../kernel/period.ts';
import { type Difference, difference, differenceKey, type MonthShift } from './difference.ts';
import { type Claims, explanationOf } from './explanation.ts';
import {
  BOOKED,
  type Booked,
  type Books,
  isCounted,
  isNumbered,
  type LedgerRow,
  type MonthFigure,
  numberKey,
  rowKey,
  rowsOf,
} from './ledger.ts';

/** A month's figure that was put right after the list. */
export interface Correction {
  indicator: Booked;
  month: Month;
  from: MonthFigure;
  to: MonthFigure;
}

/** 归月差 and 数不等, measured against what had been reported before anything was corrected. */
export function monthDifferences(books: Books, corrected: readonly Correction[]): Difference[] {
  return BOOKED.flatMap((indicator) => {
    const register = rowsOf(books, 'register', indicator).filter(isCounted);
    if (rowsOf(books, 'register', indicator).length === 0) return [];
    const before = undone(books.reported[indicator], indicator, corrected);
    return [...register.filter(isMisplaced).map(misplaced), ...sums(books, indicator, register, before)];
  });
}

/** A document dated in one month and registered in another. */
function isMisplaced(row: LedgerRow): boolean {
  return row.day !== '' && row.month !== '' && monthOf(row.day) !== row.month;
}

function misplaced(row: LedgerRow): Difference {
  const { indicator, code, serial, numberYear, title } = row;
  return difference('month', indicator, rowKey(row), {
    code,
    serial,
    numberYear,
    title,
    from: row.month,
    to: row.day === '' ? '' : monthOf(row.day),
  });
}

/** Twelve months against the list: another sum is 数不等; the same sum spread in another way is 归月差. */
function sums(
  books: Books,
  indicator: Booked,
  register: readonly LedgerRow[],
  before: ReadonlyMap<Month, MonthFigure>,
): Difference[] {
  const listed = Map.groupBy(register, (row) => row.month || (row.day && monthOf(row.day)));
  const months = monthsOf(books.year).map(
    (month): MonthShift => ({
      month,
      reported: before.get(month)?.amount ?? 0,
      listed: listed.get(month)?.length ?? 0,
    }),
  );
  const numbers = {
    left: total(months.map((one) => one.reported)),
    right: total(months.map((one) => one.listed)),
  };
  const moved = months.filter((one) => one.reported !== one.listed);
  if (numbers.left !== numbers.right) return [difference('sum', indicator, '', { numbers, months: moved })];
  return moved.length > 0 ? [difference('month', indicator, '', { months: moved })] : [];
}

/** What the months must show once everything that was said is taken into account. */
export function target(
  books: Books,
  differences: readonly Difference[],
  claims: Claims,
  corrected: readonly Correction[],
): Partial<Record<Booked, Map<Month, MonthFigure>>> {
  const effectOf = (one: Difference) =>
    explanationOf(one.kind, claims.get(one.key)?.explanation ?? '')?.effect;
  const keysWith = (effect: string) =>
    new Set(differences.filter((one) => effectOf(one) === effect).map((one) => one.key));
  const once = keysWith('once');
  const outside = keysWith('outside');
  const keepMonth = keysWith('keep-month');
  const placed = new Map(differences.filter((one) => one.kind === 'month').map((one) => [one.key, one]));

  const entries = (indicator: Booked): { month: Month; unplanned: boolean }[] => {
    const seen = new Set<string>();
    const listed = rowsOf(books, 'register', indicator)
      .filter(isCounted)
      .filter((row) => {
        if (!isNumbered(row) || !once.has(differenceKey('duplicate', indicator, numberKey(row)))) return true;
        const first = !seen.has(numberKey(row));
        seen.add(numberKey(row));
        return first;
      })
      .map((row) => ({
        month: monthFor(row, placed.get(differenceKey('month', indicator, rowKey(row))), claims, keepMonth),
        unplanned:
          row.mark === 'unplanned' || outside.has(differenceKey('unplanned', indicator, rowKey(row))),
      }));
    const added = differences
      .filter((one) => one.indicator === indicator && effectOf(one) === 'add')
      .flatMap((one) => Array.from({ length: countOf(one) }, () => ({ month: one.to, unplanned: false })));
    return [...listed, ...added];
  };

  return Object.fromEntries(
    BOOKED.filter((indicator) => rowsOf(books, 'register', indicator).length > 0).map((indicator) => {
      const byMonth = Map.groupBy(entries(indicator), (entry) => entry.month);
      const before = undone(books.reported[indicator], indicator, corrected);
      const figures = monthsOf(books.year).map((month): [Month, MonthFigure] => {
        const here = byMonth.get(month) ?? [];
        const known = before.get(month)?.unplanned ?? 0;
        const told = here.filter((entry) => entry.unplanned).length;
        // Lists often leave out what was unplanned: silence takes nothing back.
        return [month, { amount: here.length, unplanned: Math.min(here.length, Math.max(known, told)) }];
      });
      return [indicator, new Map(figures)];
    }),
  );
}

/** A run of gaps stands for several documents. */
function countOf({ kind, numbers }: Difference): number {
  return kind === 'gap' && numbers ? numbers.right - numbers.left + 1 : 1;
}

function monthFor(
  row: LedgerRow,
  placed: Difference | undefined,
  claims: Claims,
  keepMonth: ReadonlySet<string>,
): Month {
  const byDate = row.day === '' ? row.month : monthOf(row.day);
  if (!placed || row.month === '') return byDate;
  return claims.has(placed.key) && !keepMonth.has(placed.key) ? byDate : row.month;
}

/** What has to change in the months' figures so that they show the target. */
export function corrections(books: Books, wanted: ReturnType<typeof target>): Correction[] {
  return BOOKED.flatMap((indicator) =>
    [...(wanted[indicator] ?? [])].flatMap(([month, to]): Correction[] => {
      const from = books.reported[indicator].get(month) ?? { amount: 0, unplanned: 0 };
      const same = from.amount === to.amount && from.unplanned === to.unplanned;
      return same ? [] : [{ indicator, month, from, to }];
    }),
  );
}

/** The figures as they were before these corrections. */
function undone(
  reported: ReadonlyMap<Month, MonthFigure>,
  indicator: Booked,
  corrected: readonly Correction[],
): Map<Month, MonthFigure> {
  const before = new Map(reported);
  for (const { month, from, to } of corrected.filter((one) => one.indicator === indicator)) {
    const now = before.get(month) ?? { amount: 0, unplanned: 0 };
    before.set(month, {
      amount: now.amount - (to.amount - from.amount),
      unplanned: now.unplanned - (to.unplanned - from.unplanned),
    });
  }
  return before;
}

function monthsOf(year: number): Month[] {
  return Array.from({ length: 12 }, (_, i) => monthFrom(year, i + 1));
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, n) => sum + n, 0);
}

/** Corrections one after the other, told as one per month; what was turned back is not told. */
export function mergeCorrections(earlier: readonly Correction[], later: readonly Correction[]): Correction[] {
  const merged = new Map<string, Correction>();
  for (const one of [...earlier, ...later]) {
    const key = `${one.indicator}:${one.month}`;
    const first = merged.get(key);
    merged.set(key, first ? { ...one, from: first.from } : one);
  }
  return [...merged.values()].filter(
    ({ from, to }) => from.amount !== to.amount || from.unplanned !== to.unplanned,
  );
}
