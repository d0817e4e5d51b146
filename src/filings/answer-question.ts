import type { Card } from '../chat/card.ts';
import { textCard } from '../chat/cards.ts';
import type { Question } from '../chat/feature.ts';
import { type Outcome, outcome } from '../chat/outcome.ts';
import type { Ctx } from '../store/context.ts';
import { asksTimes } from './lexicon-query.ts';
import { countVisits } from './verbs/count-visits.ts';
import { lookUp } from './verbs/look-up.ts';
import { words } from './words.ts';

/** Free text that is a look-up. In groups nothing is listed that names units (BR-41). */
export async function answerQuestion(ctx: Ctx, { text, chat }: Question): Promise<Outcome<Card>> {
  if (chat.kind === 'group') return outcome(textCard(words.privateOnlyTitle, words.privateOnly));
  return asksTimes(text) ? countVisits(ctx, { said: text }) : lookUp(ctx, { said: text });
}
