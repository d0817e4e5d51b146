import type { Month } from '../../kernel/period.ts';
import { type CountingRule, versionIn } from './counting-rule.ts';
import type { Indicator } from './indicator.ts';
import type { Cell, Series, Spans } from './series.ts';
import { EMPTY, type Sums } from './sums.ts';

/** What many units counted in one month under one stated version. */
export interface LevelCell extends Omit<Cell, 'version'> {
  indicator: Indicator;
  month: Month;
  /** As stated with the figures; empty means the rule in force in that month. */
  ruleVersion: string;
}

/** The cells of many units' series, those of one kind, indicator, month and version added up. */
export function addUp<Kind>(
  series: Iterable<{ kind: Kind; indicator: Indicator; series: Series }>,
): (LevelCell & { kind: Kind })[] {
  type Cells = (LevelCell & { kind: Kind })[];
  const groups = new Map<Kind, Map<Indicator, Map<Month, Cells>>>();
  for (const { kind, indicator, series: one } of series) {
    const indicators = child(groups, kind, () => new Map<Indicator, Map<Month, Cells>>());
    const months = child(indicators, indicator, () => new Map<Month, Cells>());
    for (const [month, { amount, unplanned, emergency, version }] of one) {
      const cells = child(months, month, (): Cells => []);
      const known = cells.find((cell) => cell.ruleVersion === version);
      if (!known) cells.push({ kind, indicator, month, ruleVersion: version, amount, unplanned, emergency });
      else {
        known.amount += amount;
        known.unplanned += unplanned;
        known.emergency += emergency;
      }
    }
  }
  return [...groups.values()].flatMap((indicators) =>
    [...indicators.values()].flatMap((months) => [...months.values()].flat()),
  );
}

function child<K, V>(map: Map<K, V>, key: K, made: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = made();
  map.set(key, value);
  return value;
}

/** The sums of a whole level from its months; a month counts as known when any unit has figures for it. */
export function levelSums(cells: readonly LevelCell[], spans: Spans, rules: readonly CountingRule[]): Sums {
  const of = (months: readonly Month[]) => {
    const span = new Set(months);
    return cells.filter((cell) => span.has(cell.month));
  };
  const total = (months: readonly Month[]) => of(months).reduce((sum, cell) => sum + cell.amount, 0);
  const covered = (months: readonly Month[]) => new Set(of(months).map((cell) => cell.month)).size;
  const now = of(spans.now);
  return {
    month: total([spans.month]),
    lastMonth: total([spans.lastMonth]),
    total: total(spans.now),
    lastTotal: total(spans.last),
    lastYear: total(spans.lastYear),
    unplanned: now.reduce((sum, cell) => sum + cell.unplanned, 0),
    emergency: now.reduce((sum, cell) => sum + cell.emergency, 0),
    recent: spans.recent.map((month) => total([month])),
    covered: {
      now: covered(spans.now),
      last: covered(spans.last),
      lastYear: covered(spans.lastYear),
      recent: covered(spans.recent),
      quarter: covered(spans.quarter),
    },
    lastMonthKnown: covered([spans.lastMonth]) > 0,
    // Only strict comparisons count units; a report shows and remarks.
    members: EMPTY.members,
    versions: new Set(
      [...now, ...of(spans.last)].map((cell) => cell.ruleVersion || versionIn(cell.month, rules)),
    ),
  };
}

/** One year as the charts draw it: the amount of each month that has figures, January first. */
export function monthlyAmounts(cells: readonly LevelCell[], months: readonly Month[]): (number | null)[] {
  const known = new Map<Month, number>();
  for (const { month, amount } of cells) known.set(month, (known.get(month) ?? 0) + amount);
  return months.map((month) => known.get(month) ?? null);
}

/** Running sums; a month without a figure has none, and does not break the line. */
export function cumulated(amounts: readonly (number | null)[]): (number | null)[] {
  let sum = 0;
  return amounts.map((amount) => (amount === null ? null : (sum += amount)));
}
