import type { Db } from '../store/db.ts';
import { readSetting } from '../store/settings.ts';

/** Setting: who stopped the bot and when, as JSON; empty or absent while it runs (BR-33). */
export const STOP_SWITCH = 'delivery.stopped';

/** While stopped nothing unasked goes out; questions are still answered. */
export async function isStopped(db: Db): Promise<boolean> {
  return Boolean(await readSetting(db, STOP_SWITCH));
}
