import { is, SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import * as schema from '../../db/schema/index.ts';
import type { Db, Statement, Store } from './db.ts';

/** Cloudflare's D1 binding as far as it is used here; its types come with a package that Node has no need of. */
export interface D1Binding {
  prepare(query: string): unknown;
  batch(statements: unknown[]): Promise<unknown[]>;
}

export function d1Store(binding: D1Binding): Store {
  const driver = drizzle(binding as Parameters<typeof drizzle>[0], { schema });
  const db = driver as unknown as Db;
  const built = (statement: Statement) => (is(statement, SQL) ? driver.run(statement) : statement) as never;
  return {
    db,
    async atomically(statements) {
      const [first, ...rest] = statements.map(built);
      if (first) await driver.batch([first, ...rest]);
    },
    async claim(claim) {
      const rows = await db
        .insert(schema.inbox)
        .values(claim)
        .onConflictDoNothing()
        .returning({ id: schema.inbox.id });
      return rows.length === 1;
    },
    close() {},
  };
}
