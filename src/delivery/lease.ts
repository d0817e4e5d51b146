import { aliasedTable, and, asc, eq, gt, inArray, lte, notExists, or, sql } from 'drizzle-orm';
import { outbox } from '../../db/schema/index.ts';
import type { Db, Statement } from '../store/db.ts';
import { inList } from '../store/statement.ts';

export type OutboxRow = typeof outbox.$inferSelect;

/** Longer than a batch can take with every request running into its time limit. */
const LEASE_MS = 5 * 60_000;

const ASKED = ['answer', 'patch'] as const;
const WAITING = ['queued', 'held'] as const;

export interface Lease {
  rows: OutboxRow[];
  from: number;
  until: number;
}

/**
 * Takes due messages for this runner, answers first, then in order of creation. A runner that died leaves its lease to
 * run out; its messages come again under the same id, which the platform knows. Nobody is served by two runners at
 * once, so each recipient gets theirs in order.
 */
export async function leaseDue(
  db: Db,
  { now, limit, stopped }: { now: number; limit: number; stopped: boolean },
): Promise<Lease> {
  const other = aliasedTable(outbox, 'other');
  const inWork = db
    .select({ id: other.id })
    .from(other)
    .where(and(eq(other.target, outbox.target), eq(other.state, 'sending'), gt(other.leaseUntil, now)));
  const due = db
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        or(
          and(inArray(outbox.state, WAITING), lte(outbox.dueAt, now)),
          and(eq(outbox.state, 'sending'), lte(outbox.leaseUntil, now)),
        ),
        stopped ? inArray(outbox.kind, ASKED) : undefined,
        notExists(inWork),
      ),
    )
    .orderBy(urgency, asc(outbox.createdAt), asc(outbox.id))
    .limit(limit);
  const until = now + LEASE_MS;
  const taken = {
    state: 'sending' as const,
    leaseUntil: until,
    attempts: sql`${outbox.attempts} + 1`,
    uncertainSince: sql`coalesce(${outbox.uncertainSince}, ${now})`,
  };
  const rows = await db.update(outbox).set(taken).where(sql`${outbox.id} in ${due}`).returning();
  const people = [...new Set(rows.filter(isUnasked).map(({ target }) => target))];
  // The rest of what these people are to get now, so that several things can become one digest.
  if (!stopped && people.length > 0)
    rows.push(
      ...(await db
        .update(outbox)
        .set(taken)
        .where(
          and(
            inList(outbox.target, people),
            inArray(outbox.state, WAITING),
            inArray(outbox.kind, ['duty', 'notice']),
            lte(outbox.dueAt, now),
          ),
        )
        .returning()),
    );
  rows.sort((a, b) => rank(a) - rank(b) || a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
  return { rows, from: now, until };
}

const isUnasked = ({ kind }: OutboxRow) => kind === 'duty' || kind === 'notice';

/** Due messages without taking them. */
export async function peekDue(db: Db, now: number): Promise<OutboxRow[]> {
  return db
    .select()
    .from(outbox)
    .where(and(inArray(outbox.state, WAITING), lte(outbox.dueAt, now)))
    .orderBy(urgency, asc(outbox.createdAt), asc(outbox.id));
}

const urgency = sql`case ${outbox.kind} when 'answer' then 0 when 'patch' then 1 else 2 end`;

function rank({ kind }: OutboxRow): number {
  return kind === 'answer' ? 0 : kind === 'patch' ? 1 : 2;
}

/** While stopped, what falls due unasked waits for a person to start the bot again. */
export async function holdStopped(db: Db, now: number): Promise<number> {
  const held = await db
    .update(outbox)
    .set({ state: 'held', reason: 'stopped' })
    .where(
      and(
        inArray(outbox.state, WAITING),
        lte(outbox.dueAt, now),
        inArray(outbox.kind, ['duty', 'notice']),
        sql`${outbox.reason} <> 'stopped'`,
      ),
    )
    .returning({ id: outbox.id });
  return held.length;
}

/** In an approved emergency duties that wait for working hours fall due at once (BR-42). */
export function releaseDuties(db: Db, now: number): Statement {
  return db
    .update(outbox)
    .set({ state: 'queued', reason: '', dueAt: now })
    .where(
      and(
        eq(outbox.state, 'held'),
        eq(outbox.kind, 'duty'),
        eq(outbox.reason, 'quiet_hours'),
        gt(outbox.dueAt, now),
      ),
    );
}

/** Ends or puts off one message of the lease; does nothing when the lease ran out and somebody else has it now. */
export function settle(
  db: Db,
  lease: Pick<Lease, 'until'>,
  id: string,
  change: Partial<typeof outbox.$inferInsert>,
): Statement {
  return db
    .update(outbox)
    .set({ leaseUntil: null, ...change })
    .where(and(eq(outbox.id, id), eq(outbox.state, 'sending'), eq(outbox.leaseUntil, lease.until)));
}

/** Gives messages back that were not tried: no attempt is counted and nothing about them is uncertain. */
export function putBack(
  db: Db,
  lease: Lease,
  ids: readonly string[],
  { state, reason, notBefore }: { state: 'queued' | 'held'; reason: string; notBefore: number },
): Statement {
  return db
    .update(outbox)
    .set({
      state,
      reason,
      leaseUntil: null,
      dueAt: sql`max(${outbox.dueAt}, ${notBefore})`,
      attempts: sql`${outbox.attempts} - 1`,
      uncertainSince: sql`nullif(${outbox.uncertainSince}, ${lease.from})`,
    })
    .where(and(inList(outbox.id, ids), eq(outbox.state, 'sending'), eq(outbox.leaseUntil, lease.until)));
}
