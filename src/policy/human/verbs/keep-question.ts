import type { Card } from '../../../chat/card.ts';
import { textCard } from '../../../chat/cards.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import type { Ctx } from '../../../store/context.ts';
import { askQuestion } from '../../verbs/ask-question.ts';
import { carrying } from '../carry-question.ts';
import { findAsked } from '../repo.ts';
import { askerWords as words } from '../words.ts';

/** 不发: the reply stands there again as it was. Nothing is counted a second time. */
export async function keepQuestion(ctx: Ctx, { asked }: { asked: string }): Promise<Outcome<Card>> {
  const known = await findAsked(ctx.db, asked);
  if (!known) return outcome(textCard(words.title, words.notSent));
  const plain: Ctx = { ...ctx, model: undefined };
  const { result } = await askQuestion(plain, { text: known.text, chat: { id: '', kind: 'private' } });
  return outcome(carrying(result.card, asked));
}
