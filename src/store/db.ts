import type { SQLWrapper } from 'drizzle-orm';
import { type BaseSQLiteDatabase, SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core';
import type * as schema from '../../db/schema/index.ts';
import { rootCause } from '../kernel/fault.ts';

/** The query builder over either driver. Always `await` a builder; never call `.run()`, `.all()`, `.get()`. */
export type Db = BaseSQLiteDatabase<'async', unknown, typeof schema>;

/** A write that has been built but not run: an insert, update or delete builder, or raw SQL. */
export type Statement = SQLWrapper;

/** One delivered event or click, before anything is done about it. */
export interface InboxClaim {
  id: string;
  /** The platform's message id; two deliveries of one message may differ in event id. */
  messageKey: string | null;
  kind: string;
  body: string;
  receivedAt: number;
}

export interface Store {
  db: Db;
  /** All or nothing: a driver transaction on better-sqlite3, a batch on D1. @throws whatever a statement throws. */
  atomically(statements: readonly Statement[]): Promise<void>;
  /**
   * True when this delivery is new, durably recorded when the promise resolves. Claims of one event-loop turn
   * share one commit on Node.
   */
  claim(claim: InboxClaim): Promise<boolean>;
  close(): void;
}

/** A natural key was taken, or a guarded update met another state: read again and decide anew. */
export function isConflict(error: unknown): boolean {
  const root = rootCause(error);
  return (
    root instanceof Error && /UNIQUE constraint failed|CHECK constraint failed: guard/.test(root.message)
  );
}

const dialect = new SQLiteAsyncDialect();

/** Text and driver values of a statement. Drizzle's own D1 batch cannot take raw SQL with values. */
export function compile(statement: Statement): { text: string; params: unknown[] } {
  const { sql, params } = dialect.sqlToQuery(statement.getSQL());
  return { text: sql, params };
}
