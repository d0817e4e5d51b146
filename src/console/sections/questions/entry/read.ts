import { and, desc, eq, sql } from 'drizzle-orm';
import { person, question, questionReview, questionRevision, unit } from '../../../../../db/schema/index.ts';
import { type Day, dayOf } from '../../../../kernel/day.ts';
import { AppError } from '../../../../kernel/errors.ts';
import { findFigures } from '../../../../policy/repo.ts';
import type { Ctx } from '../../../../store/context.ts';
import { inList } from '../../../../store/statement.ts';
import { actorText } from '../../../actor-text.ts';
import { requireReach } from '../../../guard.ts';
import { isActor } from '../../../levels.ts';
import { type Counts, countsOf, within } from '../read-list.ts';
import { type QuestionState, questionState } from '../state.ts';
import { questionWords as words } from '../words.ts';

type Revision = typeof questionRevision.$inferSelect;

export interface QuestionPage {
  /** The published text, or the newest one while none is. */
  entry: Revision;
  state: QuestionState;
  counts: Counts;
  unitNames: string[];
  /** Codes of local figures that the answer needs, and whether anything has been entered. */
  figures: { code: string; entered: boolean }[];
  /** Day by which its owner looks at it again; empty where only its validity counts. */
  reviewBy: Day;
  /** Newest first; never none. */
  revisions: RevisionLine[];
}

export interface RevisionLine {
  revision: number;
  author: string;
  createdAt: number;
  publishedAt: number | null;
  /** The text that stands on the page. */
  shown: boolean;
  /** Absent for a draft that was never sent, and for what came by the workbook. */
  review: typeof questionReview.$inferSelect | undefined;
}

const MOST_REVISIONS = 50;

/** @throws AppError not_found, also for what lies beyond the reach: nobody learns that it is there. */
export async function findQuestion(ctx: Ctx, number: string): Promise<QuestionPage> {
  const reach = requireReach(ctx, 'question');
  const { db } = ctx;
  const [found] = await db
    .select({ entry: questionRevision, question })
    .from(question)
    .innerJoin(
      questionRevision,
      and(
        eq(questionRevision.number, question.number),
        sql`${questionRevision.revision} = coalesce(${question.publishedRevision},
          (select max(r.revision) from question_revision r where r.number = ${question.number}))`,
      ),
    )
    .where(and(eq(question.number, number), within(reach)));
  if (!found) throw new AppError('not_found', words.unknown(number));
  const { entry, question: standing } = found;
  const today = dayOf(ctx.now);
  const published = standing.publishedRevision !== null;
  const figures = await findFigures(db, entry.localFigures, { units: [] });
  return {
    entry,
    state: questionState({ ...entry, published, enabled: standing.enabled }, today),
    counts: (await countsOf(db, [number], today)).get(number) ?? { hits: 0, unsolved: 0, misses: 0 },
    unitNames: await namesOf(ctx, entry.units),
    figures: entry.localFigures.map((code) => ({ code, entered: figures.some((row) => row.code === code) })),
    reviewBy: standing.reviewBy ?? '',
    revisions: (await findRevisions(ctx, number)).map((row) => ({
      ...row,
      shown: row.revision === entry.revision,
    })),
  };
}

async function namesOf({ db }: Ctx, codes: readonly string[]): Promise<string[]> {
  if (codes.length === 0) return [];
  const rows = await db
    .select({ name: unit.name })
    .from(unit)
    .where(inList(unit.code, codes))
    .orderBy(unit.sort);
  return rows.map(({ name }) => name);
}

async function findRevisions({ db }: Ctx, number: string) {
  const rows = await db
    .select({
      revision: questionRevision.revision,
      author: questionRevision.author,
      name: person.name,
      createdAt: questionRevision.createdAt,
      publishedAt: questionRevision.publishedAt,
      review: questionReview,
    })
    .from(questionRevision)
    .leftJoin(
      questionReview,
      and(
        eq(questionReview.number, questionRevision.number),
        eq(questionReview.revision, questionRevision.revision),
      ),
    )
    .leftJoin(person, isActor(questionRevision.author))
    .where(eq(questionRevision.number, number))
    .orderBy(desc(questionRevision.revision))
    .limit(MOST_REVISIONS);
  return rows.map(({ name, author, review, ...row }) => ({
    ...row,
    author: actorText(author, name),
    review: review ?? undefined,
  }));
}
