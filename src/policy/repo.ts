import { aliasedTable, and, eq, isNotNull, lte, or, sql } from 'drizzle-orm';
import { localFigure, question, questionRevision, searchRow } from '../../db/schema/index.ts';
import { dayOf } from '../kernel/day.ts';
import { grantsOf } from '../people/scope.ts';
import type { Ctx } from '../store/context.ts';
import type { Db } from '../store/db.ts';
import { inList } from '../store/statement.ts';
import type { IndexRow } from './retrieval/rules/statistics.ts';
import type { Audience } from './retrieval/search.ts';
import { isExpiredTrial, isInForce } from './rules/validity.ts';
import { codesOf, isMeantFor, type Scope } from './scope.ts';

export type Entry = typeof questionRevision.$inferSelect;

/** Who asks, and on which day. The operator at the command line has no unit. */
export function audienceOf(ctx: Ctx): Audience {
  const grants = grantsOf(ctx.actor);
  return {
    day: dayOf(ctx.now),
    units: [...new Set(grants.map((grant) => grant.unit))],
    counties: [...new Set(grants.map((grant) => grant.county).filter(Boolean))],
  };
}

/**
 * Of these, what may be served: published, enabled, meant for this audience, and in force that day or a trial
 * document that ran out without a successor.
 */
export async function findServed(db: Db, numbers: readonly string[], audience: Audience): Promise<Entry[]> {
  if (numbers.length === 0) return [];
  const entries = await findMeant(db, numbers, audience);
  const { day } = audience;
  return entries.filter((entry) => isInForce(entry, day) || isExpiredTrial(entry, day));
}

/** Of these, in their order, the published texts meant for this audience, whenever they are in force. */
export async function findMeant(db: Db, numbers: readonly string[], scope: Scope): Promise<Entry[]> {
  if (numbers.length === 0) return [];
  const rows = await published(db).where(
    and(
      inList(question.number, numbers),
      eq(question.enabled, true),
      isMeantFor(sql`${questionRevision.units}`, scope),
    ),
  );
  const meant = new Map(rows.map(({ entry }) => [entry.number, entry]));
  return numbers.flatMap((number) => meant.get(number) ?? []);
}

/**
 * Every text that was ever served for these questions and for those they have replaced, oldest first, under the number
 * of the question that stands today. What has been withdrawn is not among them, nor what was never published.
 */
export async function findTexts(
  db: Db,
  numbers: readonly string[],
  scope: Scope,
): Promise<Map<string, Entry[]>> {
  if (numbers.length === 0) return new Map();
  const served = aliasedTable(questionRevision, 'served');
  const current = sql<string>`case when ${inList(question.number, numbers)} then ${question.number} else ${served.replacedBy} end`;
  const rows = await db
    .select({ current, entry: questionRevision })
    .from(questionRevision)
    .innerJoin(question, eq(question.number, questionRevision.number))
    .innerJoin(
      served,
      and(eq(served.number, question.number), eq(served.revision, question.publishedRevision)),
    )
    .where(
      and(
        eq(question.enabled, true),
        isNotNull(questionRevision.publishedAt),
        lte(questionRevision.revision, question.publishedRevision),
        or(inList(question.number, numbers), inList(served.replacedBy, numbers)),
        isMeantFor(sql`${served.units}`, scope),
      ),
    )
    .orderBy(questionRevision.number, questionRevision.revision);
  const texts = Map.groupBy(rows, (row) => row.current);
  return new Map(
    [...texts].map(([number, own]) => [
      number,
      inOrder(
        number,
        own.map(({ entry }) => entry),
      ),
    ]),
  );
}

/** The predecessors first, by their first day: what stands under the question's own number came after them. */
function inOrder(number: string, texts: readonly Entry[]): Entry[] {
  const own = texts.filter((text) => text.number === number);
  const before = texts.filter((text) => text.number !== number);
  return [...before.sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1)), ...own];
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

/** Local figures for everybody and for this scope: a unit's own before its county's, that before the general one. */
export async function findFigures(db: Db, codes: readonly string[], scope: Scope): Promise<LocalFigure[]> {
  if (codes.length === 0) return [];
  const rows = await db
    .select()
    .from(localFigure)
    .where(
      and(
        inList(localFigure.code, codes),
        sql`(${localFigure.unit} = '' or ${localFigure.unit} in (${codesOf(scope)}))`,
      ),
    )
    .orderBy(localFigure.code, localFigure.unit, localFigure.position);
  const nearness = ({ unit }: LocalFigure) => (unit === '' ? 0 : scope.units.includes(unit) ? 2 : 1);
  const nearest = new Map<string, number>();
  for (const row of rows) nearest.set(row.code, Math.max(nearest.get(row.code) ?? 0, nearness(row)));
  return rows.filter((row) => nearness(row) === nearest.get(row.code));
}
