import type { Job } from '../chat/job.ts';
import { runHandOvers } from './verbs/run-hand-overs.ts';

export const jobs: Job[] = [
  {
    name: 'people.hand-over',
    // Before the day's cards and reminders, which go to whoever holds the post by then.
    schedule: { every: 'day', at: '00:10' },
    catchUp: 'latest',
    run: (ctx) => runHandOvers(ctx),
  },
];
