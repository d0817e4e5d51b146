import { and, eq, inArray } from 'drizzle-orm';
import { outbox } from '../../db/schema/index.ts';
import type { Message, Recipient } from '../chat/message.ts';
import type { Ctx } from '../store/context.ts';
import type { Statement } from '../store/db.ts';
import { whenToSend } from './rules/quiet.ts';
import { shareOf } from './rules/spread.ts';

/** Reason of a message that the machine's standing still has made late. */
export const CAUGHT_UP = 'caught_up';

/**
 * Queues a message with the effect that caused it. A key that is already there stays as it is. Working hours are
 * looked at here, because a message may have to come before its wished time, and once more when it falls due.
 */
export function enqueue(ctx: Ctx, message: Message): Statement[] {
  return [
    ctx.db
      .insert(outbox)
      .values({
        id: ctx.ids.next(),
        key: message.key,
        target: targetOf(message.to),
        recipient: message.to,
        card: message.card,
        kind: message.kind,
        subject: message.subject ?? '',
        notAfter: message.notAfter ?? null,
        createdAt: ctx.now,
        ...startOf(ctx, message),
      })
      .onConflictDoNothing({ target: outbox.key }),
  ];
}

function startOf(ctx: Ctx, message: Message) {
  const { kind, notBefore, notAfter } = message;
  if (kind === 'answer' || kind === 'patch') return { dueAt: Math.max(ctx.now, notBefore ?? 0) };
  const timing = whenToSend(ctx.calendar, {
    now: ctx.now,
    notBefore,
    notAfter,
    hours: ctx.host.workingHours,
    // By recipient: what waits for one person falls due at one moment, and can come as one digest.
    share: shareOf(targetOf(message.to)),
  });
  if (timing.decision === 'drop')
    return { state: 'cancelled' as const, reason: timing.reason, dueAt: ctx.now, finishedAt: ctx.now };
  const waits = timing.decision === 'hold' || timing.reason === 'quiet_hours';
  return {
    dueAt: timing.at,
    ...(waits && { state: 'held' as const, reason: timing.reason }),
    ...(message.caughtUp && { reason: CAUGHT_UP }),
  };
}

/**
 * The reason has gone: nothing of this subject that still waits will be sent. What is on its way right now cannot be
 * called back, but it will not be tried again.
 */
export function cancelSubject(ctx: Ctx, subject: string): Statement[] {
  return [
    ctx.db
      .update(outbox)
      .set({ state: 'cancelled', reason: 'reason_gone', finishedAt: ctx.now })
      .where(and(eq(outbox.subject, subject), inArray(outbox.state, ['queued', 'held']))),
    // What a digest only listed can no longer be opened.
    ctx.db
      .update(outbox)
      .set({ reason: 'reason_gone' })
      .where(and(eq(outbox.subject, subject), eq(outbox.state, 'cancelled'), eq(outbox.reason, 'in_digest'))),
    ctx.db
      .update(outbox)
      .set({ notAfter: 0 })
      .where(and(eq(outbox.subject, subject), eq(outbox.state, 'sending'))),
  ];
}

function targetOf(to: Recipient): string {
  if (to.kind === 'person') return to.openId;
  return to.kind === 'patch' ? to.messageId : to.chatId;
}
