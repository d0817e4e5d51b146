import type { Month } from '../../kernel/period.ts';
import { type CountingRule, versionIn } from './counting-rule.ts';
import type { Cell, Series } from './series.ts';

/** Between the cells of a packed series and between the parts of a cell: nothing that a version could be named. */
export const PACK = { cell: '\u001e', part: '\u001f' } as const;

/** `month, amount[, unplanned, emergency, stated version]`; what is 0 and unstated is left out. */
export function unpack(packed: string, rules: readonly CountingRule[]): Series {
  const series = new Map<Month, Cell>();
  for (const cell of packed.split(PACK.cell)) {
    const [month = '', amount, unplanned = 0, emergency = 0, stated] = cell.split(PACK.part);
    series.set(month, {
      amount: Number(amount),
      unplanned: Number(unplanned),
      emergency: Number(emergency),
      version: stated || versionIn(month, rules),
    });
  }
  return series;
}
