import { is, SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import * as schema from '../../db/schema/index.ts';
import type { Db, Statement, Store } from './db.ts';

/** The part of Cloudflare's D1 binding that is used here. */
export type D1Binding = Parameters<typeof drizzle>[0];

export function d1Store(binding: D1Binding): Store {
  const driver = drizzle(binding, { schema });
  const db = driver as unknown as Db;
  const built = (statement: Statement) => (is(statement, SQL) ? driver.run(statement) : statement) as never;
  return {
    db,
    async atomically(statements) {
      const [first, ...rest] = statements.map(built);
      if (first) await driver.batch([first, ...rest]);
    },
    async claim({ id, messageKey, kind, body, receivedAt }) {
      const rows = await db
        .insert(schema.inbox)
        .values({ id, messageKey, kind, body, receivedAt })
        .onConflictDoNothing()
        .returning({ id: schema.inbox.id });
      return rows.length === 1;
    },
    close() {},
  };
}
