import type { Card } from '../chat/card.ts';
import type { OutboxRow } from './lease.ts';
import { words } from './words.ts';

/** What is no duty brings the way out with it (BR-18, BR-19); the stored card stays as its feature made it. */
export function withWayOut({ kind, recipient }: Pick<OutboxRow, 'kind' | 'recipient'>, card: Card): Card {
  if (kind !== 'notice' || recipient.kind !== 'person') return card;
  return {
    ...card,
    blocks: [...card.blocks, { kind: 'buttons', buttons: [{ text: words.optOut, action: 'chat.mute' }] }],
  };
}
