import { and, eq, gt, ne } from 'drizzle-orm';
import { outbox } from '../../db/schema/index.ts';
import type { Db } from '../store/db.ts';
import { inList } from '../store/statement.ts';

/** The platform changes a card for 14 days after it was sent (cards.md section 1). */
const PATCHABLE_MS = 14 * 86_400_000;

export interface Delivered {
  subject: string;
  /** Open_id or chat_id it went to. */
  target: string;
  messageId: string;
}

/** Cards on these subjects that have arrived and can still be changed, oldest first. */
export async function findDelivered(db: Db, subjects: readonly string[], now: number): Promise<Delivered[]> {
  return db
    .select({ subject: outbox.subject, target: outbox.target, messageId: outbox.messageId })
    .from(outbox)
    .where(
      and(
        inList(outbox.subject, subjects),
        eq(outbox.state, 'sent'),
        ne(outbox.messageId, ''),
        gt(outbox.createdAt, now - PATCHABLE_MS),
      ),
    )
    .orderBy(outbox.id);
}
