import { outbox } from '../../../db/schema/index.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { dayOf } from '../../kernel/day.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Month } from '../../kernel/period.ts';
import { coordinates } from '../../people/scope.ts';
import type { Ctx } from '../../store/context.ts';
import { auditRow, inList } from '../../store/statement.ts';
import { deskWords as words } from '../desk/words.ts';
import { nudges } from '../nudge.ts';
import { findReporting, findRound } from '../repo.ts';
import { deadlineOf } from '../rules/deadline.ts';

/**
 * A coordinator has the missing reminded now instead of on the day before the deadline. It uses up that nudge: whoever
 * has had it is left in peace, and after the deadline only people call (BR-17). `reminded` counts people.
 * @throws AppError forbidden, closed, unavailable
 */
export async function remindMissing(
  ctx: Ctx,
  { month, county }: { month: Month; county: string },
): Promise<Outcome<{ reminded: number }>> {
  if (!coordinates(ctx.actor, county)) throw new AppError('forbidden', words.otherLevel);
  const round = await findRound(ctx.db, month);
  if (!round) throw new AppError('closed', words.noRound(month));
  const deadline = deadlineOf(ctx.calendar, month);
  if (round.closedAt !== null) throw new AppError('closed', words.over(month, deadline));
  if (deadline === undefined) throw new AppError('unavailable', words.noDeadline);
  if (ctx.now > deadline) throw new AppError('closed', words.over(month, deadline));
  const listed = await findReporting(ctx.db, month, undefined, 'standing');
  const units = [...new Set(listed.filter((row) => row.county === county).map((row) => row.code))];
  const nudge = dayOf(ctx.now) === dayOf(deadline) ? 2 : 1;
  const messages = await nudges(ctx, { month, nudge, units });
  const keys = messages.map(({ key }) => key);
  const known = await ctx.db.select({ key: outbox.key }).from(outbox).where(inList(outbox.key, keys));
  const had = new Set(known.map(({ key }) => key));
  const fresh = messages.filter(({ key }) => !had.has(key));
  if (fresh.length === 0) return outcome({ reminded: 0 });
  return outcome(
    { reminded: fresh.length },
    {
      messages: fresh,
      writes: [
        auditRow(ctx, 'counts.remind', `${month}:${county || '-'}`, { nudge, reminded: fresh.length }),
      ],
    },
  );
}
