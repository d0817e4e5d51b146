import type { Job } from '../chat/job.ts';
import { remindExpiring } from './desk/verbs/remind-expiring.ts';
import { forget } from './misses/verbs/forget.ts';
import { sendDigest } from './misses/verbs/send-digest.ts';

export const jobs: Job[] = [
  {
    name: 'policy.digest',
    schedule: { every: 'week', weekday: 1, at: '09:16' },
    catchUp: 'skip',
    run: (ctx, slot) => sendDigest(ctx, slot),
  },
  {
    name: 'policy.expiring',
    schedule: { every: 'week', weekday: 1, at: '09:17' },
    catchUp: 'each',
    run: (ctx, slot) => remindExpiring(ctx, slot),
  },
  {
    name: 'policy.forget',
    schedule: { every: 'day', at: '03:26' },
    catchUp: 'latest',
    run: (ctx) => forget(ctx),
  },
];
