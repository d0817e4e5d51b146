import { and, asc, eq, isNull, lte, or, sql } from 'drizzle-orm';
import { inbox } from '../../db/schema/index.ts';
import type { Db, Statement } from './db.ts';

export type ClaimState = (typeof inbox.$inferSelect)['state'];

export interface LeasedClaim {
  id: string;
  messageKey: string | null;
  kind: string;
  body: string;
  /** Times it has been leased, this one included. */
  attempts: number;
  receivedAt: number;
}

/** Undefined when the event was never claimed, or its row has been deleted since. */
export async function claimState(db: Db, id: string): Promise<ClaimState | undefined> {
  const [row] = await db.select({ state: inbox.state }).from(inbox).where(eq(inbox.id, id));
  return row?.state;
}

/**
 * Takes over claims whose handler has died: those received at least `olderThanMs` ago, not handled and not leased by
 * somebody else. They are ours for `leaseMs`, oldest first, at most `limit`.
 */
export async function leaseInbox(
  db: Db,
  { now, olderThanMs, leaseMs, limit }: { now: number; olderThanMs: number; leaseMs: number; limit: number },
): Promise<LeasedClaim[]> {
  const forgotten = db
    .select({ id: inbox.id })
    .from(inbox)
    .where(
      and(
        eq(inbox.state, 'new'),
        lte(inbox.receivedAt, now - olderThanMs),
        or(isNull(inbox.leaseUntil), lte(inbox.leaseUntil, now)),
      ),
    )
    .orderBy(asc(inbox.receivedAt), asc(inbox.id))
    .limit(limit);
  const leased = await db
    .update(inbox)
    .set({ leaseUntil: now + leaseMs, attempts: sql`${inbox.attempts} + 1` })
    .where(sql`${inbox.id} in ${forgotten}`)
    .returning({
      id: inbox.id,
      messageKey: inbox.messageKey,
      kind: inbox.kind,
      body: inbox.body,
      attempts: inbox.attempts,
      receivedAt: inbox.receivedAt,
    });
  return leased.sort((a, b) => a.receivedAt - b.receivedAt || (a.id < b.id ? -1 : 1));
}

/** Ends a claim within its effect and erases what was received. A second handler's effect fails as a conflict. */
export function markHandled(db: Db, id: string, now: number): Statement {
  return end(db, id, 'handled', now);
}

/** Gives a claim up for good. */
export function markFailed(db: Db, id: string, now: number): Statement {
  return end(db, id, 'failed', now);
}

/** A claim ends once: from any other state the table's own check refuses the word written here. */
function end(db: Db, id: string, state: 'handled' | 'failed', now: number): Statement {
  return db
    .update(inbox)
    .set({
      state: sql`case ${inbox.state} when 'new' then ${state} else 'ended before' end`,
      body: '',
      leaseUntil: null,
      finishedAt: now,
    })
    .where(eq(inbox.id, id));
}
