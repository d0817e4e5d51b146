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

const TONES: Card['tone'][] = ['info', 'notice', 'warning', 'danger'];

/** All that one person has to know of one month, in the fixed order of the units; a chart of the first. */
export function warningCard(month: Month, told: readonly Told[]): Card {
  const highest = told.reduce((level, one) => Math.max(level, one.level), 0);
  const full = told.slice(0, IN_FULL);
  const others = told.slice(IN_FULL);
  return {
    title: words.title(month),
    subtitle: words.subtitle(told.length),
    tone: TONES[highest] ?? 'danger',
    blocks: [
      ...full.flatMap((one, i) => [
        ...(i > 0 ? [{ kind: 'divider' as const }] : []),
        ...blocksOf(one),
        ...(i === 0 ? chartOf(month, one) : []),
      ]),
      ...(others.length > 0 ? [othersPanel(others)] : []),
      { kind: 'note', text: words.base(month) },
      { kind: 'note', text: words.footer },
    ],
  };
}

function blocksOf({ name, indicator, level, evidence }: Told): Block[] {
  const triggers = evidence.triggers.toSorted((a, b) => b.level - a.level).map(words.trigger);
  return [
    { kind: 'text', text: joinRich([words.heading(name, indicator, level), ...triggers], '\n') },
    { kind: 'note', text: words.quota(indicator, evidence) },
    { kind: 'note', text: words.advice[level] ?? '' },
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
  const series: [string, readonly (number | null)[]][] = [
    [words.planLine, lines.plan],
    [words.nowLine(month), lines.now],
    [words.lastLine(month), lines.lastYear],
  ];
  const values = series.flatMap(([line, points]) =>
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
        legends: { visible: true, orient: 'bottom' },
      },
      text: words.chartText(month, evidence),
      ratio: '16:9',
    },
  ];
}
