import { and, asc, eq, gte, isNull } from 'drizzle-orm';
import { person, warningSilence } from '../../../db/schema/index.ts';
import type { Indicator } from '../../counts/window.ts';
import type { Day } from '../../kernel/day.ts';
import type { Db } from '../../store/db.ts';

export type SilenceRow = typeof warningSilence.$inferSelect & { authorName: string };

/** Silences of a level that hold on a day, oldest first. They end by themselves: nobody has to lift them. */
export async function findSilences(db: Db, county: string, day: Day): Promise<SilenceRow[]> {
  const rows = await db
    .select({ silence: warningSilence, name: person.name })
    .from(warningSilence)
    .leftJoin(person, eq(person.openId, warningSilence.author))
    .where(
      and(eq(warningSilence.county, county), gte(warningSilence.until, day), isNull(warningSilence.endedAt)),
    )
    .orderBy(asc(warningSilence.createdAt), asc(warningSilence.id));
  return rows.map(({ silence, name }) => ({ ...silence, authorName: name ?? '' }));
}

export async function findSilence(db: Db, id: string) {
  const [row] = await db.select().from(warningSilence).where(eq(warningSilence.id, id));
  return row;
}

/** The silence that covers a scope and indicator, if any; the one that ends last. */
export function silenceOver(
  silences: readonly SilenceRow[],
  scope: string,
  indicator: Indicator,
): SilenceRow | undefined {
  return silences
    .filter(
      (one) =>
        (one.scope === '' || one.scope === scope) && (one.indicator === '' || one.indicator === indicator),
    )
    .toSorted((a, b) => (a.until < b.until ? 1 : -1))[0];
}
