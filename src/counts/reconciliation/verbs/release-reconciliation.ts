import type { ClickAnswer } from '../../../chat/feature.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import type { Ctx } from '../../../store/context.ts';
import { patches } from '../../decide.ts';
import { officeCard } from '../cards-office.ts';
import { movedTo, moveWrites, officeSubject, openOffice } from '../office.ts';
import { officeAnswers as words } from '../words.ts';

/** A person releases the draft; the daily job sends the cards, so that all of them come in the morning. */
export async function releaseReconciliation(
  ctx: Ctx,
  input: { year: number; county: string; messageId: string },
): Promise<Outcome<ClickAnswer>> {
  const { year, county, messageId } = input;
  const office = await openOffice(ctx, year, county);
  if (office.row?.state !== 'draft')
    return outcome<ClickAnswer>({ toast: { tone: 'info', text: words.alreadySo }, card: officeCard(office) });
  const released = movedTo(ctx, office, 'released');
  const card = officeCard(released);
  return outcome<ClickAnswer>(
    { toast: { tone: 'success', text: words.released }, card },
    {
      writes: moveWrites(ctx, office, released),
      messages: await patches(ctx, new Map([[officeSubject(year, county), card]]), messageId),
    },
  );
}
