import type { Job } from '../chat/job.ts';
import { outcome } from '../chat/outcome.ts';
import { closeHalf } from './verbs/close-half.ts';
import { remindGroups } from './verbs/remind-groups.ts';

const NAME = 'visits.remind';

/** Runs every workday and finds out itself whether a reminder day has come, so that downtime loses none. */
const remind: Job = {
  name: NAME,
  schedule: { every: 'workday', at: '09:10' },
  catchUp: 'latest',
  async run(ctx, slot) {
    const { messages } = await remindGroups(ctx, { job: NAME, dueAt: slot.dueAt });
    return outcome({ next: undefined }, { messages });
  },
};

/** Before anybody changes groups on the first day of a half-year. */
const close: Job = {
  name: 'visits.close',
  schedule: { every: 'day', at: '00:07' },
  catchUp: 'latest',
  async run(ctx) {
    const { writes } = await closeHalf(ctx);
    return outcome({ next: undefined }, { writes });
  },
};

export const jobs = [remind, close];
