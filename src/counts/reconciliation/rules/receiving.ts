import { monthOf } from '../../../kernel/period.ts';
import { type Difference, difference } from './difference.ts';
import {
  BOOKED,
  type Books,
  bareTitle,
  isCounted,
  isNumbered,
  type LedgerRow,
  numberKey,
  rowKey,
  rowsOf,
} from './ledger.ts';

/** 收到没登记: somebody has received what the register does not know, the kind that matters most. */
export function unregistered(books: Books): Difference[] {
  return BOOKED.flatMap((indicator) => {
    const register = rowsOf(books, 'register', indicator);
    if (register.length === 0) return [];
    const known = [
      ...register,
      ...rowsOf(books, 'numbers', indicator).filter((row) => row.mark === 'uncounted'),
    ];
    const lost = rowsOf(books, 'received', indicator).filter((row) => !known.some((one) => isSame(one, row)));
    return [...Map.groupBy(lost, documentKey)].map(([key, rows]) => {
      const { code = '', serial = 0, numberYear = 0, title = '', day = '' } = rows[0] ?? {};
      return difference('unregistered', indicator, key, {
        code,
        serial,
        numberYear,
        title,
        receivers: rows.map((row) => row.receiver),
        to: day === '' ? '' : monthOf(day),
      });
    });
  });
}

/** 登记没收到: a sampled unit was meant to get it and does not have it. */
export function unreceived(books: Books): Difference[] {
  return BOOKED.flatMap((indicator) => {
    const received = rowsOf(books, 'received', indicator);
    return rowsOf(books, 'register', indicator)
      .filter(isCounted)
      .flatMap((row) => {
        const having = received.filter((one) => isSame(row, one)).map((one) => one.receiver);
        const receivers = row.meantFor.filter((unit) => !having.includes(unit));
        if (receivers.length === 0) return [];
        const { code, serial, numberYear, title } = row;
        return [
          difference('unreceived', indicator, rowKey(row), { code, serial, numberYear, title, receivers }),
        ];
      });
  });
}

/** The same number, or the same title where one of the books gives no number. */
function isSame(a: LedgerRow, b: LedgerRow): boolean {
  if (isNumbered(a) && isNumbered(b)) return numberKey(a) === numberKey(b);
  return bareTitle(a.title) === bareTitle(b.title);
}

function documentKey(row: LedgerRow): string {
  return isNumbered(row) ? numberKey(row) : bareTitle(row.title);
}

/** 10 % of the receiving units, but no fewer than three (domain 4.3). */
export function sampleSize(receivingUnits: number): number {
  return Math.min(receivingUnits, Math.max(3, Math.ceil(receivingUnits / 10)));
}
