import { lastDay, type Month, yearOf } from '../kernel/period.ts';
import type { UnitRow } from '../people/repo.ts';
import { findSteps } from '../people/repo-succession.ts';
import { lineageOf } from '../people/rules/succession.ts';
import type { Ctx } from '../store/context.ts';
import { type IndicatorReport, indicatorReport } from './indicator-report.ts';
import { elapsedShares } from './read-report.ts';
import { findCountingRules, findPlans, findReporting } from './repo.ts';
import { readSeries } from './repo-sums.ts';
import { comparableSeries } from './rules/comparable.ts';
import { INDICATORS } from './rules/indicator.ts';
import type { LevelCell } from './rules/level.ts';
import { unpacker } from './rules/packed.ts';
import { NO_PLAN } from './rules/plan.ts';

/** The statistics of one unit: what a department sees of itself, computed like those of its level. */
export interface UnitReport {
  unit: UnitRow;
  asOf: Month;
  /** Those that the unit reports or has figures of. */
  indicators: IndicatorReport[];
}

export async function readUnitReport(ctx: Ctx, unit: UnitRow, asOf: Month): Promise<UnitReport> {
  const { db } = ctx;
  const rules = await findCountingRules(db);
  const listed = new Set((await findReporting(db, asOf, [unit.code])).map((row) => row.indicator));
  const plans = (await findPlans(db, yearOf(asOf), [unit.code])).filter((plan) => plan.unit === unit.code);
  const unpack = unpacker(rules);
  const steps = await findSteps(db, lastDay(asOf));
  const rows = await readSeries(db, unit.county, asOf, lineageOf([unit.code], steps));
  const cells = [...Map.groupBy(rows, (row) => row.indicator)].flatMap(([indicator, some]): LevelCell[] => {
    const counted = new Map(some.map(({ code, packed }) => [code, unpack(packed)]));
    const own = comparableSeries(counted, steps, asOf).get(unit.code) ?? counted.get(unit.code) ?? new Map();
    return [...own].map(([month, { version, ...cell }]) => ({
      ...cell,
      indicator,
      month,
      ruleVersion: version,
    }));
  });
  const span = { from: asOf, asOf, rules, elapsed: elapsedShares(ctx.calendar, asOf) };
  return {
    unit,
    asOf,
    indicators: INDICATORS.flatMap((indicator) => {
      const own = cells.filter((cell) => cell.indicator === indicator);
      if (own.length === 0 && !listed.has(indicator)) return [];
      const plan = plans.find((one) => one.indicator === indicator) ?? NO_PLAN;
      const { current, original } = plan;
      // That a single unit has no plan is told by its own line.
      const only = [{ current, original, lines: 1, planned: 1 }];
      return [indicatorReport({ indicator, cells: own, plans: only, units: [], span })];
    }),
  };
}
