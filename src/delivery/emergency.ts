import type { Db } from '../store/db.ts';
import { readSetting } from '../store/settings.ts';

/** BR-42: somebody with authority approved that duties come outside working hours, for a named reason and time. */
export interface Emergency {
  reason: string;
  /** Who approved it, as entered. */
  approver: string;
  /** Open_id of the coordinator who opened it. */
  by: string;
  /** Ms UTC; it ends by itself. */
  from: number;
  until: number;
}

/** Setting: the newest emergency as JSON; empty or absent before the first and after one that was ended early. */
export const EMERGENCY = 'delivery.emergency';

/** The exception in force at this moment. */
export async function emergencyAt(db: Db, now: number): Promise<Emergency | undefined> {
  const value = await readSetting(db, EMERGENCY);
  const newest = value ? (JSON.parse(value) as Emergency) : undefined;
  return newest && newest.from <= now && now < newest.until ? newest : undefined;
}
