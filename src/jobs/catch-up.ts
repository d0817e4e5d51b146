import type { Job } from '../chat/job.ts';
import type { DueSlot } from './slots.ts';

export interface CatchUp<S extends DueSlot> {
  run: S[];
  skip: { slot: S; reason: 'superseded' | 'too_old' }[];
}

const DAY_MS = 86_400_000;

/** Which of the slots that fell due are still worth running; `slots` in order of time. */
export function catchUp<S extends DueSlot>(
  policy: Job['catchUp'],
  slots: readonly S[],
  now: number,
): CatchUp<S> {
  if (policy === 'each') return { run: [...slots], skip: [] };
  const newest = slots.at(-1);
  const old = slots.slice(0, -1).map((slot) => ({ slot, reason: 'superseded' as const }));
  if (!newest) return { run: [], skip: [] };
  return policy === 'skip' && newest.dueAt < now - DAY_MS
    ? { run: [], skip: [...old, { slot: newest, reason: 'too_old' }] }
    : { run: [newest], skip: old };
}
