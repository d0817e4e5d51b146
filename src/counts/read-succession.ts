import { lastDay, type Month, yearOf } from '../kernel/period.ts';
import { findUnits } from '../people/repo.ts';
import { findSteps } from '../people/repo-succession.ts';
import { type DatedStep, endedUnits, kinOf } from '../people/rules/succession.ts';
import type { Ctx } from '../store/context.ts';
import { findPlans } from './repo.ts';
import { type PackedSeries, readSeries } from './repo-sums.ts';
import { comparableSeries, splitGroups } from './rules/comparable.ts';
import type { CountingRule } from './rules/counting-rule.ts';
import { INDICATORS, type Indicator } from './rules/indicator.ts';
import { unpacker } from './rules/packed.ts';
import { type MovedPlan, movedPlans } from './rules/plan-succession.ts';
import type { Series } from './rules/series.ts';
import { type SuccessionReport, successionReport } from './succession-report.ts';

/** What mergers and splits up to a month have done to the figures and plans of one level. */
export interface Succession {
  steps: readonly DatedStep[];
  /** Plans that they have changed. */
  planOf(code: string, indicator: Indicator): MovedPlan | undefined;
  /** Figures that are comparable with last year, where they are not the counted ones (domain 10.4). */
  comparable(code: string, indicator: Indicator): Series | undefined;
  /** Whether the unit has no comparison of its own. */
  isSplit(code: string): boolean;
  reports: ReadonlyMap<Indicator, SuccessionReport>;
}

const UNCHANGED: Succession = {
  steps: [],
  planOf: () => undefined,
  comparable: () => undefined,
  isSplit: () => false,
  reports: new Map(),
};

interface Input {
  county: string;
  asOf: Month;
  rules: readonly CountingRule[];
  elapsed: number | null;
  /** The level's figures, by whoever has read them all. */
  rows?: readonly PackedSeries[];
}

/** One query as long as nothing was merged or split. */
export async function readSuccession(ctx: Ctx, input: Input): Promise<Succession> {
  const { county, asOf, rules, elapsed } = input;
  const all = await findSteps(ctx.db, lastDay(asOf));
  if (all.length === 0) return UNCHANGED;
  const kin = kinOf(
    all.map(({ unit }) => unit),
    all,
  );
  const names = new Map(
    (await findUnits(ctx.db, kin)).flatMap((unit) =>
      unit.county === county ? [[unit.code, unit.name]] : [],
    ),
  );
  const codes = kin.filter((code) => names.has(code));
  if (codes.length === 0) return { ...UNCHANGED, steps: all };
  const isOwn = (code: string) => code === '' || names.has(code);
  // What goes to another level stays out of this level's plans.
  const steps = all.filter(({ unit, successor }) => isOwn(unit) && isOwn(successor));
  const rows = input.rows ?? (await readSeries(ctx.db, county, asOf, codes));
  const entered = await findPlans(ctx.db, yearOf(asOf), codes);
  const unpack = unpacker(rules);
  const groups = splitGroups(steps, asOf);
  const ended = endedUnits(steps);
  const concerned = new Set(codes);
  const parts = INDICATORS.map((indicator) => {
    const series = new Map(
      rows
        .filter((row) => row.indicator === indicator && concerned.has(row.code))
        .map(({ code, packed }) => [code, unpack(packed)]),
    );
    const plans = new Map(entered.filter((row) => row.indicator === indicator).map((row) => [row.unit, row]));
    const moved = movedPlans({ plans, series, steps, asOf });
    const planOf = (code: string) => moved.get(code) ?? plans.get(code);
    const nameOf = (code: string) => names.get(code) ?? code;
    const report = successionReport({ asOf, elapsed, groups, ended, series, moved, planOf, nameOf });
    return [indicator, { moved, comparable: comparableSeries(series, all, asOf), report }] as const;
  });
  const byIndicator = new Map(parts);
  return {
    steps: all,
    planOf: (code, indicator) => byIndicator.get(indicator)?.moved.get(code),
    comparable: (code, indicator) => byIndicator.get(indicator)?.comparable.get(code),
    isSplit: (code) => groups.some((group) => group.codes.includes(code)),
    reports: new Map(parts.map(([indicator, { report }]) => [indicator, report])),
  };
}
