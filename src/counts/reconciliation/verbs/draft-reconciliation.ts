import type { ClickAnswer } from '../../../chat/feature.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { dayOf } from '../../../kernel/day.ts';
import { AppError } from '../../../kernel/errors.ts';
import { monthFrom, yearOf } from '../../../kernel/period.ts';
import type { Ctx } from '../../../store/context.ts';
import { findRound } from '../../repo.ts';
import { deadlineOf } from '../../rules/deadline.ts';
import { momentText } from '../../words.ts';
import { officeCard } from '../cards-office.ts';
import { movedTo, moveWrites, openOffice } from '../office.ts';
import { officeAnswers as words } from '../words.ts';

/**
 * Opens a year: the machine's list of differences as a draft, seen by the offices of the level alone. Twelve months
 * have to be there, so it waits for December's deadline.
 * @throws AppError forbidden, invalid
 */
export async function draftReconciliation(
  ctx: Ctx,
  input: { year: number; county: string },
): Promise<Outcome<ClickAnswer>> {
  const { year, county } = input;
  const office = await openOffice(ctx, year, county);
  if (office.row)
    return outcome<ClickAnswer>({ toast: { tone: 'info', text: words.alreadySo }, card: officeCard(office) });
  if (yearOf(dayOf(ctx.now)) <= year) throw new AppError('invalid', words.yearNotOver(year));
  const december = monthFrom(year, 12);
  const round = await findRound(ctx.db, december);
  const deadline = deadlineOf(ctx.calendar, december);
  if (round && round.closedAt === null && deadline !== undefined)
    throw new AppError('invalid', words.decemberOpen(momentText(deadline)));
  const drafted = movedTo(ctx, office, 'draft');
  return outcome<ClickAnswer>(
    { toast: { tone: 'success', text: words.drafted }, card: officeCard(drafted) },
    { writes: moveWrites(ctx, office, drafted) },
  );
}
