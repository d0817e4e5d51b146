import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import * as schema from '../../db/schema/index.ts';
import { compile, type Db, type Store } from './db.ts';

/** Cloudflare's D1 binding as far as it is used here; its types come with a package that Node has no need of. */
export interface D1Binding {
  prepare(query: string): { bind(...values: unknown[]): unknown };
  batch(statements: unknown[]): Promise<unknown[]>;
}

export function d1Store(binding: D1Binding): Store {
  const db = drizzle(binding as Parameters<typeof drizzle>[0], { schema }) as unknown as Db;
  return {
    db,
    async atomically(statements) {
      if (statements.length === 0) return;
      await binding.batch(
        statements.map(compile).map(({ text, params }) => binding.prepare(text).bind(...params)),
      );
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

/** Names in wrangler's own table; none when it has never been run. */
export async function appliedD1Migrations(binding: D1Binding): Promise<string[]> {
  try {
    const rows = await drizzle(binding as Parameters<typeof drizzle>[0]).all<{ name: string }>(
      sql`select name from d1_migrations`,
    );
    return rows.map((row) => row.name);
  } catch {
    return [];
  }
}
