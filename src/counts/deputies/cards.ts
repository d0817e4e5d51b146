import type { Button, Card } from '../../chat/card.ts';
import type { Deputy } from './repo.ts';
import { deputyWords as words } from './words.ts';

export function deputiesCard(text: string, deputies: readonly Deputy[], tone: Card['tone'] = 'info'): Card {
  return {
    title: words.title,
    tone,
    blocks: [
      { kind: 'text', text },
      ...deputies.flatMap((one): Card['blocks'] => [
        { kind: 'text', text: words.standing(one.unitName, one.name, one.until) },
        { kind: 'buttons', buttons: [endButton(one)] },
      ]),
    ],
  };
}

function endButton({ unit, openId }: Pick<Deputy, 'unit' | 'openId'>): Button {
  return { text: words.end, action: 'counts.deputy-end', value: { unit, openId } };
}
