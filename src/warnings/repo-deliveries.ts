import { count, eq, or } from 'drizzle-orm';
import { outbox } from '../../db/schema/index.ts';
import type { Indicator } from '../counts/window.ts';
import type { Month } from '../kernel/period.ts';
import type { Db } from '../store/db.ts';

/** What became of a month's cards and of a signed notice, counted by state and reason. */
export async function findDeliveries(
  db: Db,
  { scope, indicator, month }: { scope: string; indicator: Indicator; month: Month },
) {
  return db
    .select({ state: outbox.state, reason: outbox.reason, count: count() })
    .from(outbox)
    .where(
      or(
        eq(outbox.subject, `warnings:${month}`),
        eq(outbox.subject, `warnings.notice:${scope}:${indicator}:${month}`),
      ),
    )
    .groupBy(outbox.state, outbox.reason);
}
