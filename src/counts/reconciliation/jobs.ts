import type { Job } from '../../chat/job.ts';
import { askUnits } from './verbs/ask-units.ts';
import { draftYear } from './verbs/draft-year.ts';

/** Last year's reconciliation, by the middle of January (domain 2). */
export const reconciliationJobs: Job[] = [
  {
    name: 'counts.reconcile-draft',
    // December closes on the third workday of January, its report is out on the fifth.
    schedule: { every: 'nth-workday-after', n: 6, at: '09:35' },
    catchUp: 'latest',
    run: draftYear,
  },
  {
    name: 'counts.reconcile-ask',
    schedule: { every: 'workday', at: '09:40' },
    catchUp: 'latest',
    run: askUnits,
  },
];
