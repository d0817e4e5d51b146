import { type Month, monthNumber } from '../kernel/period.ts';
import { addSeries, type SplitGroup } from './rules/comparable.ts';
import { addPlans, NO_PLAN } from './rules/plan.ts';
import type { MovedPlan } from './rules/plan-succession.ts';
import { type Series, spansOf, sumsAt } from './rules/series.ts';
import { type Plan, type Statistics, statisticsOf } from './rules/statistics.ts';

/** What mergers and splits have done to one indicator of a level. */
export interface SuccessionReport {
  /** Units whose plan has grown by that of merged ones. */
  merged: { name: string; plan: number; brought: number }[];
  splits: SplitLine[];
}

/** All that a split unit became, compared with what it was (domain 10.4). */
export interface SplitLine {
  /** Units that exist today. */
  names: string[];
  formerly: string[];
  /** Units whose plan is still to be divided by a person. */
  undivided: { name: string; plan: number }[];
  statistics: Statistics;
}

interface Input {
  asOf: Month;
  elapsed: number | null;
  groups: readonly SplitGroup[];
  ended: ReadonlySet<string>;
  series: ReadonlyMap<string, Series>;
  moved: ReadonlyMap<string, MovedPlan>;
  planOf(code: string): Plan | undefined;
  nameOf(code: string): string;
}

export function successionReport(input: Input): SuccessionReport {
  const { groups, ended, moved, nameOf } = input;
  return {
    merged: [...moved].flatMap(([code, { current, brought }]) =>
      current !== null && brought > 0 && !ended.has(code)
        ? [{ name: nameOf(code), plan: current, brought }]
        : [],
    ),
    splits: groups.flatMap((group) => splitLine(group, input) ?? []),
  };
}

function splitLine({ codes, formerly }: SplitGroup, input: Input): SplitLine | undefined {
  const { asOf, elapsed, ended, moved, planOf, nameOf } = input;
  const series = codes.flatMap((code) => input.series.get(code) ?? []);
  if (series.length === 0) return undefined;
  const isPlanless = (code: string) => (planOf(code)?.current ?? null) === null;
  const waits = codes.some((code) => !formerly.includes(code) && isPlanless(code));
  return {
    names: codes.filter((code) => !ended.has(code)).map(nameOf),
    formerly: formerly.map(nameOf),
    undivided: formerly.flatMap((code) => {
      const plan = planOf(code)?.current;
      return plan && waits && !moved.has(code) ? [{ name: nameOf(code), plan }] : [];
    }),
    statistics: statisticsOf({
      month: monthNumber(asOf),
      elapsed,
      sums: sumsAt(addSeries(series), spansOf(asOf), 'counted'),
      plan: codes.map((code) => planOf(code) ?? NO_PLAN).reduce(addPlans, NO_PLAN),
    }),
  };
}
