import type { ChartBlock } from '../chat/card.ts';
import { type Month, monthNumber } from '../kernel/period.ts';
import type { IndicatorReport } from './indicator-report.ts';
import { cumulated } from './rules/level.ts';
import { roundHalfUp } from './rules/rounding.ts';
import { chartWords as words } from './words-chart.ts';

/** Told apart in light and dark, and by those who do not see red or green: what was, what was planned, what is. */
const COLOURS = ['#4c8dff', '#8f959e', '#f0681a'];

/** In pixels: high enough to see a rise on a phone; a ratio would be a stripe there or a wall on a desk. */
const HEIGHT = 220;

/** Cumulated count against the plan's pace and last year; undefined while there is nothing to draw. */
export function courseChart(
  { indicator, course, statistics }: IndicatorReport,
  asOf: Month,
): ChartBlock | undefined {
  const now = cumulated(course.year.slice(0, monthNumber(asOf)));
  if (!now.some((count) => count !== null && count > 0)) return undefined;
  // Drawn in this order: the year in question lies on top. Figures under another rule are not shown beside it.
  const lines: [string, readonly (number | null)[]][] = [
    [words.lastYear(asOf), statistics.sameRule ? cumulated(course.lastYear) : []],
    [words.pace, course.pace],
    [words.year(asOf), now],
  ];
  const drawn = lines.filter(([, points]) => points.some((point) => point !== null));
  return {
    kind: 'chart',
    spec: {
      type: 'line',
      title: { text: words.title(indicator) },
      data: [
        {
          id: 'course',
          values: drawn.flatMap(([line, points]) =>
            points.flatMap((count, i) =>
              count === null ? [] : [{ month: words.month(i + 1), line, count: roundHalfUp(count, 1) }],
            ),
          ),
        },
      ],
      xField: 'month',
      yField: 'count',
      seriesField: 'line',
      color: lines.flatMap((line, i) => (drawn.includes(line) ? (COLOURS[i] ?? []) : [])),
      point: { visible: false },
      legends: { visible: true, orient: 'bottom' },
    },
    text: words.text(
      indicator,
      drawn.map(([line, points]) => ({ line, last: points.findLast((point) => point !== null) ?? 0 })),
    ),
    height: HEIGHT,
  };
}
