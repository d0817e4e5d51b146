import { and, asc, eq, gte, lte, ne } from 'drizzle-orm';
import { filing, localFigure, planRevision, researchVisit } from '../../db/schema/index.ts';
import type { Day } from '../kernel/day.ts';
import type { Db } from '../store/db.ts';
import { inList } from '../store/statement.ts';
import { phoneTitle } from './lexicon.ts';

export type FilingRow = typeof filing.$inferSelect;
export type ResearchRow = typeof researchVisit.$inferSelect;

/** Filings of any state that touch these days, by start. */
export async function findFilings(db: Db, from: Day, to: Day): Promise<FilingRow[]> {
  return db
    .select()
    .from(filing)
    .where(and(gte(filing.endDay, from), lte(filing.startDay, to)))
    .orderBy(asc(filing.startDay), asc(filing.number));
}

export async function findFiling(db: Db, number: string): Promise<FilingRow | undefined> {
  const [row] = await db.select().from(filing).where(eq(filing.number, number));
  return row;
}

/** What counts towards the organiser's plan of that year, this one left out. */
export async function findPlanned(
  db: Db,
  organisers: readonly string[],
  year: number,
  without: string,
): Promise<FilingRow[]> {
  return db
    .select()
    .from(filing)
    .where(
      and(
        inList(filing.organiser, organisers),
        gte(filing.startDay, `${year}-01-01`),
        lte(filing.startDay, `${year}-12-31`),
        inList(filing.state, ['filed', 'pending']),
        ne(filing.kind, 'veto'),
        ne(filing.number, without),
      ),
    );
}

/** Comprehensive assessments of that year that stand or wait, this one left out. */
export async function findComprehensive(db: Db, year: number, without: string): Promise<FilingRow[]> {
  const rows = await db
    .select()
    .from(filing)
    .where(
      and(
        eq(filing.kind, 'comprehensive'),
        gte(filing.startDay, `${year}-01-01`),
        lte(filing.startDay, `${year}-12-31`),
        inList(filing.state, ['filed', 'pending']),
        ne(filing.number, without),
      ),
    );
  return rows;
}

/** The plan in force, by unit: inspections of the year. A unit without a row has none entered. */
export async function findPlans(
  db: Db,
  units: readonly string[],
  year: number,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .select({ unit: planRevision.unit, amount: planRevision.amount })
    .from(planRevision)
    .where(
      and(
        inList(planRevision.unit, units),
        eq(planRevision.year, year),
        eq(planRevision.indicator, 'inspection'),
      ),
    )
    .orderBy(planRevision.revision);
  return new Map(rows.map(({ unit, amount }) => [unit, amount]));
}

/** Research visits of any state that touch these days, by start. */
export async function findResearch(db: Db, from: Day, to: Day): Promise<ResearchRow[]> {
  return db
    .select()
    .from(researchVisit)
    .where(and(gte(researchVisit.endDay, from), lte(researchVisit.startDay, to)))
    .orderBy(asc(researchVisit.startDay), asc(researchVisit.number));
}

export async function findResearchVisit(db: Db, number: string): Promise<ResearchRow | undefined> {
  const [row] = await db.select().from(researchVisit).where(eq(researchVisit.number, number));
  return row;
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
