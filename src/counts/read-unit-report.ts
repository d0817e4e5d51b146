import { type Month, yearOf } from '../kernel/period.ts';
import type { UnitRow } from '../people/repo.ts';
import type { Ctx } from '../store/context.ts';
import { type IndicatorReport, indicatorReport } from './indicator-report.ts';
import { elapsedShares } from './read-report.ts';
import { readSuccession } from './read-succession.ts';
import { findCountingRules, findPlans, findReporting } from './repo.ts';
import { readSeries } from './repo-sums.ts';
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
  const plans = await findPlans(db, yearOf(asOf), [unit.code]);
  const unpack = unpacker(rules);
  const elapsed = elapsedShares(ctx.calendar, asOf);
  const succession = await readSuccession(ctx, { county: unit.county, asOf, rules, elapsed: null });
  const rows = await readSeries(db, unit.county, asOf, [unit.code]);
  const counted = new Map(rows.map((row) => [row.indicator, unpack(row.packed)]));
  const cells = INDICATORS.flatMap((indicator): LevelCell[] => {
    const own = succession.comparable(unit.code, indicator) ?? counted.get(indicator) ?? new Map();
    return [...own].map(([month, { version, ...cell }]) => ({
      ...cell,
      indicator,
      month,
      ruleVersion: version,
    }));
  });
  const span = { from: asOf, asOf, rules, elapsed };
  return {
    unit,
    asOf,
    indicators: INDICATORS.flatMap((indicator) => {
      const own = cells.filter((cell) => cell.indicator === indicator);
      if (own.length === 0 && !listed.has(indicator)) return [];
      const plan = plans.find((one) => one.indicator === indicator) ?? NO_PLAN;
      const moved = succession.planOf(unit.code, indicator);
      const { current, original } = moved ?? plan;
      const after = { brought: moved?.brought ?? 0, split: succession.isSplit(unit.code) };
      // That a single unit has no plan is told by its own line.
      const only = [{ current, original, lines: 1, planned: 1 }];
      return [indicatorReport({ indicator, cells: own, plans: only, units: [], span, own: after })];
    }),
  };
}
