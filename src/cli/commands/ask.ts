import { whoIs } from '../../chat/who.ts';
import { seedIfFresh } from '../../main/seed.ts';
import { askQuestions } from '../../policy/verbs/ask-questions.ts';
import { readMoment } from '../arguments.ts';
import { type CliCommand, UsageError } from '../command.ts';
import { cliWords } from '../words.ts';
import { policyWords as words } from '../words-policy.ts';

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
    const { result } = await askQuestions(ctx, { text, chat: { id: '', kind: 'private' } });
    const { decision, reason, entryIds, factIds, text: said, scores } = result;
    return {
      ok: true,
      lines: [`[${decision} · ${reason}]`, said],
      json: { decision, reason, entryIds, factIds, text: said, scores },
    };
  },
};
