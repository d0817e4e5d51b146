import type { Block } from '../chat/card.ts';
import type { Month } from '../kernel/period.ts';
import type { Told } from './cards.ts';
import { cardWords as words } from './words.ts';

/** Told apart in light and dark, and by those who do not see red or green: what is, what was planned, what was. */
const COLOURS = { now: '#f0681a', plan: '#8f959e', lastYear: '#4c8dff' };

/** In pixels: as wide as a phone and high enough to see a rise; a ratio would be a stripe there or a wall on a desk. */
const CHART_HEIGHT = 220;

/** Cumulated count against the plan's pace and last year. */
export function chartOf(month: Month, { name, indicator, evidence }: Told): Block[] {
  const { lines } = evidence;
  if (!lines) return [];
  // Drawn in this order: the year in question lies on top.
  const all: [string, string, readonly (number | null)[]][] = [
    [words.lastLine(month), COLOURS.lastYear, lines.lastYear],
    [words.planLine, COLOURS.plan, lines.plan],
    [words.nowLine(month), COLOURS.now, lines.now],
  ];
  // Colours go by position: a line without a point must not take one.
  const series = all.filter(([, , points]) => points.some((count) => count !== null));
  const values = series.flatMap(([line, , points]) =>
    points.flatMap((count, i) =>
      count === null ? [] : [{ month: words.monthLabel(i + 1), line, count: Math.round(count) }],
    ),
  );
  return [
    {
      kind: 'chart',
      spec: {
        type: 'line',
        title: { text: words.chartTitle(name, indicator) },
        data: [{ id: 'counts', values }],
        xField: 'month',
        yField: 'count',
        seriesField: 'line',
        color: series.map(([, colour]) => colour),
        point: { visible: false },
        legends: { visible: true, orient: 'bottom' },
      },
      text: words.chartText(month, evidence),
      height: CHART_HEIGHT,
    },
  ];
}
