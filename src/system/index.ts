import { z } from 'zod';
import type { Feature } from '../chat/feature.ts';
import { resendAction } from './actions-resend.ts';
import { resumedCard, stoppedCard } from './cards.ts';
import { emergencyActions, emergencyCommands } from './emergency/feature.ts';
import { jobs } from './jobs.ts';
import { readTodo } from './todo.ts';
import { resumeMessages } from './verbs/resume-messages.ts';
import { stopMessages } from './verbs/stop-messages.ts';
import { words } from './words.ts';

/** The house itself: the stop switch (BR-33), retention, next year's calendar. */
export const system: Feature = {
  name: 'system',
  title: words.title,
  commands: [
    {
      words: words.stopWords,
      help: words.stopHelp,
      where: 'private',
      roles: ['admin'],
      async run(ctx) {
        const { result, ...effects } = await stopMessages(ctx);
        return { ...effects, result: stoppedCard(ctx, result.changed) };
      },
    },
    {
      words: words.resumeWords,
      help: words.resumeHelp,
      where: 'private',
      roles: ['admin'],
      async run(ctx) {
        const { result, ...effects } = await resumeMessages(ctx);
        return { ...effects, result: resumedCard(result.changed) };
      },
    },
    ...emergencyCommands,
  ],
  actions: {
    ...emergencyActions,
    resend: resendAction,
    resume: {
      value: z.object({}),
      async run(ctx) {
        const { result, ...effects } = await resumeMessages(ctx);
        return { ...effects, result: { card: resumedCard(result.changed) } };
      },
    },
  },
  jobs,
  todo: readTodo,
};
