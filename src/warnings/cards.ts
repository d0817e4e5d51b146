import type { Block, Card } from '../chat/card.ts';
import { joinRich } from '../chat/rich.ts';
import type { Indicator } from '../counts/window.ts';
import type { Month } from '../kernel/period.ts';
import type { Evidence } from './evidence.ts';
import { cardWords as words } from './words.ts';

/** One notice as a card tells it. */
export interface Told {
  /** Name of the unit, or of the level. */
  name: string;
  indicator: Indicator;
  level: number;
  evidence: Evidence;
}

/** A card of 30 KB holds about eight with all their sums (cards.md section 1); the rest is named. */
const IN_FULL = 8;

/** Told apart in light and dark, and by those who do not see red or green: what is, what was planned, what was. */
const COLOURS = { now: '#f0681a', plan: '#8f959e', lastYear: '#4c8dff' };

/** In pixels: as wide as a phone and high enough to see a rise; a ratio would be a stripe there or a wall on a desk. */
const CHART_HEIGHT = 220;

const TONES: Card['tone'][] = ['info', 'notice', 'warning', 'danger'];

/** All that one person has to know of one month, in the fixed order of the units; a chart of the first. */
export function warningCard(month: Month, told: readonly Told[]): Card {
  const levels = told.map((one) => one.level);
  const full = told.slice(0, IN_FULL);
  const others = told.slice(IN_FULL);
  return {
    title: words.title(month),
    subtitle: words.subtitle(levels),
    tone: TONES[Math.max(0, ...levels)] ?? 'danger',
    blocks: [
      { kind: 'text', text: words.advice(levels) },
      ...full.flatMap((one, i) => [
        { kind: 'divider' as const },
        ...blocksOf(one),
        ...(i === 0 ? chartOf(month, one) : []),
      ]),
      ...(others.length > 0 ? [othersPanel(others)] : []),
      { kind: 'note', text: words.base(month) },
      { kind: 'note', text: words.footer },
    ],
  };
}

/** The conclusions stay in sight; who wants to do the sums again unfolds them. */
function blocksOf({ name, indicator, level, evidence }: Told): Block[] {
  const triggers = evidence.triggers.toSorted((a, b) => b.level - a.level);
  const findings = triggers.map((trigger) => words.finding(trigger, indicator));
  return [
    { kind: 'text', text: joinRich([words.heading(name, indicator, level), ...findings], '\n') },
    { kind: 'note', text: words.quota(indicator, evidence) },
    {
      kind: 'panel',
      title: words.sumsTitle,
      blocks: triggers.map((trigger) => ({ kind: 'text', text: words.sum(trigger) })),
    },
  ];
}

function othersPanel(others: readonly Told[]): Block {
  const lines = others.map((one) => words.brief(one.name, one.indicator, one.level, one.evidence.triggers));
  return {
    kind: 'panel',
    title: words.more(others.length),
    blocks: [{ kind: 'text', text: joinRich(lines, '\n') }],
  };
}

function chartOf(month: Month, { name, indicator, evidence }: Told): Block[] {
  const { lines } = evidence;
  if (!lines) return [];
  // Drawn in this order: the year in question lies on top.
  const series: [string, string, readonly (number | null)[]][] = [
    [words.lastLine(month), COLOURS.lastYear, lines.lastYear],
    [words.planLine, COLOURS.plan, lines.plan],
    [words.nowLine(month), COLOURS.now, lines.now],
  ];
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
