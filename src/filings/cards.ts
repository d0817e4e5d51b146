import type { Block, Card } from '../chat/card.ts';
import { joinRich } from '../chat/rich.ts';
import type { Day } from '../kernel/day.ts';
import type { FilingRow } from './repo.ts';
import { kindNames, words } from './words.ts';

/** More than this is a wall of text on a phone. */
const SHOWN = 5;

export function foundCard(filings: readonly FilingRow[], today: Day): Card {
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

/** The list below the sentence helps when the inspection goes by another name. */
export function notFoundCard(sentence: string, others: readonly FilingRow[], today: Day): Card {
  const shown = others.slice(0, SHOWN);
  return {
    title: words.title,
    tone: 'notice',
    blocks: [
      { kind: 'text', text: sentence },
      ...(shown.length > 0 ? [{ kind: 'panel' as const, title: words.others, blocks: shown.map(item) }] : []),
      { kind: 'note', text: words.asOf(today) },
    ],
  };
}

export function textCard(text: string): Card {
  return { title: words.title, tone: 'neutral', blocks: [{ kind: 'text', text }] };
}

function item(row: FilingRow): Block & { kind: 'text' } {
  return {
    kind: 'text',
    text: joinRich(
      [
        words.item(row.name, row.number),
        ...(row.organiserName ? [words.organiser(row.organiserName)] : []),
        words.period(kindNames[row.kind], row.startDay, row.endDay),
        ...(row.approval ? [words.approval(row.approval)] : []),
      ],
      '\n',
    ),
  };
}
