import { applyD1Migrations, type D1Migration, reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { type D1Binding, d1Store } from '../../src/store/d1.ts';
import type { Store } from '../../src/store/db.ts';

/** What `wrangler.toml` and `test/vitest.config.ts` bind. */
interface Bindings {
  DB: D1Binding & Parameters<typeof applyD1Migrations>[0];
  TEST_MIGRATIONS: D1Migration[];
}

/** A migrated, empty D1 database inside workerd. */
export async function testStore(): Promise<Store> {
  const { DB, TEST_MIGRATIONS } = env as unknown as Bindings;
  await reset();
  await applyD1Migrations(DB, TEST_MIGRATIONS);
  return d1Store(DB);
}
