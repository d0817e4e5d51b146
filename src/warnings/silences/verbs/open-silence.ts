import type { Card } from '../../../chat/card.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { dayOf } from '../../../kernel/day.ts';
import { addMonths, lastDay, monthOf } from '../../../kernel/period.ts';
import type { Ctx } from '../../../store/context.ts';
import type { SilenceWish } from '../../lexicon.ts';
import { ownCounty } from '../../own-levels.ts';
import { cardWords } from '../../words.ts';
import { silenceCard } from '../cards.ts';

const NOTHING: SilenceWish = { unit: '', indicator: '', until: '', reason: '' };

/** The form for a silence, filled in with what was said; unless told otherwise it ends with the next month. */
export async function openSilence(
  ctx: Ctx,
  { wish = NOTHING }: { wish?: SilenceWish },
): Promise<Outcome<Card>> {
  const county = ownCounty(ctx.actor);
  const until = lastDay(addMonths(monthOf(dayOf(ctx.now)), 1));
  return outcome(silenceCard(wish, { county, levelText: cardWords.level(county), until }));
}
