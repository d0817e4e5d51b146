import type { Block, Card } from '../chat/card.ts';
import { cardText } from '../chat/card-text.ts';
import { plainOf } from '../chat/rich.ts';
import { sectionWords as words } from './words-sections.ts';

/** Characters of one card: the platform takes 30 KB, and a character that must be escaped has six bytes. */
const MOST_CHARACTERS = 4_000;

/** Several answers on one card, each with its heading; small print that all of them have stands once, below. */
export function sectionsCard(all: readonly Card[], leftOut: number): Card {
  const cards = fitting(all);
  const left = leftOut + all.length - cards.length;
  const common = notesOf(cards[0]).filter((note) => cards.every((card) => notesOf(card).includes(note)));
  const isCommon = (block: Block) => block.kind === 'note' && common.includes(block.text);
  const sections = cards.flatMap((card, place): Block[] => [
    ...(place > 0 ? [{ kind: 'divider' as const }] : []),
    { kind: 'text', text: words.heading(place, card.title) },
    ...card.blocks.filter((block) => !isCommon(block)),
  ]);
  const small = [...(left > 0 ? [words.left(left)] : []), ...common];
  return {
    title: words.title(cards.length),
    tone: cards.some(({ tone }) => tone === 'notice') ? 'notice' : 'info',
    blocks: [...sections, ...small.map((text): Block => ({ kind: 'note', text }))],
  };
}

function fitting(cards: readonly Card[]): readonly Card[] {
  let characters = 0;
  const tooMany = cards.findIndex((card) => {
    characters += cardText(card).length;
    return characters > MOST_CHARACTERS;
  });
  return tooMany === -1 ? cards : cards.slice(0, Math.max(1, tooMany));
}

/** Forms submit the whole card's fields, tables are few to a card: such answers come alone. */
export function mayBeSection({ blocks }: Card): boolean {
  return !blocks.some(({ kind }) => kind === 'form' || kind === 'table');
}

export function headingText(place: number, title: string): string {
  return plainOf(words.heading(place, title));
}

function notesOf(card: Card | undefined): string[] {
  return (card?.blocks ?? []).flatMap((block) => (block.kind === 'note' ? [block.text] : []));
}
