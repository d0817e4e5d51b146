import type { Job } from '../chat/job.ts';
import { announceOpen } from './verbs/announce-open.ts';
import { forgetPersons } from './verbs/forget-persons.ts';
import { forgetSettled } from './verbs/forget-settled.ts';

export const jobs: Job[] = [
  {
    name: 'voice.announce',
    schedule: { every: 'workday', at: '09:08' },
    catchUp: 'latest',
    run: (ctx) => announceOpen(ctx),
  },
  {
    name: 'voice.forget',
    schedule: { every: 'day', at: '03:38' },
    catchUp: 'latest',
    run: (ctx) => forgetPersons(ctx),
  },
  {
    name: 'voice.forget-settled',
    schedule: { every: 'day', at: '03:44' },
    catchUp: 'latest',
    run: (ctx, _slot, cursor) => forgetSettled(ctx, cursor),
  },
];
