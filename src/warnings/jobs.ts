import type { Job } from '../chat/job.ts';
import { decideNotices } from './verbs/decide-notices.ts';

export const jobs: Job[] = [
  {
    // Ten minutes after the month's statistics, which the coordinators should have read first.
    name: 'warnings.monthly',
    schedule: { every: 'nth-workday-after', n: 5, at: '09:40' },
    catchUp: 'latest',
    run: decideNotices,
  },
];
