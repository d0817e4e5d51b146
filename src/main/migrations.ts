import journal from '../../db/migrations/meta/_journal.json' with { type: 'json' };
import type { D1Binding } from '../store/d1.ts';
import { appliedD1Migrations } from '../store/d1.ts';

/** Files of `db/migrations`, which a worker cannot look into. */
export const migrationFiles = journal.entries.map((entry) => `${entry.tag}.sql`);

/** Names of the migrations of this version that wrangler has not applied yet. */
export async function pendingD1Migrations(binding: D1Binding): Promise<string[]> {
  const applied = await appliedD1Migrations(binding);
  return migrationFiles.filter((name) => !applied.includes(name));
}
