import type { D1Binding } from '../store/d1.ts';
import { appliedD1Migrations } from '../store/d1.ts';

/** Files of `db/migrations`: a worker has no folder to look into. A test compares. */
export const migrationFiles = ['0000_init.sql', '0001_question_fts.sql'] as const;

/** Names of the migrations of this version that wrangler has not applied yet. */
export async function pendingD1Migrations(binding: D1Binding): Promise<string[]> {
  const applied = await appliedD1Migrations(binding);
  return migrationFiles.filter((name) => !applied.includes(name));
}
