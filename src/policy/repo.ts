import { and, eq, sql } from 'drizzle-orm';
import { localFigure, question, questionRevision, searchRow } from '../../db/schema/index.ts';
import { dayOf } from '../kernel/day.ts';
import { grantsOf } from '../people/scope.ts';
import type { Ctx } from '../store/context.ts';
import type { Db } from '../store/db.ts';
import { inList } from '../store/statement.ts';
import type { IndexRow } from './rules/statistics.ts';
import type { Audience } from './search.ts';

export type Entry = typeof questionRevision.$inferSelect;

/** Who asks, and on which day. The operator at the command line has no unit. */
export function audienceOf(ctx: Ctx): Audience {
  return { day: dayOf(ctx.now), units: [...new Set(grantsOf(ctx.actor).map((grant) => grant.unit))] };
}

/** Of these, what may be served: published, enabled, in force that day, and meant for these units. */
export async function findServed(db: Db, numbers: readonly string[], audience: Audience): Promise<Entry[]> {
  if (numbers.length === 0) return [];
  const rows = await published(db).where(and(inList(question.number, numbers), eq(question.enabled, true)));
  const served = new Map(
    rows.flatMap(({ entry }) => (isFor(entry, audience) ? [[entry.number, entry] as const] : [])),
  );
  return numbers.flatMap((number) => served.get(number) ?? []);
}

function isFor({ validFrom, validUntil, units }: Entry, audience: Audience): boolean {
  return (
    validFrom <= audience.day &&
    (validUntil === '' || validUntil >= audience.day) &&
    (units.length === 0 || units.some((unit) => audience.units.includes(unit)))
  );
}

/** All published and enabled questions, by number. */
export async function findPublished(db: Db): Promise<Entry[]> {
  return (await published(db).where(eq(question.enabled, true)).orderBy(question.number)).map(
    ({ entry }) => entry,
  );
}

/** The published texts of these questions, enabled or not. */
export async function findRevisions(db: Db, numbers: readonly string[]): Promise<Entry[]> {
  return (await published(db).where(inList(question.number, numbers))).map(({ entry }) => entry);
}

function published(db: Db) {
  return db
    .select({ entry: questionRevision })
    .from(question)
    .innerJoin(
      questionRevision,
      and(
        eq(questionRevision.number, question.number),
        eq(questionRevision.revision, question.publishedRevision),
      ),
    );
}

export interface Standing {
  publishedRevision: number | null;
  enabled: boolean;
  lastRevision: number;
}

/** State of questions by number, published or not. */
export async function findStanding(db: Db, numbers: readonly string[]): Promise<Map<string, Standing>> {
  const rows = await db
    .select({
      number: question.number,
      publishedRevision: question.publishedRevision,
      enabled: question.enabled,
      lastRevision: sql<number>`max(${questionRevision.revision})`,
    })
    .from(question)
    .innerJoin(questionRevision, eq(questionRevision.number, question.number))
    .where(inList(question.number, numbers))
    .groupBy(question.number);
  return new Map(rows.map(({ number, ...standing }) => [number, standing]));
}

/** What the index holds of a question. */
export function findIndexed(db: Db, numbers: readonly string[]): PromiseLike<IndexRow[]> {
  return db
    .select({ number: searchRow.number, kind: searchRow.kind, text: searchRow.text })
    .from(searchRow)
    .where(inList(searchRow.number, numbers));
}

export interface LocalFigure {
  code: string;
  unit: string;
  position: number;
  values: Record<string, string>;
}

/** Local figures for everybody and for these units; a unit's own figure replaces the general one. */
export async function findFigures(
  db: Db,
  codes: readonly string[],
  units: readonly string[],
): Promise<LocalFigure[]> {
  if (codes.length === 0) return [];
  const rows = await db
    .select()
    .from(localFigure)
    .where(and(inList(localFigure.code, codes), inList(localFigure.unit, ['', ...units])))
    .orderBy(localFigure.code, localFigure.unit, localFigure.position);
  const special = new Set(rows.filter((row) => row.unit !== '').map((row) => row.code));
  return rows.filter((row) => row.unit !== '' || !special.has(row.code));
}
