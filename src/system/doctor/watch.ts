import type { Db } from '../../store/db.ts';
import { readSetting } from '../../store/settings.ts';
import type { PlatformHealth } from './rules/facts.ts';
import { calm, type Watch } from './rules/follow.ts';

/** Setting: what has been seen and told so far, as JSON. */
export const WATCH = 'system.watch';

export interface StoredWatch {
  watch: Watch;
  /** Moment of the last look, ms UTC; 0 when there was none. */
  at: number;
  /** The platform's last answers, and when they came. */
  platform?: PlatformHealth | undefined;
  platformAt: number;
  /** The newest event or click that was heard of at that look, ms UTC; clicks stand nowhere else. */
  heardAt: number;
}

export async function readWatch(db: Db): Promise<StoredWatch> {
  const text = await readSetting(db, WATCH);
  return text === undefined
    ? { watch: calm, at: 0, platformAt: 0, heardAt: 0 }
    : (JSON.parse(text) as StoredWatch);
}
