import type { Month } from '../../kernel/period.ts';
import { type CountingRule, versionIn } from './counting-rule.ts';
import type { Cell, Series } from './series.ts';

/** Between the cells of a packed series and between the parts of a cell: nothing that a version could be named. */
export const PACK = { cell: '\u001e', part: '\u001f' } as const;

/** Length of `2026-06` and of the separator behind it. */
const MONTH = 7;

/**
 * Reads series packed by the database: cells of `month, amount[, unplanned, emergency, stated version]`, where what is 0
 * and unstated is left out. One reader serves many series: it looks up the rule of a month once.
 */
export function unpacker(rules: readonly CountingRule[]): (packed: string) => Series {
  const versions = new Map<Month, string>();
  const implied = (month: Month) => {
    const known = versions.get(month) ?? versionIn(month, rules);
    versions.set(month, known);
    return known;
  };
  return (packed) => {
    const series = new Map<Month, Cell>();
    for (let start = 0; start < packed.length; ) {
      const found = packed.indexOf(PACK.cell, start);
      const end = found < 0 ? packed.length : found;
      const month = packed.slice(start, start + MONTH);
      const parts = packed.slice(start + MONTH + 1, end);
      series.set(month, cellOf(parts, month, implied));
      start = end + 1;
    }
    return series;
  };
}

function cellOf(parts: string, month: Month, implied: (month: Month) => string): Cell {
  // Most cells are a bare amount.
  if (!parts.includes(PACK.part))
    return { amount: Number(parts), unplanned: 0, emergency: 0, version: implied(month) };
  const [amount, unplanned, emergency, stated] = parts.split(PACK.part);
  return {
    amount: Number(amount),
    unplanned: Number(unplanned),
    emergency: Number(emergency),
    version: stated || implied(month),
  };
}
