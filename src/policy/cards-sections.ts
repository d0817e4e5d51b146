import type { Block, Card } from '../chat/card.ts';
import { plainOf } from '../chat/rich.ts';
import { sectionWords as words } from './words-sections.ts';

/** Several answers on one card, each with its heading; small print that all of them have stands once, below. */
export function sectionsCard(cards: readonly Card[], left: number): Card {
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
