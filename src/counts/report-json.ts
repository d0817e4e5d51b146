import { tierNames } from '../people/words.ts';
import type { Report } from './read-report.ts';
import type { Statistics } from './rules/statistics.ts';
import { indicatorNames } from './words.ts';
import { shownOf, reportWords as words } from './words-report.ts';

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
    words.footer,
  ];
}

function figures(statistics: Statistics): Record<string, unknown> {
  const flat = Object.entries(statistics).flatMap(([key, figure]): [string, unknown][] => {
    if (typeof figure !== 'object' || figure === null) return [[key, figure]];
    return figure.value === null
      ? [
          [key, null],
          [`${key}Reason`, figure.reason],
        ]
      : [[key, figure.value]];
  });
  const gates = (['gate', 'monthGate'] as const).filter((key) => statistics[key] === null);
  return {
    ...Object.fromEntries(flat),
    ...Object.fromEntries(gates.map((key) => [`${key}Reason`, 'nothing_to_compare'])),
    shown: shownOf(statistics),
  };
}
