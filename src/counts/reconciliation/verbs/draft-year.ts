import type { Slot } from '../../../chat/job.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { monthNumber, yearOf } from '../../../kernel/period.ts';
import { findCoordinators } from '../../../people/repo.ts';
import type { Ctx } from '../../../store/context.ts';
import { findCounties } from '../../repo.ts';
import { hasBooks, officeCard } from '../cards-office.ts';
import { movedTo, moveWrites, officeSubject, readOffice } from '../office.ts';

/**
 * In January the machine compares last year's books, one level a step, and shows the draft to its offices (domain 2).
 * The slot is the month that ended.
 */
export async function draftYear(
  ctx: Ctx,
  slot: Slot,
  cursor: string | undefined,
): Promise<Outcome<{ next: string | undefined }>> {
  if (monthNumber(slot.id) !== 12) return outcome({ next: undefined });
  const year = yearOf(slot.id);
  // The city's level is '' and comes first, so the cursor is the level still to be done.
  const county = cursor ?? '';
  const next = (await findCounties(ctx.db)).find((name) => name > county);
  const office = await readOffice(ctx, year, county);
  if (office.row || !hasBooks(office)) return outcome({ next });
  const drafted = movedTo(ctx, office, 'draft');
  const coordinators = await findCoordinators(ctx.db, county);
  return outcome(
    { next },
    {
      writes: moveWrites(ctx, office, drafted),
      messages: coordinators.map(({ openId }) => ({
        key: `counts.reconcile-draft@${year}:${county}:${openId}`,
        to: { kind: 'person', openId },
        card: officeCard(drafted),
        kind: 'notice',
        subject: officeSubject(year, county),
      })),
    },
  );
}
