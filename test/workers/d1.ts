import { applyD1Migrations, reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { type D1Binding, d1Store } from '../../src/store/d1.ts';
import type { Store } from '../../src/store/db.ts';

/** A migrated, empty D1 database inside workerd. */
export async function testStore(): Promise<Store> {
  // Bound by wrangler.toml and test/vitest.config.ts.
  const { DB, TEST_MIGRATIONS } = env as { DB: D1Binding; TEST_MIGRATIONS: unknown[] };
  await reset();
  await applyD1Migrations(DB, TEST_MIGRATIONS);
  return d1Store(DB);
}
