import type { Card } from '../chat/card.ts';
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
