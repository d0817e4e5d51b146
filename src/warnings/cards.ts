import type { Block, Card } from '../chat/card.ts';
import { joinRich, type Rich } from '../chat/rich.ts';
import type { Indicator } from '../counts/window.ts';
import type { Month } from '../kernel/period.ts';
import { chartOf } from './cards-chart.ts';
import type { Evidence } from './evidence.ts';
import type { TaskKind } from './tasks/repo.ts';
import { cardWords as words } from './words.ts';
import { explainWords } from './words-explain.ts';

/** One notice as a card tells it. */
export interface Told {
  scope: string;
  /** Name of the unit, or of the level. */
  name: string;
  indicator: Indicator;
  /** 0: an episode is over. */
  level: number;
  evidence: Evidence;
  /** Units whose notes are covered by this one. */
  covered?: readonly { name: string }[];
  /** What the reader may decide about it. */
  task?: TaskKind;
}

/** A card of 30 KB holds about eight with all their sums (cards.md section 1); the rest is named. */
const IN_FULL = 8;

const TONES: Card['tone'][] = ['success', 'notice', 'warning', 'danger'];

/** All that one person has to know of one month, in the fixed order of the units; a chart of the first. */
export function warningCard(month: Month, told: readonly Told[]): Card {
  const levels = told.map((one) => one.level);
  const rising = told.filter(({ level }) => level > 0);
  const over = told.filter(({ level }) => level === 0);
  const full = rising.slice(0, IN_FULL);
  const others = rising.slice(IN_FULL);
  const [first] = full;
  return {
    title: rising.length > 0 ? words.title(month) : words.overTitle(month),
    subtitle: words.subtitle(levels),
    tone: TONES[Math.max(0, ...levels)] ?? 'danger',
    blocks: [
      ...(rising.length > 0 ? [{ kind: 'text' as const, text: words.advice(told) }] : []),
      ...full.flatMap((one) => [
        { kind: 'divider' as const },
        ...noticeBlocks(month, one),
        ...(one === first ? chartOf(month, one) : []),
      ]),
      ...(others.length > 0 ? [othersPanel(others)] : []),
      ...(over.length > 0 ? overBlocks(over, rising.length > 0) : []),
      { kind: 'note', text: words.base(month) },
      { kind: 'note', text: told.length > 1 ? words.orderedFooter : words.footer },
    ],
  };
}

/** The conclusions stay in sight; who wants to do the sums again unfolds them. */
export function noticeBlocks(month: Month, told: Told): Block[] {
  const { name, indicator, level, evidence, covered = [], task, scope } = told;
  const triggers = evidence.triggers.toSorted((a, b) => b.level - a.level);
  const findings = triggers.map((trigger) => words.finding(trigger, indicator));
  return [
    { kind: 'text', text: joinRich([words.heading(name, indicator, level), ...findings], '\n') },
    ...backBlocks(told),
    { kind: 'note', text: words.quota(indicator, evidence) },
    ...(task
      ? [
          {
            kind: 'buttons' as const,
            buttons: [
              {
                text: words.taskButtons[task],
                action: task === 'draft' ? 'warnings.draft' : 'warnings.todo',
                value: { scope, indicator, month },
                style: 'primary' as const,
              },
            ],
          },
        ]
      : []),
    {
      kind: 'panel',
      title: words.sumsTitle,
      blocks: [
        ...triggers.map((trigger) => words.sum(trigger)),
        ...evidence.held.map((one) => explainWords.held(words.sum(one), one.reason)),
      ].map((text) => ({ kind: 'text', text })),
    },
    ...(covered.length > 0
      ? [
          {
            kind: 'panel' as const,
            title: words.coveredTitle(covered.length),
            blocks: [{ kind: 'text' as const, text: words.coveredNames(covered.map((unit) => unit.name)) }],
          },
        ]
      : []),
  ];
}

/** The same lines without a card: findings, what would bring it back, what is left, every sum, the base period. */
export function noticeText(month: Month, { indicator, level, evidence }: Told): (Rich | string)[] {
  const { relief, reached } = evidence;
  const triggers = evidence.triggers.toSorted((a, b) => b.level - a.level);
  return [
    ...triggers.map((trigger) => words.finding(trigger, indicator)),
    ...(relief && triggers.length > 0 ? [words.back({ relief, reached, triggers, level, indicator })] : []),
    words.quota(indicator, evidence),
    ...triggers.map((trigger) => words.sum(trigger)),
    words.base(month),
  ];
}

function backBlocks({ indicator, level, evidence }: Told): Block[] {
  const { relief, reached, triggers } = evidence;
  return relief ? [{ kind: 'text', text: words.back({ relief, reached, triggers, level, indicator }) }] : [];
}

function overBlocks(over: readonly Told[], besides: boolean): Block[] {
  const lines = over.map(({ name, indicator }) => words.over(name, indicator));
  return [
    ...(besides ? [{ kind: 'divider' as const }] : []),
    { kind: 'text', text: joinRich(lines, '\n') },
    { kind: 'note', text: words.overHint },
  ];
}

function othersPanel(others: readonly Told[]): Block {
  const lines = others.map((one) => words.brief(one.name, one.indicator, one.level, one.evidence.triggers));
  return {
    kind: 'panel',
    title: words.more(others.length),
    blocks: [
      { kind: 'text', text: joinRich(lines, '\n') },
      ...(others.some(({ task }) => task) ? [{ kind: 'note' as const, text: words.moreHint }] : []),
    ],
  };
}
