import type { Block, Card, Field } from './card.ts';
import { plainOf } from './rich.ts';

/** A card as plain text: for the command line, for search in tests, and for the check of outgoing manners. */
export function cardText(card: Card): string {
  return [
    card.title,
    card.subtitle ?? '',
    ...(card.tags ?? []).map((tag) => tag.text),
    ...card.blocks.map(blockText),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

export function blockText(block: Block): string {
  switch (block.kind) {
    case 'text':
      return plainOf(block.text);
    case 'note':
    case 'chart':
      return block.text;
    case 'facts':
      return block.facts.map((fact) => `${fact.label}：${plainOf(fact.value)}`).join('\n');
    case 'table':
      return [
        block.columns.map((column) => column.title).join('\t'),
        ...block.rows.map((row) => block.columns.map((column) => row[column.name] ?? '').join('\t')),
      ].join('\n');
    case 'buttons':
      return block.buttons.map((button) => `[${button.text}]`).join(' ');
    case 'form':
      return [...block.fields.map(fieldText), `[${block.submit.text}]`].join('\n');
    case 'panel':
      return [block.title, ...block.blocks.map(blockText)].join('\n');
    case 'divider':
      return '';
  }
}

function fieldText(field: Field): string {
  if (field.kind === 'checklist')
    return [field.label, ...field.options.map(({ text }) => `□ ${text}`)].join('\n');
  const value = 'values' in field ? field.values?.join('、') : 'value' in field ? field.value : undefined;
  return `${field.label}：${value ?? ''}`;
}
