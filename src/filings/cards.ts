import type { Block, Card } from '../chat/card.ts';
import { joinRich } from '../chat/rich.ts';
import type { Day } from '../kernel/day.ts';
import type { Filing } from './places.ts';
import { kindNames, words } from './words.ts';

/** `label` names what is no filing but stands in a plan. */
export type FoundRow = Filing & { label?: string };

/** More than this is a wall of text on a phone. */
const SHOWN = 5;

export function foundCard(filings: readonly FoundRow[], today: Day): Card {
  const shown = filings.slice(0, SHOWN);
  return {
    title: words.title,
    tone: 'info',
    blocks: [
      { kind: 'text', text: words.found(filings.length, shown.length) },
      ...shown.map(item),
      { kind: 'note', text: words.asOf(today) },
    ],
  };
}

/** The list below the sentence helps when the inspection goes by another name; what is `near` is open to be read. */
export function notFoundCard(
  sentence: string,
  title: string,
  others: readonly FoundRow[],
  today: Day,
  near = false,
): Card {
  const shown = others.slice(0, SHOWN);
  return {
    title: words.title,
    tone: 'notice',
    blocks: [
      { kind: 'text', text: sentence },
      ...(shown.length > 0 ? [{ kind: 'panel' as const, title, open: near, blocks: shown.map(item) }] : []),
      { kind: 'note', text: words.asOf(today) },
    ],
  };
}

export function textCard(text: string): Card {
  return { title: words.title, tone: 'neutral', blocks: [{ kind: 'text', text }] };
}

function item(row: FoundRow): Block & { kind: 'text' } {
  return {
    kind: 'text',
    text: joinRich(
      [
        row.label ? words.planned(row.name, row.number) : words.item(row.name, row.number),
        ...(row.organiserName ? [words.organiser(row.organiserName)] : []),
        words.period(row.label ?? kindNames[row.kind], row.startDay, row.endDay),
        ...(row.state === 'pending' ? [words.pending] : []),
        ...(row.approval ? [words.approval(row.approval)] : []),
      ],
      '\n',
    ),
  };
}
