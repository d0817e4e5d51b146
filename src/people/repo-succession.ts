import { lte } from 'drizzle-orm';
import { unitSuccessor } from '../../db/schema/index.ts';
import type { Day } from '../kernel/day.ts';
import type { Db } from '../store/db.ts';
import type { DatedStep } from './rules/succession.ts';

/** What became of units up to a day. */
export async function findSteps(db: Db, day: Day): Promise<DatedStep[]> {
  return db
    .select()
    .from(unitSuccessor)
    .where(lte(unitSuccessor.fromDay, day))
    .orderBy(unitSuccessor.unit, unitSuccessor.successor);
}
