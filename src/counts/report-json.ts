import { tierNames } from '../people/words.ts';
import type { Report } from './read-report.ts';
import type { Statistics } from './rules/statistics.ts';
import { indicatorNames } from './words.ts';
import { shownOf, reportWords as words } from './words-report.ts';
import { successionLines } from './words-succession.ts';

/**
 * The report in the shape of the operating contract (section 4): figures in full precision, `null` with `…Reason` where
 * one is not defined, the display text in `shown`.
 */
export function reportJson(report: Report): Record<string, unknown> {
  return {
    period: report.period,
    level: words.level(report.county),
    asOf: report.asOf,
    complete: report.complete,
    completeness: report.completeness.value,
    indicators: report.indicators.map((line) => ({
      indicator: indicatorNames[line.indicator],
      ...figures(line.statistics),
      periodTotal: line.periodTotal,
      note: words.note(report.complete, line.remarks),
      kinds: line.kinds.map(({ tier, statistics }) => ({ tier: tierNames[tier], ...figures(statistics) })),
      course: line.course,
      merged: line.merged,
      splits: line.splits.map(({ statistics, ...split }) => ({ ...split, ...figures(statistics) })),
      units: line.units.map((unit) => ({ code: unit.code, name: unit.name, ...figures(unit.statistics) })),
    })),
    footer: words.footer,
  };
}

/** For people at the command line. */
export function reportLines(report: Report): string[] {
  return [
    words.headline(report.county, report.period, report.complete),
    ...report.indicators.map((line) =>
      words.plainLine(
        indicatorNames[line.indicator],
        shownOf(line.statistics),
        words.note(report.complete, line.remarks),
      ),
    ),
    ...report.indicators.flatMap(successionLines),
    words.footer,
  ];
}

function figures(statistics: Statistics): Record<string, unknown> {
  const flat: Record<string, unknown> = {};
  for (const [key, figure] of Object.entries(statistics)) {
    if (typeof figure !== 'object' || figure === null) flat[key] = figure;
    else {
      flat[key] = figure.value;
      if (figure.value === null) flat[`${key}Reason`] = figure.reason;
    }
  }
  if (statistics.gate === null) flat['gateReason'] = 'nothing_to_compare';
  if (statistics.monthGate === null) flat['monthGateReason'] = 'nothing_to_compare';
  flat['shown'] = shownOf(statistics);
  return flat;
}
