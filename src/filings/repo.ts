import { and, asc, eq, gte, lte, or, sql } from 'drizzle-orm';
import { filing, localFigure, unit } from '../../db/schema/index.ts';
import type { Day } from '../kernel/day.ts';
import type { Db } from '../store/db.ts';
import { inList } from '../store/statement.ts';
import { phoneTitle } from './lexicon.ts';

export type FilingRow = typeof filing.$inferSelect & { organiserName: string };

/** Filings that touch these days and concern one of these units, as target or as organiser. */
export async function findFilingsOf(
  db: Db,
  units: readonly string[],
  from: Day,
  to: Day,
): Promise<FilingRow[]> {
  const rows = await db
    .select({ filing, organiserName: unit.name })
    .from(filing)
    .leftJoin(unit, eq(unit.code, filing.organiser))
    .where(
      and(
        gte(filing.endDay, from),
        lte(filing.startDay, to),
        or(
          inList(filing.organiser, units),
          sql`exists (select 1 from json_each(${filing.targets}) as target where ${inList(sql`target.value`, units)})`,
        ),
      ),
    )
    .orderBy(asc(filing.startDay), asc(filing.number));
  return rows.map((row) => ({ ...row.filing, organiserName: row.organiserName ?? '' }));
}

/** The office to ask: LOC-28 (who approves single assessments), else LOC-36 (whom to call). Empty when not entered. */
export async function findPhone(db: Db): Promise<string> {
  const rows = await db
    .select({ values: localFigure.values })
    .from(localFigure)
    .where(inList(localFigure.code, ['LOC-28', 'LOC-36']))
    .orderBy(localFigure.code, localFigure.position);
  const entries = rows.flatMap(({ values }) => Object.entries(values));
  return entries.find(([title, value]) => phoneTitle.test(title) && value)?.[1] ?? '';
}
