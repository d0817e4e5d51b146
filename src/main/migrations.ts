import journal from '../../db/migrations/meta/_journal.json' with { type: 'json' };
import type { D1Binding } from '../store/d1.ts';
import { appliedD1Migrations } from '../store/d1.ts';

/** Files of `db/migrations`, which a worker cannot look into. */
export const migrationFiles = journal.entries.map((entry) => `${entry.tag}.sql`);

/** Migrations that wrangler has not applied yet, and those that only a newer version of this program has. */
export async function differingD1Migrations(binding: D1Binding): Promise<string[]> {
  const applied = await appliedD1Migrations(binding);
  return [
    ...migrationFiles.filter((name) => !applied.includes(name)),
    ...applied.filter((name) => !migrationFiles.includes(name)),
  ];
}
