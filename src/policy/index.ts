import { z } from 'zod';
import type { Feature } from '../chat/feature.ts';
import { calculatorActions } from './calculators/actions.ts';
import { commands } from './commands.ts';
import { deskActions } from './desk/chat/actions.ts';
import { humanActions, wish } from './human/actions.ts';
import { carrying } from './human/carry-question.ts';
import { rememberQuestion } from './human/verbs/remember-question.ts';
import { jobs } from './jobs.ts';
import { missActions } from './misses/actions.ts';
import { checkActions } from './self-checks/index.ts';
import { sheets } from './sheets.ts';
import { askQuestions } from './verbs/ask-questions.ts';
import { showQuestion } from './verbs/show-question.ts';
import { policyWords as words } from './words.ts';

const placed = wish.extend({ place: z.enum(['private', 'group']) });

/** Policy questions: the right entry with source and date, or the honest "not on record". */
export const policy: Feature = {
  name: 'policy',
  title: words.title,
  commands,
  actions: {
    show: {
      value: placed,
      async run(ctx, { value }) {
        const { asked, ...shown } = placed.parse(value);
        const { result, ...effects } = await showQuestion(ctx, shown);
        return { ...effects, result: { card: carrying(result, asked) } };
      },
    },
    ...calculatorActions,
    ...humanActions,
    ...missActions,
    ...deskActions,
    ...checkActions,
  },
  jobs,
  sheets,
  async answer(ctx, question) {
    const { result, ...effects } = await askQuestions(ctx, question);
    ctx.log.info('asked', { decision: result.decision });
    // Only in private do the buttons lead on to a human.
    if (question.chat.kind === 'group') return { ...effects, result: result.card };
    const kept = rememberQuestion(ctx, { text: question.text, card: result.card });
    return { ...effects, result: kept.result, writes: [...effects.writes, ...kept.writes] };
  },
};
