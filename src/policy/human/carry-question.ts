import type { Button, Card } from '../../chat/card.ts';

/** Buttons of a reply that lead on to a human, or to another entry from which one can go there. */
const LEAD_ON = ['policy.useful', 'policy.unsolved', 'policy.human', 'policy.show'];

export function leadsOn(card: Card): boolean {
  return card.blocks.some((block) => block.kind === 'buttons' && block.buttons.some(isOne));
}

/** The same card, its buttons with the id under which the question is remembered. */
export function carrying(card: Card, asked: string): Card {
  if (asked === '') return card;
  const withId = (button: Button): Button =>
    isOne(button) ? { ...button, value: { ...button.value, asked } } : button;
  return {
    ...card,
    blocks: card.blocks.map((block) =>
      block.kind === 'buttons' ? { ...block, buttons: block.buttons.map(withId) } : block,
    ),
  };
}

function isOne(button: Button): button is Exclude<Button, { url: string }> {
  return 'action' in button && LEAD_ON.includes(button.action);
}
