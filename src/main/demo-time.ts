import { nextDue } from '../delivery/next-due.ts';
import { nextSlot } from '../jobs/slots.ts';
import { jobsOf } from '../jobs/tick.ts';
import type { Platform } from '../simulator/platform/types.ts';
import type { DemoClock } from './demo-clock.ts';
import type { Qingfu } from './wiring.ts';

export interface Moved {
  ran: { slot: string; state: string }[];
  sent: number;
}

/** What is due within a minute of another thing is done by the same heartbeat. */
const HEARTBEAT_MS = 60_000;

/**
 * Moves business time to `to` as if it had passed: the clock stops wherever a job, a queued message or a redelivery
 * falls due, one heartbeat each, so that everything carries its proper time.
 */
export async function passTime(
  qingfu: Qingfu,
  platform: Platform,
  clock: DemoClock,
  to: number,
): Promise<Moved> {
  const moved: Moved = { ran: [], sent: 0 };
  clock.hold(clock.now());
  try {
    let redelivery = await platform.runDue();
    for (let at = clock.now(); at < to; ) {
      const due = await nextMoment(qingfu, at, redelivery);
      at = Math.min(Math.max(due, at + HEARTBEAT_MS), to);
      clock.hold(at);
      redelivery = await platform.runDue();
      const { ran, sent } = await qingfu.tick();
      await platform.settled();
      moved.ran.push(...ran);
      moved.sent += sent;
    }
  } finally {
    clock.go();
  }
  return moved;
}

async function nextMoment(qingfu: Qingfu, after: number, redelivery: number | undefined): Promise<number> {
  const { runtime, features } = qingfu;
  const slots = jobsOf(features).map(({ schedule }) => {
    const next = nextSlot(schedule, runtime.calendar(), after);
    return 'slot' in next ? next.slot.dueAt : undefined;
  });
  const message = await nextDue(runtime.store.db);
  return Math.min(
    ...[...slots, message, redelivery].filter((moment): moment is number => moment !== undefined),
  );
}
