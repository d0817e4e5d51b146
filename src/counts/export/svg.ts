import { type Month, monthNumber } from '../../kernel/period.ts';
import type { IndicatorReport } from '../indicator-report.ts';
import { cumulated } from '../rules/level.ts';
import { chartWords } from '../words-chart.ts';
import { escapeHtml } from './html.ts';

const WIDTH = 640;
const HEIGHT = 220;
const LEFT = 48;
const BOTTOM = 28;
const TOP = 12;
const RIGHT = 12;

/** Printers have no colour: what is, what was planned and what was differ in their stroke as well. */
const STROKES = [
  { colour: '#4c8dff', dash: '2 4' },
  { colour: '#8f959e', dash: '8 4' },
  { colour: '#d9480f', dash: '' },
];

/** The chart of the cards, as a drawing that needs no script. Empty while there is nothing to draw. */
export function courseSvg({ indicator, course, statistics }: IndicatorReport, asOf: Month): string {
  const now = cumulated(course.year.slice(0, monthNumber(asOf)));
  const lines: [string, readonly (number | null)[]][] = [
    [chartWords.lastYear(asOf), statistics.sameRule ? cumulated(course.lastYear) : []],
    [chartWords.pace, course.pace],
    [chartWords.year(asOf), now],
  ];
  const top = Math.max(0, ...lines.flatMap(([, points]) => points.map((point) => point ?? 0)));
  if (top === 0 || !now.some((point) => point !== null)) return '';
  const step = niceStep(top / 4);
  const ceiling = Math.ceil(top / step) * step;
  const x = (i: number) => round(LEFT + ((WIDTH - LEFT - RIGHT) * i) / 11);
  const y = (count: number) => round(TOP + (HEIGHT - TOP - BOTTOM) * (1 - count / ceiling));
  const grid = Array.from({ length: Math.round(ceiling / step) + 1 }, (_, i) => i * step).map(
    (count) =>
      `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(count)}" y2="${y(count)}" stroke="#e5e6eb"/><text x="${LEFT - 6}" y="${y(count) + 4}" text-anchor="end">${count}</text>`,
  );
  const months = Array.from(
    { length: 12 },
    (_, i) =>
      `<text x="${x(i)}" y="${HEIGHT - 8}" text-anchor="middle">${escapeHtml(chartWords.month(i + 1))}</text>`,
  );
  const drawn = lines.map(([, points], n) => {
    const places = points.flatMap((point, i) => (point === null ? [] : [`${x(i)},${y(point)}`]));
    const { colour, dash } = STROKES[n] ?? { colour: '#000', dash: '' };
    return `<polyline fill="none" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash}" points="${places.join(' ')}"/>`;
  });
  const legend = lines
    .map(([name], n) => ({
      name,
      stroke: STROKES[n],
      there: (lines[n]?.[1] ?? []).some((point) => point !== null),
    }))
    .filter(({ there }) => there)
    .map(
      ({ name, stroke }) =>
        `<span class="key"><svg width="28" height="8" aria-hidden="true"><line x1="0" x2="28" y1="4" y2="4" stroke="${stroke?.colour}" stroke-width="2" stroke-dasharray="${stroke?.dash}"/></svg>${escapeHtml(name)}</span>`,
    );
  return `<figure><figcaption>${escapeHtml(chartWords.title(indicator))}　${legend.join('')}</figcaption><svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeHtml(chartWords.title(indicator))}">${grid.join('')}${months.join('')}${drawn.join('')}</svg></figure>`;
}

/** 1, 2 or 5 times a power of ten. */
function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1)));
  return power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10);
}

const round = (value: number) => Math.round(value * 10) / 10;
