import { and, asc, desc, eq, gt, gte, isNull, lt, ne, type SQL, sql } from 'drizzle-orm';
import { person, question, questionReview, questionRevision, unit } from '../../../db/schema/index.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Ctx } from '../../store/context.ts';
import type { Db } from '../../store/db.ts';
import { inList } from '../../store/statement.ts';
import type { Entry } from '../repo.ts';
import { EITHER, reachOf, withinReach } from './reach.ts';
import { deskWords as words } from './words.ts';

export type Review = typeof questionReview.$inferSelect;

/** An entry as its editors see it. */
export interface OnDesk {
  number: string;
  enabled: boolean;
  /** Day by which it is to be checked again; null where only its validity counts. */
  reviewBy: string | null;
  /** What is served, or was until it was withdrawn; absent while nothing ever was. */
  published: Entry | undefined;
  newest: Entry;
}

/** One submitted revision, with what it would take the place of. */
export interface Waiting {
  review: Review;
  entry: Entry;
  published: Entry | undefined;
  authorName: string;
  submitterName: string;
}

/** A revision and what became of it. */
export interface RevisionLine {
  entry: Entry;
  /** Absent for a draft that was never submitted, and for what came by the workbook. */
  review: Review | undefined;
  authorName: string;
  decidedByName: string;
  /** It is the one in use. */
  live: boolean;
}

/** As many as anybody decides in one sitting. */
const QUEUE = 50;

const REVISIONS = 50;

/** @throws AppError not_found */
export async function findOnDesk(db: Db, number: string): Promise<OnDesk> {
  const [standing] = await db.select().from(question).where(eq(question.number, number));
  const newest = await findNewest(db, number);
  if (!standing || !newest) throw new AppError('not_found', words.unknown(number));
  const { publishedRevision: revision, enabled, reviewBy } = standing;
  const published =
    revision === null || revision === newest.revision
      ? revision === null
        ? undefined
        : newest
      : await findRevision(db, number, revision);
  return { number, enabled, reviewBy, published, newest };
}

/** @throws AppError not_found */
export async function findRevision(db: Db, number: string, revision: number): Promise<Entry> {
  const [row] = await db
    .select()
    .from(questionRevision)
    .where(and(eq(questionRevision.number, number), eq(questionRevision.revision, revision)));
  if (!row) throw new AppError('not_found', words.unknownRevision(number, revision));
  return row;
}

/** The newest text of a question, published or not. */
export async function findNewest(db: Db, number: string): Promise<Entry | undefined> {
  const [row] = await db
    .select()
    .from(questionRevision)
    .where(eq(questionRevision.number, number))
    .orderBy(desc(questionRevision.revision))
    .limit(1);
  return row;
}

/** The newest entry that this author began with this question and that nobody has published. */
export async function findFirstDraft(db: Db, author: string, asked: string): Promise<Entry | undefined> {
  const [row] = await db
    .select({ entry: questionRevision })
    .from(questionRevision)
    .innerJoin(question, eq(question.number, questionRevision.number))
    .where(
      and(
        eq(questionRevision.author, author),
        eq(questionRevision.question, asked),
        eq(questionRevision.revision, 1),
        isNull(question.publishedRevision),
      ),
    )
    .orderBy(desc(questionRevision.createdAt))
    .limit(1);
  return row?.entry;
}

/** Numbers that begin so. */
export async function findNumbers(db: Db, prefix: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ number: questionRevision.number })
    .from(questionRevision)
    .where(and(gte(questionRevision.number, prefix), lt(questionRevision.number, `${prefix}\uffff`)));
  return rows.map((row) => row.number);
}

export async function findReview(db: Db, number: string, revision: number): Promise<Review | undefined> {
  const [row] = await db
    .select()
    .from(questionReview)
    .where(and(eq(questionReview.number, number), eq(questionReview.revision, revision)));
  return row;
}

/** Revisions of this question that wait, oldest first. */
export async function findSubmitted(db: Db, number: string): Promise<Review[]> {
  return db
    .select()
    .from(questionReview)
    .where(and(eq(questionReview.number, number), eq(questionReview.state, 'submitted')))
    .orderBy(asc(questionReview.revision));
}

/** Who wrote anything between this revision and the published one before it. */
export async function findAuthors(db: Db, number: string, after: number, until: number): Promise<string[]> {
  const rows = await db
    .selectDistinct({ author: questionRevision.author })
    .from(questionRevision)
    .where(
      and(
        eq(questionRevision.number, number),
        gt(questionRevision.revision, after),
        sql`${questionRevision.revision} <= ${until}`,
      ),
    );
  return rows.map(({ author }) => author);
}

/** What waits for a yes within the actor's reach, longest waiting first; editors see their own on their way. */
export async function findReviewQueue(ctx: Ctx): Promise<Waiting[]> {
  const reach = reachOf(ctx, EITHER);
  const rows = await ctx.db
    .select({
      review: questionReview,
      entry: questionRevision,
      publishedRevision: question.publishedRevision,
    })
    .from(questionReview)
    .innerJoin(
      questionRevision,
      and(
        eq(questionRevision.number, questionReview.number),
        eq(questionRevision.revision, questionReview.revision),
      ),
    )
    .innerJoin(question, eq(question.number, questionReview.number))
    .where(eq(questionReview.state, 'submitted'))
    .orderBy(asc(questionReview.submittedAt), asc(questionReview.number))
    .limit(QUEUE);
  const own = await withinReach(
    ctx,
    reach,
    rows.map((row) => ({ ...row, units: row.entry.units })),
  );
  const names = await namesOf(
    ctx.db,
    own.flatMap(({ review, entry }) => [review.submittedBy, entry.author]),
  );
  const published = await findMany(
    ctx.db,
    own.flatMap(({ entry, publishedRevision: revision }) =>
      revision === null ? [] : [{ number: entry.number, revision }],
    ),
  );
  return own.map(({ review, entry }) => ({
    review,
    entry,
    published: published.get(entry.number),
    authorName: nameIn(names, entry.author),
    submitterName: nameIn(names, review.submittedBy),
  }));
}

/** Newest first, within the actor's reach. @throws AppError not_found, forbidden */
export async function findRevisionsOf(ctx: Ctx, number: string): Promise<RevisionLine[]> {
  const { db } = ctx;
  const reach = reachOf(ctx, EITHER);
  const [standing] = await db.select().from(question).where(eq(question.number, number));
  const rows = await db
    .select({ entry: questionRevision, review: questionReview })
    .from(questionRevision)
    .leftJoin(
      questionReview,
      and(
        eq(questionReview.number, questionRevision.number),
        eq(questionReview.revision, questionRevision.revision),
      ),
    )
    .where(eq(questionRevision.number, number))
    .orderBy(desc(questionRevision.revision))
    .limit(REVISIONS);
  if (!standing || rows.length === 0) throw new AppError('not_found', words.unknown(number));
  const shown = rows.find(({ entry }) => entry.revision === standing.publishedRevision) ?? rows[0];
  if (shown && (await withinReach(ctx, reach, [shown.entry])).length === 0)
    if (shown.entry.units.length > 0) throw new AppError('not_found', words.unknown(number));
  const names = await namesOf(
    db,
    rows.flatMap(({ entry, review }) => [entry.author, review?.decidedBy ?? '']),
  );
  return rows.map(({ entry, review }) => ({
    entry,
    review: review ?? undefined,
    authorName: nameIn(names, entry.author),
    decidedByName: review?.decidedBy ? nameIn(names, review.decidedBy) : '',
    live: standing.enabled && entry.revision === standing.publishedRevision,
  }));
}

async function findMany(
  db: Db,
  keys: readonly { number: string; revision: number }[],
): Promise<Map<string, Entry>> {
  if (keys.length === 0) return new Map();
  const rows = await db.select().from(questionRevision).where(amongst(keys));
  return new Map(rows.map((row) => [row.number, row]));
}

function amongst(keys: readonly { number: string; revision: number }[]): SQL {
  return sql`(${questionRevision.number}, ${questionRevision.revision}) in (
    select value ->> 'number', value ->> 'revision' from json_each(${JSON.stringify(keys)}))`;
}

/** Name of whoever stands in an author's or decider's column; what was no person has come by the workbook. */
export async function nameOf(db: Db, actor: string): Promise<string> {
  return nameIn(await namesOf(db, [actor]), actor);
}

export function openIdOf(actor: string): string | undefined {
  return actor.startsWith(PERSON) ? actor.slice(PERSON.length) : undefined;
}

const PERSON = 'person:';

async function namesOf(db: Db, actors: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const openIds = [...new Set(actors.flatMap((actor) => openIdOf(actor) ?? []))];
  if (openIds.length === 0) return new Map();
  const rows = await db
    .select({ openId: person.openId, name: person.name })
    .from(person)
    .where(inList(person.openId, openIds));
  return new Map(rows.map(({ openId, name }) => [`${PERSON}${openId}`, name]));
}

function nameIn(names: ReadonlyMap<string, string>, actor: string): string {
  return names.get(actor) || words.somebody;
}

/** The county whose units these all are; empty for everybody, for the city's, and for those of several. */
export async function countyOf(db: Db, units: readonly string[]): Promise<string> {
  if (units.length === 0) return '';
  const rows = await db.selectDistinct({ county: unit.county }).from(unit).where(inList(unit.code, units));
  return rows.length === 1 ? (rows[0]?.county ?? '') : '';
}

/** Numbers of all other entries. */
export async function otherNumbers(db: Db, number: string): Promise<Set<string>> {
  const rows = await db.select({ number: question.number }).from(question).where(ne(question.number, number));
  return new Set(rows.map((row) => row.number));
}
