import type { Ctx } from '../store/context.ts';
import type { Outcome } from './outcome.ts';

/** When a job is due, in Shanghai time and workdays. `jobs/slots.ts` turns it into slots. */
export type Schedule =
  | { every: 'day' | 'workday'; at: string }
  | { every: 'week'; weekday: number; at: string }
  /** The last workday of each month; the slot is that month. */
  | { every: 'last-workday'; at: string }
  /** The n-th workday of the following month; the slot is the month that ended. */
  | { every: 'nth-workday-after'; n: number; at: string };

export interface Job {
  /** `counts.open`. */
  name: string;
  schedule: Schedule;
  /**
   * After downtime: `latest` runs only the newest missed slot, `each` every missed one in order, `skip` none that is
   * older than a day.
   */
  catchUp: 'latest' | 'each' | 'skip';
  /**
   * One unit of work. Called again with the returned cursor until it returns `next: undefined`; a unit and its
   * cursor are committed together, so a crash repeats no unit.
   */
  run(ctx: Ctx, slot: Slot, cursor: string | undefined): Promise<Outcome<{ next: string | undefined }>>;
}

export interface Slot {
  job: string;
  /** `2026-10`, `2026-10-30`: unique within the job. */
  id: string;
  /** When it was due, ms UTC. */
  dueAt: number;
}
