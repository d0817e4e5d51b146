import type { Message } from '../chat/message.ts';
import { contextOf, type Runtime } from '../store/runtime.ts';
import type { Drained } from './drain.ts';
import { peekDue } from './lease.ts';
import { whenToSend } from './rules/quiet.ts';
import { judgeAll } from './sift.ts';
import { isStopped } from './stop-switch.ts';

/** What a run would do right now with the queue and with these messages in addition. Writes and sends nothing. */
export async function countDue(runtime: Runtime, extra: readonly Message[]): Promise<Drained> {
  const ctx = contextOf(runtime, { kind: 'system', job: 'delivery.preview' });
  const stopped = await isStopped(ctx.db);
  const judged = await judgeAll(runtime, await peekDue(ctx.db, ctx.now), { now: ctx.now, stopped });
  const count = (decision: string) => judged.filter(({ verdict }) => verdict.decision === decision).length;
  const failed = judged.filter(({ verdict }) => verdict.decision === 'end' && verdict.state === 'failed');
  const now = extra.filter((message) => {
    if (message.kind === 'answer' || message.kind === 'patch') return (message.notBefore ?? 0) <= ctx.now;
    const timing = whenToSend(ctx.calendar, {
      ...message,
      now: ctx.now,
      hours: ctx.host.workingHours,
      share: 0,
    });
    return !stopped && timing.decision === 'at' && timing.at <= ctx.now;
  });
  return {
    sent: count('send') + now.length,
    held: count('wait') + extra.length - now.length,
    failed: failed.length,
  };
}
