import type { Job } from '../chat/job.ts';
import type { Calendar } from '../kernel/calendar.ts';
import type { Db } from '../store/db.ts';
import { type Book, type Run, readBook, readRuns } from './book.ts';
import { catchUp } from './catch-up.ts';
import { type DueSlot, lastSlot, slotsBetween } from './slots.ts';

/** A slot to run; `run` when it was begun before and left unfinished. */
export interface Task {
  job: Job;
  slot: DueSlot;
  run: Run | undefined;
}

export interface Skip extends Task {
  reason: 'superseded' | 'too_old';
}

export interface Plan {
  /** By the time they were due, then in the order of the features. */
  tasks: Task[];
  skips: Skip[];
  /** Jobs about which nothing can be said, and the years whose holiday notice is missing. */
  gaps: { job: string; years: number[] }[];
}

/** What is to be done at this moment. Reads only. */
export async function planWork(db: Db, calendar: Calendar, jobs: readonly Job[], now: number): Promise<Plan> {
  const book = await readBook(db, now);
  const due = jobs.map((job) => ({
    job,
    ...slotsBetween(job.schedule, calendar, book.knownUntil(job.name), now),
  }));
  const runs = await readRuns(db, [...new Set(due.flatMap(({ slots }) => slots.map((slot) => slot.id)))]);
  const known = new Set(runs.map((run) => `${run.job}@${run.slot}`));
  const plan: Plan = { tasks: [], skips: [], gaps: [] };
  for (const { job, slots, gaps } of due) {
    if (gaps.length > 0) plan.gaps.push({ job: job.name, years: gaps });
    // A correction of the calendar may move a slot that has been run already.
    const fresh = slots.filter((slot) => !known.has(`${job.name}@${slot.id}`));
    addJob(plan, job, fresh, book, now);
  }
  plan.tasks.sort((a, b) => a.slot.dueAt - b.slot.dueAt);
  return plan;
}

/** One job for itself: what is due, else the newest slot, however long ago; a slot that was run is not run again. */
export async function planJob(
  db: Db,
  calendar: Calendar,
  job: Job,
  now: number,
): Promise<Plan & { known: Run[] }> {
  const plan = await planWork(db, calendar, [job], now);
  const newest = lastSlot(job.schedule, calendar, now);
  if (plan.tasks.length > 0 || !newest) return { ...plan, known: [] };
  const known = (await readRuns(db, [newest.id])).filter((run) => run.job === job.name);
  return { ...plan, tasks: known.length > 0 ? [] : [{ job, slot: newest, run: undefined }], known };
}

function addJob(plan: Plan, job: Job, fresh: readonly DueSlot[], book: Book, now: number): void {
  const open = book.open.filter((run) => run.job === job.name);
  // Somebody is at work on it: later slots wait for the end of that.
  if (open.some((run) => (run.leaseUntil ?? 0) > now)) return;
  const left = open.map((run) => ({ id: run.slot, dueAt: run.dueAt, run }));
  const all = [...left, ...fresh.map((slot) => ({ ...slot, run: undefined }))];
  const { run, skip } = catchUp(
    job.catchUp,
    all.sort((a, b) => a.dueAt - b.dueAt),
    now,
  );
  const task = ({ id, dueAt, run: begun }: (typeof all)[number]) => ({
    job,
    slot: { id, dueAt },
    run: begun,
  });
  plan.tasks.push(...run.map(task));
  plan.skips.push(...skip.map(({ slot, reason }) => ({ ...task(slot), reason })));
}
