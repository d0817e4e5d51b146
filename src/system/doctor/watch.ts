import { and, eq } from 'drizzle-orm';
import { setting } from '../../../db/schema/index.ts';
import type { Db, Statement } from '../../store/db.ts';
import { readSetting } from '../../store/settings.ts';
import { mustChange } from '../../store/statement.ts';
import type { PlatformHealth } from './rules/facts.ts';
import { calm, type Watch } from './rules/follow.ts';

/** Setting: what has been seen and told so far, as JSON. */
const WATCH = 'system.watch';

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
  return parsed(await readSetting(db, WATCH));
}

/** The same, and how to put another in its place; a conflict when somebody else has done so meanwhile. */
export async function readWatchToReplace(
  db: Db,
): Promise<{ before: StoredWatch; replace(by: StoredWatch): Statement[] }> {
  const text = await readSetting(db, WATCH);
  return {
    before: parsed(text),
    replace(by) {
      const value = JSON.stringify(by);
      if (text === undefined) return [db.insert(setting).values({ key: WATCH, value })];
      const same = and(eq(setting.key, WATCH), eq(setting.value, text));
      return [db.update(setting).set({ value }).where(same), mustChange()];
    },
  };
}

function parsed(text: string | undefined): StoredWatch {
  return text === undefined
    ? { watch: calm, at: 0, platformAt: 0, heardAt: 0 }
    : (JSON.parse(text) as StoredWatch);
}
