import { and, eq, gte, lt, max, sql } from 'drizzle-orm';
import { outbox } from '../../db/schema/index.ts';
import type { Db } from '../store/db.ts';
import { inList } from '../store/statement.ts';

/** Platform ids of messages that were sent, by the key they were queued under; the others are missing. */
export async function findMessageIds(db: Db, keys: readonly string[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const rows = await db
    .select({ key: outbox.key, messageId: outbox.messageId })
    .from(outbox)
    .where(and(inList(outbox.key, keys), sql`${outbox.messageId} <> ''`));
  return new Map(rows.map((row) => [row.key, row.messageId]));
}

/** When the last message with this prefix of its key was queued for this person or chat, ms UTC. */
export async function latestTo(db: Db, target: string, prefix: string): Promise<number | undefined> {
  const [row] = await db
    .select({ at: max(outbox.createdAt) })
    .from(outbox)
    .where(and(eq(outbox.target, target), gte(outbox.key, prefix), lt(outbox.key, `${prefix}\uffff`)));
  return row?.at ?? undefined;
}
