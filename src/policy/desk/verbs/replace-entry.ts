import type { Outcome } from '../../../chat/outcome.ts';
import { addDays, type Day, dayOf } from '../../../kernel/day.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Ctx } from '../../../store/context.ts';
import { changeAndSubmit, type Sent } from '../change-and-submit.ts';
import { findOnDesk } from '../repo.ts';
import { deskWords as words } from '../words.ts';

export interface ReplaceInput {
  number: string;
  /** Number of the entry that takes its place; it must be served. */
  by: string;
  /** Last day of the old one; the day before the new one begins when absent. */
  validUntil?: Day;
  remark?: string;
}

/** Lets an entry end and point to its successor (domain 7: it is not deleted); sent to review in the same step. */
export async function replaceEntry(ctx: Ctx, input: ReplaceInput): Promise<Outcome<Sent>> {
  const { number, by, remark = '' } = input;
  if (number === by) throw new AppError('invalid', words.replacedItself);
  const onDesk = await findOnDesk(ctx.db, number);
  const successor = await findOnDesk(ctx.db, by);
  if (!successor.published || !successor.enabled) throw new AppError('invalid', words.successorNotServed(by));
  const validUntil = input.validUntil ?? lastDayBefore(successor.published.validFrom, onDesk, ctx);
  return changeAndSubmit(ctx, onDesk, { replacedBy: by, validUntil }, remark);
}

/** Not before the old one's own end, if it has ended already; yesterday where the new one has no first day. */
function lastDayBefore(from: Day, { published }: Awaited<ReturnType<typeof findOnDesk>>, { now }: Ctx): Day {
  const before = addDays(from || dayOf(now), -1);
  const own = published?.validUntil ?? '';
  return own !== '' && own < before ? own : before;
}
