import { and, eq } from 'drizzle-orm';
import { grant, handOver, person } from '../../../db/schema/index.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { actorId } from '../../kernel/actor.ts';
import { addDays, type Day, dayOf, isDay } from '../../kernel/day.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Ctx } from '../../store/context.ts';
import { auditRow } from '../../store/statement.ts';
import { findPersonBy } from '../find-person.ts';
import { handOverMessage, handOverWrites, type Post } from '../hand-over.ts';
import { requirePostPower } from '../post-power.ts';
import { findUnits } from '../repo.ts';
import { postWords as words } from '../words-posts.ts';

/** Further ahead nobody knows who will be there. */
const FARTHEST_DAYS = 180;

/**
 * A post changes hands today, or on a day to come; its duties follow it.
 * @throws AppError forbidden, not_found, stale, conflict, invalid with its problems by field
 */
export async function handOverPost(
  ctx: Ctx,
  { post, to, day }: { post: Post; to: string; day: string },
): Promise<Outcome<{ now: boolean; day: Day }>> {
  const { unit: code, role, openId } = post;
  const [unit] = await findUnits(ctx.db, [code]);
  if (!unit) throw new AppError('not_found', words.unknownUnit);
  requirePostPower(ctx, unit, role);
  const [holder] = await ctx.db
    .select({ name: person.name })
    .from(grant)
    .innerJoin(person, eq(person.openId, grant.openId))
    .where(and(eq(grant.unit, code), eq(grant.role, role), eq(grant.openId, openId)));
  if (!holder) throw new AppError('stale', words.notHolder);
  const [planned] = await ctx.db
    .select({ day: handOver.fromDay, name: person.name })
    .from(handOver)
    .leftJoin(person, eq(person.openId, handOver.successor))
    .where(and(eq(handOver.unit, code), eq(handOver.role, role), eq(handOver.openId, openId)));
  if (planned) throw new AppError('conflict', words.alreadyPlanned(planned.name ?? '', planned.day));

  const found = await findPersonBy(ctx.db, to);
  const today = dayOf(ctx.now);
  const problems = [
    ...('problem' in found
      ? [{ field: 'to', text: found.problem }]
      : found.openId === openId
        ? [{ field: 'to', text: words.same }]
        : []),
    ...dayProblems(day, today).map((text) => ({ field: 'day', text })),
  ];
  if (problems.length > 0 || 'problem' in found)
    throw new AppError('invalid', problems.map(({ text }) => text).join('；'), { problems });

  if (day > today)
    return outcome(
      { now: false, day },
      {
        writes: [
          ctx.db.insert(handOver).values({
            unit: code,
            role,
            openId,
            successor: found.openId,
            fromDay: day,
            by: actorId(ctx.actor),
            at: ctx.now,
          }),
          auditRow(ctx, 'people.hand-over-plan', code, {
            role,
            before: openId,
            after: found.openId,
            from: day,
          }),
        ],
      },
    );
  const message = handOverMessage({
    post,
    unitName: unit.name,
    before: holder.name,
    successor: found.openId,
    day: today,
  });
  return outcome(
    { now: true, day },
    { writes: handOverWrites(ctx, post, found.openId), messages: [message] },
  );
}

function dayProblems(day: string, today: Day): string[] {
  if (!isDay(day)) return [words.badDay];
  if (day < today) return [words.pastDay];
  return day > addDays(today, FARTHEST_DAYS) ? [words.tooFar(FARTHEST_DAYS)] : [];
}
