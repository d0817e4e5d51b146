import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getPlatformProxy } from 'wrangler';
import { type D1Binding, d1Store } from '../../src/store/d1.ts';
import type { Store } from '../../src/store/db.ts';
import { MIGRATIONS } from '../support/db.ts';

const CONFIG = fileURLToPath(new URL('../../wrangler.toml', import.meta.url));

interface Bound {
  prepare(text: string): unknown;
  batch(statements: unknown[]): Promise<unknown>;
}

/** A migrated, empty D1 database of workerd on this machine, kept nowhere. */
export async function localD1(): Promise<{ store: Store; close(): Promise<void> }> {
  const proxy = await getPlatformProxy<{ DB: D1Binding & Bound }>({ configPath: CONFIG, persist: false });
  const { DB } = proxy.env;
  for (const file of readdirSync(MIGRATIONS)
    .filter((name) => name.endsWith('.sql'))
    .toSorted()) {
    const statements = readFileSync(join(MIGRATIONS, file), 'utf8').split('--> statement-breakpoint');
    await DB.batch(statements.map((text) => DB.prepare(text)));
  }
  return { store: d1Store(DB), close: () => proxy.dispose() };
}
