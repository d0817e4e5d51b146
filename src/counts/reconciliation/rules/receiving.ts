import { monthOf } from '../../../kernel/period.ts';
import { type Difference, difference } from './difference.ts';
import {
  BOOKED,
  type Books,
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
    const uncounted = rowsOf(books, 'numbers', indicator).filter((row) => row.mark === 'uncounted');
    const isKnown = lookup([...register, ...uncounted]);
    const lost = rowsOf(books, 'received', indicator).filter((row) => !isKnown(row));
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
    const received = Map.groupBy(rowsOf(books, 'received', indicator), (row) => row.receiver);
    const holds = new Map([...received].map(([unit, rows]) => [unit, lookup(rows)]));
    return rowsOf(books, 'register', indicator)
      .filter(isCounted)
      .flatMap((row) => {
        const receivers = row.meantFor.filter((unit) => holds.get(unit)?.(row) !== true);
        if (receivers.length === 0) return [];
        const { code, serial, numberYear, title } = row;
        return [
          difference('unreceived', indicator, rowKey(row), { code, serial, numberYear, title, receivers }),
        ];
      });
  });
}

/** Is it among these? By its number, or by its title where one of the two books gives no number. */
function lookup(rows: readonly LedgerRow[]): (row: LedgerRow) => boolean {
  const numbers = new Set(rows.filter(isNumbered).map(numberKey));
  const titles = new Set(rows.map((row) => row.bare));
  const bare = new Set(rows.filter((row) => !isNumbered(row)).map((row) => row.bare));
  return (row) =>
    isNumbered(row) ? numbers.has(numberKey(row)) || bare.has(row.bare) : titles.has(row.bare);
}

function documentKey(row: LedgerRow): string {
  return isNumbered(row) ? numberKey(row) : row.bare;
}

/** 10 % of the receiving units, but no fewer than three (domain 4.3). */
export function sampleSize(receivingUnits: number): number {
  return Math.min(receivingUnits, Math.max(3, Math.ceil(receivingUnits / 10)));
}
