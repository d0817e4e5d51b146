import { and, count, eq, or, type SQL, sql } from 'drizzle-orm';
import {
  question,
  questionHitDay,
  questionMiss,
  questionReview,
  questionRevision,
} from '../../../../db/schema/index.ts';
import { addDays, type Day, dayOf } from '../../../kernel/day.ts';
import { isMeantFor } from '../../../policy/scope.ts';
import type { Ctx } from '../../../store/context.ts';
import type { Db } from '../../../store/db.ts';
import { inList } from '../../../store/statement.ts';
import { type Reach, requireReach } from '../../guard.ts';
import { EXPIRING_DAYS, type QuestionState, questionState } from './state.ts';

/** What somebody has to do about an entry, whatever its state. */
export const ERRANDS = ['waiting', 'changed', 'recheck'] as const;

export type Errand = (typeof ERRANDS)[number];

export interface QuestionFilter {
  /** Looked for in question, phrasings, answer, document and number. */
  text: string;
  topic: string;
  office: string;
  state: QuestionState | Errand | '';
}

export interface QuestionLine {
  number: string;
  question: string;
  topic: string;
  office: string;
  state: QuestionState;
  validFrom: Day;
  validUntil: Day;
  replacedBy: string;
  /** A text newer than the published one stands there. */
  changed: boolean;
  /** One was sent to another person for approval. */
  waiting: boolean;
  /** Day by which its owner looks at it again; empty where only its validity counts. */
  reviewBy: Day;
  /** Within `COUNTED_DAYS`; nobody's name stands behind them. */
  hits: number;
  unsolved: number;
  /** Times that nothing was found and this entry was the nearest. */
  misses: number;
}

/** Hits older than a month say nothing about what is wanted now. */
export const COUNTED_DAYS = 30;

const published = sql`${question.publishedRevision} is not null`;
const newest = sql<number>`(select max(r.revision) from question_revision r where r.number = ${question.number})`;
const waits = sql<number>`exists (select 1 from ${questionReview} w where w.number = ${question.number} and w.state = 'submitted')`;
const hasText = sql`${questionRevision.revision} = coalesce(${question.publishedRevision}, ${newest})`;

/** Page of entries by number; one row more than asked for when there are further ones. */
export async function findQuestions(
  ctx: Ctx,
  filter: QuestionFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<QuestionLine[]> {
  const reach = requireReach(ctx, 'questions');
  const today = dayOf(ctx.now);
  const rows = await shown(ctx.db)
    .where(and(within(reach), matches(filter, today)))
    .orderBy(question.number)
    .limit(limit + 1)
    .offset(offset);
  const counts = await countsOf(
    ctx.db,
    rows.map(({ entry }) => entry.number),
    today,
  );
  return rows.map(({ entry, publishedRevision, enabled, reviewBy, last, waiting }) => ({
    ...entry,
    state: questionState({ ...entry, published: publishedRevision !== null, enabled }, today),
    changed: publishedRevision !== null && last > publishedRevision,
    waiting: waiting === 1,
    reviewBy: reviewBy ?? '',
    ...(counts.get(entry.number) ?? { hits: 0, unsolved: 0, misses: 0 }),
  }));
}

/** Numbers of all entries that match, for the export. */
export async function findQuestionNumbers(ctx: Ctx, filter: QuestionFilter): Promise<Set<string>> {
  const reach = requireReach(ctx, 'questionsExport');
  const rows = await shown(ctx.db).where(and(within(reach), matches(filter, dayOf(ctx.now))));
  return new Set(rows.map(({ entry }) => entry.number));
}

/** Topics and responsible offices that occur, for the choices above the list. */
export async function findChoices(ctx: Ctx): Promise<{ topics: string[]; offices: string[] }> {
  const reach = requireReach(ctx, 'questions');
  const rows = await ctx.db
    .selectDistinct({ topic: questionRevision.topic, office: questionRevision.office })
    .from(question)
    .innerJoin(questionRevision, and(eq(questionRevision.number, question.number), hasText))
    .where(within(reach));
  const sorted = (values: string[]) => [...new Set(values)].filter(Boolean).sort();
  return {
    topics: sorted(rows.map(({ topic }) => topic)),
    offices: sorted(rows.map(({ office }) => office)),
  };
}

export async function countExpiring(ctx: Ctx): Promise<number> {
  const reach = requireReach(ctx, 'questions');
  const [row] = await ctx.db
    .select({ n: count() })
    .from(question)
    .innerJoin(questionRevision, and(eq(questionRevision.number, question.number), hasText))
    .where(and(within(reach), inState('expiring', dayOf(ctx.now))));
  return row?.n ?? 0;
}

function shown(db: Db) {
  return db
    .select({
      entry: {
        number: questionRevision.number,
        question: questionRevision.question,
        topic: questionRevision.topic,
        office: questionRevision.office,
        validFrom: questionRevision.validFrom,
        validUntil: questionRevision.validUntil,
        replacedBy: questionRevision.replacedBy,
      },
      publishedRevision: question.publishedRevision,
      enabled: question.enabled,
      reviewBy: question.reviewBy,
      last: newest,
      waiting: waits,
    })
    .from(question)
    .innerJoin(questionRevision, and(eq(questionRevision.number, question.number), hasText))
    .$dynamic();
}

/** Entries of this reach, for any statement over `question_revision`. */
export function within({ all, levels }: Reach): SQL | undefined {
  if (all) return undefined;
  const own = sql`select code from unit where county in (select value from json_each(${JSON.stringify(levels)}))`;
  return or(
    isMeantFor(sql`${questionRevision.units}`, { units: [] }),
    sql`exists (select 1 from json_each(${questionRevision.units}) as meant where meant.value in (${own}))`,
  );
}

function matches(filter: QuestionFilter, today: Day): SQL | undefined {
  const { text, topic, office, state } = filter;
  return and(
    text === '' ? undefined : contains(text),
    topic === '' ? undefined : eq(questionRevision.topic, topic),
    office === '' ? undefined : eq(questionRevision.office, office),
    state === '' ? undefined : inState(state, today),
  );
}

/** `instr` knows no wildcards, so `%` and `_` are letters like others. */
function contains(text: string): SQL {
  const places = [
    questionRevision.number,
    questionRevision.question,
    questionRevision.like,
    questionRevision.answer,
    questionRevision.document,
  ].map((column) => sql`${column}`);
  return sql`instr(lower(${sql.join(places, sql` || char(10) || `)}), ${text.toLowerCase()}) > 0`;
}

/** The same states as `questionState` tells, for the database to choose by. */
function inState(state: QuestionState | Errand, today: Day): SQL | undefined {
  const { validFrom, validUntil, replacedBy } = questionRevision;
  const standing = and(published, eq(question.enabled, true));
  const unreplaced = and(standing, eq(replacedBy, ''));
  const lasting = sql`(${validUntil} = '' or ${validUntil} >= ${today})`;
  const inForce = and(unreplaced, lasting, sql`${validFrom} <= ${today}`);
  const soon = sql`(${validUntil} <> '' and ${validUntil} <= ${addDays(today, EXPIRING_DAYS)})`;
  switch (state) {
    case 'waiting':
      return sql`${waits} = 1`;
    case 'changed':
      return sql`${newest} > ${question.publishedRevision}`;
    case 'recheck':
      return and(standing, or(sql`${question.reviewBy} <= ${addDays(today, EXPIRING_DAYS)}`, soon));
    case 'draft':
      return sql`${question.publishedRevision} is null`;
    case 'withdrawn':
      return and(published, eq(question.enabled, false));
    case 'replaced':
      return and(standing, sql`${replacedBy} <> ''`);
    case 'ended':
      return and(unreplaced, sql`${validUntil} <> '' and ${validUntil} < ${today}`);
    case 'upcoming':
      return and(unreplaced, lasting, sql`${validFrom} > ${today}`);
    case 'expiring':
      return and(inForce, soon);
    case 'live':
      return and(inForce, sql`not ${soon}`);
  }
}

export type Counts = Pick<QuestionLine, 'hits' | 'unsolved' | 'misses'>;

/** How entries fared lately, by number. */
export async function countsOf(db: Db, numbers: readonly string[], today: Day): Promise<Map<string, Counts>> {
  const since = addDays(today, -COUNTED_DAYS);
  const served = await db
    .select({
      number: questionHitDay.number,
      hits: sql<number>`sum(${questionHitDay.hits})`,
      unsolved: sql<number>`sum(${questionHitDay.unsolved})`,
    })
    .from(questionHitDay)
    .where(and(inList(questionHitDay.number, numbers), sql`${questionHitDay.day} > ${since}`))
    .groupBy(questionHitDay.number);
  const missed = await db
    .select({ number: questionMiss.near, misses: sql<number>`sum(${questionMiss.times})` })
    .from(questionMiss)
    .where(and(inList(questionMiss.near, numbers), sql`${questionMiss.lastDay} > ${since}`))
    .groupBy(questionMiss.near);
  const misses = new Map(missed.map((row) => [row.number, row.misses]));
  const hits = new Map(served.map((row) => [row.number, row]));
  return new Map(
    numbers.map((number) => [
      number,
      {
        hits: hits.get(number)?.hits ?? 0,
        unsolved: hits.get(number)?.unsolved ?? 0,
        misses: misses.get(number) ?? 0,
      },
    ]),
  );
}
