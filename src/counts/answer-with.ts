import type { Card } from '../chat/card.ts';
import type { Message } from '../chat/message.ts';
import { type Outcome, outcome } from '../chat/outcome.ts';
import type { Ctx } from '../store/context.ts';

/** Several cards as the answer to one message: the first is the answer, the others follow it. `key` names the message. */
export function answerWith(ctx: Ctx, cards: readonly [Card, ...Card[]], key: string): Outcome<Card> {
  const [first, ...others] = cards;
  const { actor } = ctx;
  if (actor.kind !== 'person') return outcome(first);
  const messages = others.map(
    (card, i): Message => ({
      key: `${key}:${i + 2}`,
      to: { kind: 'person', openId: actor.openId },
      card,
      kind: 'answer',
    }),
  );
  return outcome(first, { messages });
}
