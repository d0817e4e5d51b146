import { type Outcome, outcome } from '../../chat/outcome.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Ctx } from '../../store/context.ts';
import { writeSetting } from '../../store/settings.ts';
import { auditRow } from '../../store/statement.ts';
import { findGroupCount, GROUP_COUNT } from '../repo-groups.ts';
import { countiesOf } from '../scope.ts';
import { groupRefusals as refusals } from '../words-groups.ts';

/** How many groups there should be; only the red mark depends on it. */
export async function setGroupCount(ctx: Ctx, { count }: { count: number }): Promise<Outcome<number>> {
  if (countiesOf(ctx.actor)) throw new AppError('forbidden', refusals.cityOnly);
  if (count < 1 || count > 99) throw new AppError('invalid', refusals.badCount);
  if ((await findGroupCount(ctx.db)) === count) return outcome(count);
  return outcome(count, {
    writes: [
      writeSetting(ctx.db, GROUP_COUNT, String(count)),
      auditRow(ctx, 'visits.group-count', 'visits', { count }),
    ],
  });
}
