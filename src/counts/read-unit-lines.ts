import { type Month, monthNumber, yearOf } from '../kernel/period.ts';
import { findUnits } from '../people/repo.ts';
import type { Ctx } from '../store/context.ts';
import { findPlans, findReporting } from './repo.ts';
import { type LevelRow, readSeries } from './repo-sums.ts';
import type { CountingRule } from './rules/counting-rule.ts';
import { INDICATORS, type Indicator } from './rules/indicator.ts';
import { addUp } from './rules/level.ts';
import { unpacker } from './rules/packed.ts';
import { NO_PLAN } from './rules/plan.ts';
import { spansOf, sumsAt } from './rules/series.ts';
import { type Statistics, statisticsOf } from './rules/statistics.ts';
import { EMPTY } from './rules/sums.ts';

/** One unit's line of a report. */
export interface UnitLine {
  code: string;
  name: string;
  /** Worked out when it is asked for: a level can have tens of thousands of lines, and each has two dozen figures. */
  readonly statistics: Statistics;
}

export interface UnitLines {
  /** Of every unit that reports or has figures, in the fixed order of the units. */
  lines: ReadonlyMap<Indicator, UnitLine[]>;
  /** What they add up to, as `readLevel` would read it once more. */
  cells: LevelRow[];
}

/** Reads every figure of a level once, for its lines and for its sums. */
export async function readUnitLines(
  ctx: Ctx,
  input: { county: string; asOf: Month; rules: readonly CountingRule[]; elapsed: number | null },
): Promise<UnitLines> {
  const { db } = ctx;
  const { county, asOf, rules, elapsed } = input;
  const month = monthNumber(asOf);
  const spans = spansOf(asOf);
  const unpack = unpacker(rules);
  const units = (await findUnits(db)).filter((unit) => unit.county === county);
  const key = (code: string, indicator: Indicator) => `${code}:${indicator}`;
  const listed = new Set((await findReporting(db, asOf)).map((row) => key(row.code, row.indicator)));
  const packedSeries = await readSeries(db, county, asOf);
  const series = new Map(packedSeries.map((row) => [key(row.code, row.indicator), row.packed]));
  const plans = new Map(
    (await findPlans(db, yearOf(asOf))).map((row) => [key(row.unit, row.indicator), row]),
  );
  const linesOf = (indicator: Indicator) =>
    units.flatMap(({ code, name }): UnitLine[] => {
      const k = key(code, indicator);
      const packed = series.get(k);
      if (packed === undefined && !listed.has(k)) return [];
      const plan = plans.get(k) ?? NO_PLAN;
      return [
        {
          code,
          name,
          get statistics() {
            const sums = packed ? sumsAt(unpack(packed), spans, 'counted') : EMPTY;
            return statisticsOf({ month, elapsed, sums, plan });
          },
        },
      ];
    });
  const tiers = new Map(units.map(({ code, tier }) => [code, tier]));
  function* unpacked() {
    for (const { code, indicator, packed } of packedSeries) {
      const kind = tiers.get(code);
      if (kind) yield { kind, indicator, series: unpack(packed) };
    }
  }
  return {
    lines: new Map(INDICATORS.map((indicator) => [indicator, linesOf(indicator)])),
    cells: addUp(unpacked()).map(({ kind, ...cell }) => ({ ...cell, tier: kind })),
  };
}
