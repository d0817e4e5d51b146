import { and, asc, eq, gte, lte, ne, or, sql } from 'drizzle-orm';
import { filing, localFigure, researchVisit, unit } from '../../db/schema/index.ts';
import type { Day } from '../kernel/day.ts';
import type { Db } from '../store/db.ts';
import { inList } from '../store/statement.ts';
import { phoneTitle } from './lexicon.ts';
import type { Stay } from './rules/stay.ts';
import { kindNames } from './words.ts';
import { researchName } from './words-research.ts';

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

/** A filed inspection or an announced research visit, as the offices are shown it. */
export interface ComingRow extends Stay {
  /** As in the workbook, or 调研. */
  kind: string;
  organiser: string;
  organiserName: string;
}

/** Filed inspections that touch these days; a veto item is a rule and not a visit. */
export async function findInspections(db: Db, from: Day, to: Day): Promise<ComingRow[]> {
  const rows = await db
    .select({ filing, organiserName: unit.name })
    .from(filing)
    .leftJoin(unit, eq(unit.code, filing.organiser))
    .where(and(gte(filing.endDay, from), lte(filing.startDay, to), ne(filing.kind, 'veto')))
    .orderBy(asc(filing.startDay), asc(filing.number));
  return rows.map(({ filing: row, organiserName }) => ({
    kind: kindNames[row.kind],
    number: row.number,
    name: row.name,
    organiser: row.organiser,
    organiserName: organiserName ?? '',
    targets: row.targets,
    start: row.startDay,
    end: row.endDay,
  }));
}

/** Research visits that touch these days. Unannounced ones are nobody's but their organiser's (domain 5). */
export async function findAnnouncedResearch(db: Db, from: Day, to: Day): Promise<ComingRow[]> {
  const rows = await db
    .select({ visit: researchVisit, organiserName: unit.name })
    .from(researchVisit)
    .leftJoin(unit, eq(unit.code, researchVisit.organiser))
    .where(
      and(
        gte(researchVisit.endDay, from),
        lte(researchVisit.startDay, to),
        eq(researchVisit.unannounced, false),
      ),
    )
    .orderBy(asc(researchVisit.startDay), asc(researchVisit.number));
  return rows.map(({ visit, organiserName }) => ({
    kind: researchName,
    number: visit.number,
    name: visit.topic,
    organiser: visit.organiser,
    organiserName: organiserName ?? '',
    targets: visit.targets,
    start: visit.startDay,
    end: visit.endDay,
  }));
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
