import { sql } from 'drizzle-orm';
import { questionHitDay, questionMiss } from '../../db/schema/index.ts';
import { dayOf } from '../kernel/day.ts';
import type { Ctx } from '../store/context.ts';
import type { Statement } from '../store/db.ts';
import { maskedQuestion } from './guard/rules/mask.ts';

type Counter = 'hits' | 'useful' | 'unsolved';

/** Counts per entry and day; who asked is kept nowhere (BR-05). */
export function countHit(ctx: Ctx, number: string, counter: Counter = 'hits'): Statement {
  return ctx.db
    .insert(questionHitDay)
    .values({ number, day: dayOf(ctx.now), [counter]: 1 })
    .onConflictDoUpdate({
      target: [questionHitDay.number, questionHitDay.day],
      set: { [counter]: sql`${questionHitDay[counter]} + 1` },
    });
}

/**
 * A question nothing was found for, or whose answer did not help, without its asker, numbers and names. `near` is the
 * entry that came nearest: its office is told.
 */
export function countMiss(ctx: Ctx, text: string, near = ''): Statement {
  const lastDay = dayOf(ctx.now);
  return ctx.db
    .insert(questionMiss)
    .values({ id: ctx.ids.next(), text: maskedQuestion(text), times: 1, lastDay, near })
    .onConflictDoUpdate({
      target: questionMiss.text,
      set: { times: sql`${questionMiss.times} + 1`, lastDay, near },
    });
}
