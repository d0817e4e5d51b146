import type { Db } from '../store/db.ts';
import { readSetting } from '../store/settings.ts';
import { USUAL_GROUPS } from './rules/assignment.ts';

/** Setting: how many groups there should be. */
export const GROUP_COUNT = 'visits.group-count';

export async function findGroupCount(db: Db): Promise<number> {
  return Number((await readSetting(db, GROUP_COUNT)) ?? USUAL_GROUPS);
}
