import type { Card } from '../../chat/card.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { dayOf } from '../../kernel/day.ts';
import { findUnits } from '../../people/repo.ts';
import { coordinates, grantsOf } from '../../people/scope.ts';
import type { Ctx } from '../../store/context.ts';
import { foundCard, notFoundCard, textCard } from '../cards.ts';
import { vetoPattern } from '../lexicon.ts';
import { findFilingsOf, findPhone } from '../repo.ts';
import { matches } from '../rules/match.ts';
import { kindNames, words } from '../words.ts';

/**
 * What has been filed this year about the asker's own unit; a coordinator sees their level. Research visits are not
 * looked up here: unannounced ones must not become known (domain 5).
 */
export async function lookUp(ctx: Ctx, { keyword }: { keyword: string }): Promise<Outcome<Card>> {
  const units = await unitsOf(ctx);
  if (units.length === 0) return outcome(textCard(words.noUnit));
  const today = dayOf(ctx.now);
  const year = today.slice(0, 4);
  const filings = await findFilingsOf(ctx.db, units, `${year}-01-01`, `${year}-12-31`);
  if (!keyword) return outcome(filings.length > 0 ? foundCard(filings, today) : textCard(words.none));
  const found = filings.filter((row) =>
    matches(keyword, [row.name, row.number, row.organiserName, kindNames[row.kind]].join('\n')),
  );
  if (found.length > 0) return outcome(foundCard(found, today));
  const phone = await findPhone(ctx.db);
  const sentence = vetoPattern.test(keyword) ? words.vetoNotFound(phone) : words.notFound(phone);
  return outcome(notFoundCard(sentence, filings, today));
}

async function unitsOf(ctx: Ctx): Promise<string[]> {
  const own = grantsOf(ctx.actor).map((grant) => grant.unit);
  const coordinator =
    ctx.actor.kind !== 'person' || grantsOf(ctx.actor).some((g) => g.role === 'coordinator');
  if (!coordinator) return own.filter(Boolean);
  const level = (await findUnits(ctx.db)).filter(
    (unit) => coordinates(ctx.actor, '') || coordinates(ctx.actor, unit.county),
  );
  return [...own, ...level.map((unit) => unit.code)].filter(Boolean);
}
