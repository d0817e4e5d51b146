import { and, eq } from 'drizzle-orm';
import { trainingCourse } from '../../../../db/schema/index.ts';
import type { ClickAnswer } from '../../../chat/feature.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { dayOf } from '../../../kernel/day.ts';
import type { Ctx } from '../../../store/context.ts';
import { auditRow, mustChange } from '../../../store/statement.ts';
import { readReason } from '../../keep/read-reason.ts';
import { courseCard } from '../cards.ts';
import { courseSubject } from '../jobs.ts';
import { courseAnswers } from '../words.ts';
import { openCourse } from './list-courses.ts';

/** 取消: with a reason; no longer listed, and kept. */
export async function withdrawCourse(
  ctx: Ctx,
  input: { number: string; revision: number; form: Record<string, unknown> },
): Promise<Outcome<ClickAnswer>> {
  const { places, row } = await openCourse(ctx, input.number);
  const reason = readReason(input.form);
  const today = dayOf(ctx.now);
  const answer = (tone: 'success' | 'warning', text: string, shown: typeof row): ClickAnswer => ({
    toast: { tone, text },
    card: courseCard(places, shown, today),
  });
  if (row.state === 'withdrawn') return outcome(answer('success', courseAnswers.withdrawn, row));
  if (row.revision !== input.revision) return outcome(answer('warning', courseAnswers.moved, row));
  const change = { state: 'withdrawn' as const, reason, revision: row.revision + 1 };
  return outcome(answer('success', courseAnswers.withdrawn, { ...row, ...change }), {
    writes: [
      ctx.db
        .update(trainingCourse)
        .set(change)
        .where(and(eq(trainingCourse.number, row.number), eq(trainingCourse.revision, row.revision))),
      mustChange(),
      auditRow(ctx, 'filings.course-withdraw', `course:${row.number}`),
    ],
    cancels: [courseSubject(row.number)],
  });
}
