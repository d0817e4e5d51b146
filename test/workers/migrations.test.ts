import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import { appliedD1Migrations, type D1Binding } from '../../src/store/d1.ts';
import { testStore } from './d1.ts';

it('what has been applied to D1 is known by name', async () => {
  const { DB, TEST_MIGRATIONS } = env as { DB: D1Binding; TEST_MIGRATIONS: { name: string }[] };
  await testStore();
  expect(await appliedD1Migrations(DB)).toEqual(TEST_MIGRATIONS.map((migration) => migration.name));
});
