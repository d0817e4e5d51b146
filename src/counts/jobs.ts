import type { Job } from '../chat/job.ts';
import { deputyJobs } from './deputies/feature.ts';
import { reconciliationJobs } from './reconciliation/jobs.ts';
import { reviewJobs } from './reviews/feature.ts';
import { DEADLINE_WORKDAY } from './rules/deadline.ts';
import { closeRound } from './verbs/close-round.ts';
import { dropEndedUnits } from './verbs/drop-ended-units.ts';
import { openRound } from './verbs/open-round.ts';
import { remindUnits } from './verbs/remind-units.ts';
import { sendReport } from './verbs/send-report.ts';

/** The month's rhythm (domain 2). */
export const jobs: Job[] = [
  {
    name: 'counts.open',
    schedule: { every: 'last-workday', at: '09:10' },
    catchUp: 'latest',
    run: openRound,
  },
  {
    name: 'counts.ended',
    // Before the day's nudges.
    schedule: { every: 'workday', at: '09:15' },
    catchUp: 'latest',
    run: dropEndedUnits,
  },
  {
    name: 'counts.remind',
    schedule: { every: 'workday', at: '09:20' },
    catchUp: 'latest',
    run: remindUnits,
  },
  {
    name: 'counts.close',
    // A few minutes after the deadline, so that a click at the last moment counts.
    schedule: { every: 'nth-workday-after', n: DEADLINE_WORKDAY, at: '18:05' },
    catchUp: 'each',
    run: closeRound,
  },
  {
    name: 'counts.report',
    schedule: { every: 'nth-workday-after', n: 5, at: '09:30' },
    catchUp: 'latest',
    run: sendReport,
  },
  ...deputyJobs,
  ...reviewJobs,
  ...reconciliationJobs,
];
