import type { ClickAnswer } from '../../../chat/feature.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import type { Ctx } from '../../../store/context.ts';
import { changeCard } from '../cards.ts';
import { readNames } from '../office.ts';
import { openPart } from '../open-part.ts';

/** 改说明: the form with everything that has been said, as long as the year is not closed. */
export async function changeExplanations(
  ctx: Ctx,
  input: { year: number; unit: string },
): Promise<Outcome<ClickAnswer>> {
  const part = await openPart(ctx, input.year, input.unit);
  return outcome<ClickAnswer>({ card: changeCard(part, await readNames(ctx, [part])) });
}
