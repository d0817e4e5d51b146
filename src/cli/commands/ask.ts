import type { Card } from '../../chat/card.ts';
import { cardText } from '../../chat/card-text.ts';
import { claimOf } from '../../chat/claims.ts';
import { whoIs } from '../../chat/who.ts';
import { seedIfFresh } from '../../main/seed.ts';
import type { AskResult } from '../../policy/verbs/ask-question.ts';
import { askQuestions } from '../../policy/verbs/ask-questions.ts';
import { readMoment } from '../arguments.ts';
import { type CliCommand, UsageError } from '../command.ts';
import { cliWords } from '../words.ts';
import { policyWords as words } from '../words-policy.ts';

/** What a feature answers for itself is sure of whose it is; it rests on no entry and no fact of the policy. */
function lookedUp(card: Card): Omit<AskResult, 'card'> {
  return {
    decision: 'answer',
    reason: 'looked_up',
    entryIds: [],
    factIds: [],
    text: cardText(card),
    scores: { confidence: 1, lead: 1, second: 0, answerFrom: 0, nearFrom: 0 },
  };
}

/** The same code as in chat. Nothing is counted: an operator's trial is no cadre's question. */
export const ask: CliCommand = {
  name: 'ask',
  usage: words.askUsage,
  valued: ['as', 'at'],
  async run(house, args) {
    const text = args.words.join(' ');
    if (!text) throw new UsageError(cliWords.missingArgument(words.question));
    await seedIfFresh(house.runtime);
    const operator = house.ctx(readMoment(args.options['at']));
    const openId = args.options['as'];
    const ctx = openId ? { ...operator, actor: await whoIs(operator, openId) } : operator;
    const question = { text, chat: { id: '', kind: 'private' as const } };
    const claim = claimOf(house.features, text);
    const {
      decision,
      reason,
      entryIds,
      factIds,
      text: said,
      scores,
    } = claim
      ? lookedUp((await claim.answer(ctx, question)).result)
      : (await askQuestions(ctx, question)).result;
    return {
      ok: true,
      lines: [`[${decision} · ${reason}]`, said],
      json: { decision, reason, entryIds, factIds, text: said, scores },
    };
  },
};
