import type { Card } from '../../chat/card.ts';
import { textCard } from '../../chat/cards.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { type Day, dayOf } from '../../kernel/day.ts';
import { firstDay, lastDay, monthOf } from '../../kernel/period.ts';
import { hasRole } from '../../people/scope.ts';
import type { Ctx } from '../../store/context.ts';
import { ownTimesCard, timesCard } from '../cards-times.ts';
import { readSpan } from '../lexicon-days.ts';
import { readPlaces, viewerOf } from '../places.ts';
import { timesAt } from '../rules/frequency.ts';
import { timesWords as words } from '../words-times.ts';
import { type ComingRow, readComing } from './find-clashes.ts';

/**
 * 这个月来几拨了: a township is told about itself, the offices about every township of their level. Only what has taken
 * effect and was announced is counted: whoever is to be surprised is not told by a number either.
 */
export async function countVisits(ctx: Ctx, { said }: { said: string }): Promise<Outcome<Card>> {
  const today = dayOf(ctx.now);
  const coordinator = ctx.actor.kind !== 'person' || hasRole(ctx.actor, 'coordinator');
  const { from, to } = readSpan(said, today).span ?? usualSpan(today, coordinator);
  const places = await readPlaces(ctx);
  const viewer = viewerOf(ctx, places);
  const { inspections: all, research: planned } = await readComing(ctx, places, from, to);
  const inspections = all.filter(({ pending }) => !pending);
  if (coordinator) {
    const rows = places.townships
      .filter(({ code }) => viewer.level.has(code))
      .map(({ code, name }) => ({
        name,
        inspections: timesAt(inspections, code, from, to),
        research: timesAt(planned, code, from, to),
      }));
    return outcome(timesCard(rows, from, to));
  }
  const own = places.townships.find(({ code }) => viewer.own.has(code));
  const unit = own ?? places.units.find(({ code }) => viewer.own.has(code));
  if (!unit) return outcome(textCard(words.title, words.noUnit));
  const here = (rows: readonly ComingRow[]) => rows.filter((row) => timesAt([row], unit.code, from, to) > 0);
  return outcome(
    ownTimesCard({ name: unit.name, inspections: here(inspections), research: here(planned) }, from, to),
  );
}

/** A township means this month, the offices this year. */
function usualSpan(today: Day, year: boolean): { from: Day; to: Day } {
  const month = monthOf(today);
  return year
    ? { from: `${today.slice(0, 4)}-01-01`, to: today }
    : { from: firstDay(month), to: lastDay(month) };
}
