import { and, eq, inArray, ne, or, sql } from 'drizzle-orm';
import { outbox } from '../../db/schema/index.ts';
import type { Db } from '../store/db.ts';

const wanted = sql<
  number | null
>`min(iif(${outbox.state} = 'sending', ${outbox.leaseUntil}, ${outbox.dueAt}))`;

/** When the next message wants to be looked at, ms UTC; undefined when none waits. Stopped ones wait for a person. */
export async function nextDue(db: Db): Promise<number | undefined> {
  const [row] = await db
    .select({ at: wanted })
    .from(outbox)
    .where(
      or(
        and(inArray(outbox.state, ['queued', 'held']), ne(outbox.reason, 'stopped')),
        eq(outbox.state, 'sending'),
      ),
    );
  return row?.at ?? undefined;
}
