import type { Card } from '../../../chat/card.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { addDays, dayOf } from '../../../kernel/day.ts';
import { coordinates, requireRole } from '../../../people/scope.ts';
import type { Ctx } from '../../../store/context.ts';
import { readSpan } from '../../lexicon-days.ts';
import { readPlaces } from '../../places.ts';
import { findClashes } from '../../verbs/find-clashes.ts';
import { clashesCard } from '../cards.ts';

/** Ahead of today: what can still be merged or moved. */
const AHEAD_DAYS = 30;

/**
 * 撞期: a county's offices see their townships; the city's see what an organiser of the city has part in, as the rest
 * is for the counties to settle (domain 1).
 */
export async function showClashes(ctx: Ctx, { said }: { said: string }): Promise<Outcome<Card>> {
  requireRole(ctx.actor, 'coordinator');
  const today = dayOf(ctx.now);
  const { from, to } = readSpan(said, today).span ?? { from: today, to: addDays(today, AHEAD_DAYS) };
  const { result } = await findClashes(ctx, { from, to });
  const places = await readPlaces(ctx);
  const county = (code: string) => places.find(code)?.county ?? '';
  const mine = (units: readonly string[], organisers: readonly string[]) =>
    units.some((code) => coordinates(ctx.actor, county(code))) ||
    (coordinates(ctx.actor, '') && organisers.some((code) => county(code) === ''));
  return outcome(
    clashesCard({
      ...result,
      clashes: result.clashes.filter(({ unit, items }) =>
        mine(
          [unit.code],
          items.map(({ organiser }) => organiser),
        ),
      ),
      merges: result.merges.filter(({ units, items }) =>
        mine(
          units.map(({ code }) => code),
          items.map(({ organiser }) => organiser),
        ),
      ),
    }),
  );
}
