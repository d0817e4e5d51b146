import type { Job } from '../chat/job.ts';
import { outcome } from '../chat/outcome.ts';
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

export const jobs = [remind];
