import type { Actor } from '../kernel/actor.ts';
import { AppError } from '../kernel/errors.ts';
import { grantsOf } from '../people/scope.ts';
import { silenceWords } from './silences/words.ts';

/** The levels that somebody coordinates: empty text for the city, else the county's name. */
export function ownLevels(actor: Actor): string[] {
  const counties = grantsOf(actor)
    .filter(({ role }) => role === 'coordinator')
    .map(({ county }) => county);
  return [...new Set(counties)].sort();
}

/** Of somebody who coordinates several levels, the first. @throws AppError forbidden */
export function ownCounty(actor: Actor): string {
  const [county] = ownLevels(actor);
  if (county === undefined) throw new AppError('forbidden', silenceWords.forbidden);
  return county;
}
