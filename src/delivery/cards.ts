import type { Block, Card } from '../chat/card.ts';
import { rich } from '../chat/rich.ts';
import type { OutboxRow } from './lease.ts';
import { words } from './words.ts';

export function rudenessCard(kind: string, rule: string): Card {
  return {
    title: words.rudenessTitle,
    tone: 'notice',
    blocks: [
      { kind: 'text', text: words.rudeness(kind, rule) },
      { kind: 'note', text: words.rudenessNext },
    ],
  };
}

/** Several things that came together, in the order in which they were queued. */
export function digestCard(rows: readonly Pick<OutboxRow, 'id' | 'card'>[]): Card {
  return {
    title: words.digestTitle(rows.length),
    tone: 'info',
    blocks: [
      ...rows.flatMap(({ id, card }, i): Block[] =>
        card
          ? [
              {
                kind: 'text',
                text: rich`**${i + 1}. ${card.title}**${card.subtitle ? rich`\n${card.subtitle}` : ''}`,
              },
              {
                kind: 'buttons',
                buttons: [{ text: words.digestOpen, action: 'chat.deliver', value: { id } }],
              },
            ]
          : [],
      ),
      { kind: 'note', text: words.digestHint },
    ],
  };
}
