import { z } from 'zod';
import type { Action, Command } from '../../chat/feature.ts';
import type { Job } from '../../chat/job.ts';
import { dayOf } from '../../kernel/day.ts';
import { AppError } from '../../kernel/errors.ts';
import { deputyPattern, lastDayNamed } from './lexicon.ts';
import { endDeputy, expireDeputies } from './verbs/end-deputy.ts';
import { handOver } from './verbs/hand-over.ts';
import { nameDeputy, showDeputies } from './verbs/name-deputy.ts';
import { deputyWords as words } from './words.ts';

export const deputyCommands: Command[] = [
  {
    words: words.commands,
    pattern: deputyPattern,
    help: words.help,
    where: 'private',
    roles: ['liaison'],
    run(ctx, { args: [name, day] }) {
      if (!name) return showDeputies(ctx);
      const until = day ? lastDayNamed(day, dayOf(ctx.now)) : undefined;
      if (day && !until) throw new AppError('invalid', words.badDay);
      return nameDeputy(ctx, { name, until });
    },
  },
];

const who = z.object({ unit: z.string().min(1), openId: z.string().min(1) });

export const deputyActions: Record<string, Action> = {
  'deputy-end': { value: who, run: (ctx, click) => endDeputy(ctx, who.parse(click.value)) },
};

/** Before the cards of the day, and after those of the month. */
export const deputyJobs: Job[] = [
  {
    name: 'counts.deputies',
    schedule: { every: 'workday', at: '09:05' },
    catchUp: 'latest',
    run: expireDeputies,
  },
  {
    name: 'counts.hand-over',
    schedule: { every: 'workday', at: '09:15' },
    catchUp: 'latest',
    run: handOver,
  },
];
