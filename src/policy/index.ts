import { z } from 'zod';
import type { Feature } from '../chat/feature.ts';
import { outcome } from '../chat/outcome.ts';
import { sheets } from './sheets.ts';
import { askQuestion } from './verbs/ask-question.ts';
import { handOver } from './verbs/hand-over.ts';
import { rateAnswer } from './verbs/rate-answer.ts';
import { showQuestion } from './verbs/show-question.ts';
import { answerWords, policyWords as words } from './words.ts';

const entry = z.object({ number: z.string().max(64) });
const placed = entry.extend({ place: z.enum(['private', 'group']) });

/** Policy questions: the right entry with source and date, or the honest "not on record". */
export const policy: Feature = {
  name: 'policy',
  title: words.title,
  commands: [
    {
      words: words.humanWords,
      help: words.humanHelp,
      where: 'private',
      run: (ctx) => handOver(ctx, { number: undefined }),
    },
  ],
  actions: {
    show: {
      value: placed,
      async run(ctx, { value }) {
        const shown = await showQuestion(ctx, placed.parse(value));
        return { ...shown, result: { card: shown.result } };
      },
    },
    useful: {
      value: entry,
      async run(ctx, { value }) {
        const rated = await rateAnswer(ctx, { ...entry.parse(value), solved: true });
        return { ...rated, result: { toast: { tone: 'success', text: answerWords.thanks } } };
      },
    },
    unsolved: {
      value: entry,
      async run(ctx, { value }) {
        const rated = await rateAnswer(ctx, { ...entry.parse(value), solved: false });
        return { ...rated, result: { toast: { tone: 'info', text: answerWords.sorry } } };
      },
    },
    human: {
      value: entry,
      // A message of its own: the answer stays readable above it. One per card, however often it is clicked.
      async run(ctx, { value, source }) {
        const { result: card } = await handOver(ctx, entry.parse(value));
        return outcome(
          { toast: { tone: 'info', text: answerWords.humanBelow } },
          {
            messages: [
              {
                key: `policy.human@${source.messageId}`,
                to: { kind: 'person', openId: source.openId },
                card,
                kind: 'answer',
              },
            ],
          },
        );
      },
    },
  },
  sheets,
  async answer(ctx, question) {
    const asked = await askQuestion(ctx, question);
    return { ...asked, result: asked.result.card };
  },
};
