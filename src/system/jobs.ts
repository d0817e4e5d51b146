import type { Job } from '../chat/job.ts';
import { cleanUp } from './verbs/clean-up.ts';
import { remindCalendar } from './verbs/remind-calendar.ts';

export const jobs: Job[] = [
  {
    name: 'system.retention',
    schedule: { every: 'day', at: '03:20' },
    catchUp: 'latest',
    run: (ctx, _slot, cursor) => cleanUp(ctx, cursor),
  },
  {
    name: 'system.calendar',
    schedule: { every: 'week', weekday: 1, at: '09:12' },
    catchUp: 'skip',
    run: (ctx, slot) => remindCalendar(ctx, slot),
  },
];
