import { and, eq, isNull, sql } from 'drizzle-orm';
import { countItem, unit } from '../../../db/schema/index.ts';
import type { Month } from '../../kernel/period.ts';
import type { Db } from '../../store/db.ts';

/** What the items of a period tell beside the counts (domain 3.1, 3.2). */
export interface Asides {
  /** Meetings held in a row, counted as one; and the meetings saved by it, Σ(n−1). */
  combined: number;
  saved: number;
  /** Discussions, coordination, consultation: no part of the count. */
  discussions: number;
  /** Documents without a number, which count like any other (BR-21). */
  unnumbered: number;
}

export const NO_ASIDES: Asides = { combined: 0, saved: 0, discussions: 0, unnumbered: 0 };

/** Of the units that register item by item; whoever reports numbers only tells none of this. */
export async function readAsides(db: Db, county: string, from: Month, to: Month): Promise<Asides> {
  const i = countItem;
  const meeting = sql`${i.indicator} = 'meeting'`;
  const [row] = await db
    .select({
      combined: sql<number>`coalesce(sum(${meeting} and ${i.parts} > 1), 0)`,
      saved: sql<number>`coalesce(sum(case when ${meeting} then ${i.parts} - 1 end), 0)`,
      discussions: sql<number>`coalesce(sum(${meeting} and ${i.kind} = 'discussion'), 0)`,
      unnumbered: sql<number>`coalesce(sum(${i.kind} = 'unnumbered'), 0)`,
    })
    .from(unit)
    .innerJoin(i, eq(i.unit, unit.code))
    .where(
      and(
        eq(unit.county, county),
        sql`${i.month} between ${from} and ${to}`,
        isNull(i.struck),
        isNull(i.withdrawnDay),
      ),
    );
  return row ?? NO_ASIDES;
}
