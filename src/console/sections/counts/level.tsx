import { AppError } from '../../../kernel/errors.ts';
import { addressWith } from '../../components/list.tsx';
import type { Reach } from '../../guard.ts';
import { errorWords } from '../../words.ts';
import { countsAccess as access } from './access.ts';
import { countsWords as words } from './words.ts';

/** Of the city in an address; counties stand there by their names. */
export const CITY = 'city';

/** The county that an address speaks of, `''` for the city. @throws AppError not_found outside of the reach */
export function countyAt(reach: Reach, level: string | undefined): string {
  const county = level === CITY ? '' : level;
  if (county === undefined || !(reach.all || reach.levels.includes(county)))
    throw new AppError('not_found', errorWords.missingPage);
  return county;
}

/** The level chosen on a page that has several of them; the first one unless another is asked for. */
export function countyIn(reach: Reach, query: URLSearchParams): string {
  const wanted = query.get('level');
  if (wanted !== null && wanted !== '') return countyAt(reach, wanted);
  return reach.levels.toSorted()[0] ?? '';
}

/** `/console/counts/rounds/city/2026-06` of a pattern with `:level` and the like. */
export function addressOf(path: string, params: Readonly<Record<string, string | number>>): string {
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
}

/** Nothing for who coordinates one level only. */
export function Levels(props: { reach: Reach; path: string; query: URLSearchParams; county: string }) {
  const { reach, path, query, county } = props;
  if (reach.levels.length < 2) return null;
  return (
    <nav aria-label={words.levels}>
      <ul class="tabs">
        {reach.levels.toSorted().map((level) => (
          <li>
            <a
              href={addressWith(path, query, { level: level || CITY })}
              aria-current={level === county ? 'true' : undefined}
            >
              {words.level(level)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const ROOMS = ['counts', 'countsFigures', 'plans', 'countingRules'] as const;

/** The ways within this room. */
export function Rooms({ here }: { here: (typeof ROOMS)[number] }) {
  return (
    <nav aria-label={words.rooms}>
      <ul class="tabs">
        {ROOMS.map((room) => (
          <li>
            <a href={access[room].path} aria-current={room === here ? 'page' : undefined}>
              {words.roomNames[room]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
