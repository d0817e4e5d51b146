import { type Month, monthNumber } from '../kernel/period.ts';
import type { Ctx } from '../store/context.ts';
import { readSuccession, type Succession } from './read-succession.ts';
import { type LevelPlan, levelPlansOf, readUnitPlans, type UnitPlan } from './repo-plans.ts';
import { type LevelRow, readSeries } from './repo-sums.ts';
import type { CountingRule } from './rules/counting-rule.ts';
import { INDICATORS, type Indicator } from './rules/indicator.ts';
import { addUp } from './rules/level.ts';
import { unpacker } from './rules/packed.ts';
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
  /** And their plans, as `readLevelPlans` would. */
  plans: LevelPlan[];
  succession: Succession;
}

/** The line with its plan as mergers and splits have left it. */
export function withMoved(line: UnitPlan, succession: Succession): UnitPlan {
  const { current, original } = succession.planOf(line.code, line.indicator) ?? line;
  return { ...line, current, original };
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
  const key = (code: string, indicator: Indicator) => `${code}:${indicator}`;
  const packedSeries = await readSeries(db, county, asOf);
  const series = new Map(packedSeries.map((row) => [key(row.code, row.indicator), row.packed]));
  const succession = await readSuccession(ctx, { ...input, rows: packedSeries });
  const plans = (await readUnitPlans(db, county, asOf)).map((line) => withMoved(line, succession));
  const lineOf = ({ code, name, indicator, current, original }: UnitPlan): UnitLine => {
    const packed = series.get(key(code, indicator));
    return {
      code,
      name,
      get statistics() {
        const own = succession.comparable(code, indicator) ?? (packed && unpack(packed));
        const sums = own ? sumsAt(own, spans, 'counted') : EMPTY;
        return statisticsOf({ month, elapsed, sums, plan: { current, original } });
      },
    };
  };
  const tiers = new Map(plans.map(({ code, tier }) => [code, tier]));
  function* unpacked() {
    for (const { code, indicator, packed } of packedSeries) {
      const kind = tiers.get(code);
      if (kind) yield { kind, indicator, series: unpack(packed) };
    }
  }
  return {
    lines: new Map(
      INDICATORS.map((indicator) => [
        indicator,
        plans.filter((plan) => plan.indicator === indicator).map(lineOf),
      ]),
    ),
    plans: levelPlansOf(plans),
    succession,
    cells: addUp(unpacked()).map(({ kind, ...cell }) => ({ ...cell, tier: kind })),
  };
}
