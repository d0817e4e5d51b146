import type { Block, Card } from '../chat/card.ts';
import type { Rich } from '../chat/rich.ts';

/** Stands for a value that was filled in. */
const VALUE = '□';

/**
 * What the product itself says on a card. Values filled in (a complaint's text, the title of a document) are somebody
 * else's words and are left out.
 */
export function ownWords(card: Card): string {
  return [
    card.title,
    card.subtitle ?? '',
    card.summary ?? '',
    ...(card.tags ?? []).map((tag) => tag.text),
    ...card.blocks.flatMap(wordsOf),
  ].join('\n');
}

function wordsOf(block: Block): string[] {
  switch (block.kind) {
    case 'text':
      return [withoutValues(block.text)];
    case 'note':
    case 'chart':
      return [block.text];
    case 'facts':
      return block.facts.flatMap(({ label, value }) =>
        typeof value === 'string' ? [label] : [label, withoutValues(value)],
      );
    case 'table':
      return block.columns.map((column) => column.title);
    case 'buttons':
      return block.buttons.map((button) => button.text);
    case 'form':
      return [...block.fields.map((field) => field.label), block.submit.text];
    case 'panel':
      return [block.title, ...block.blocks.flatMap(wordsOf)];
    default:
      return [];
  }
}

function withoutValues(text: Rich | string): string {
  if (typeof text === 'string') return text;
  return text.parts.map((part) => (part.kind === 'data' ? VALUE : part.text.replaceAll('**', ''))).join('');
}
