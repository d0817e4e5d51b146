import { and, eq } from 'drizzle-orm';
import { outbox } from '../../db/schema/index.ts';
import type { Message, Recipient } from '../chat/message.ts';
import type { Ctx } from '../store/context.ts';
import type { Statement } from '../store/db.ts';

/** Queues a message with the effect that caused it. A key that is already there stays as it is. */
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
        dueAt: message.notBefore ?? ctx.now,
        notAfter: message.notAfter ?? null,
        createdAt: ctx.now,
      })
      .onConflictDoNothing({ target: outbox.key }),
  ];
}

/** The reason has gone: nothing of this subject that is still queued will be sent. */
export function cancelSubject(ctx: Ctx, subject: string): Statement {
  return ctx.db
    .update(outbox)
    .set({ state: 'cancelled', reason: 'reason_gone', finishedAt: ctx.now })
    .where(and(eq(outbox.subject, subject), eq(outbox.state, 'queued')));
}

function targetOf(to: Recipient): string {
  if (to.kind === 'person') return to.openId;
  return to.kind === 'patch' ? to.messageId : to.chatId;
}
