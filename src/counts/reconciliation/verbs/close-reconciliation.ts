import type { ClickAnswer } from '../../../chat/feature.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Ctx } from '../../../store/context.ts';
import { patches } from '../../decide.ts';
import { partCard } from '../cards.ts';
import { officeCard } from '../cards-office.ts';
import { movedTo, moveWrites, officeSubject, openOffice, partSubject } from '../office.ts';
import { officeAnswers as words } from '../words.ts';

/**
 * The year is over once everything is level (对平标准, domain 4.3). What is signed is signed on paper.
 * @throws AppError forbidden; invalid with the units that are not level
 */
export async function closeReconciliation(
  ctx: Ctx,
  input: { year: number; county: string; messageId: string },
): Promise<Outcome<ClickAnswer>> {
  const { year, county, messageId } = input;
  const office = await openOffice(ctx, year, county);
  if (!office.row || office.row.state === 'closed')
    return outcome<ClickAnswer>({ toast: { tone: 'info', text: words.alreadySo }, card: officeCard(office) });
  const uneven = office.parts.filter((part) => part.turn !== 'settled');
  if (uneven.length > 0) throw new AppError('invalid', words.notLevel(uneven.map((part) => part.unit.name)));
  const closed = movedTo(ctx, office, 'closed');
  const card = officeCard(closed);
  const cards = new Map([
    [officeSubject(year, county), card],
    ...closed.parts.map((part) => [partSubject(year, part.unit.code), partCard(part, office.names)] as const),
  ]);
  return outcome<ClickAnswer>(
    { toast: { tone: 'success', text: words.closed }, card },
    {
      writes: moveWrites(ctx, office, closed),
      messages: await patches(ctx, cards, messageId),
      cancels: closed.parts.map((part) => partSubject(year, part.unit.code)),
    },
  );
}
