import { demoPosts } from '../../db/seed/demo/people.ts';
import { issuingUnits } from '../../db/seed/demo/units.ts';
import { MONTHS } from './calendar.ts';

/**
 * - prompt: confirms within the hour; nervous: so too, and clicks everything twice
 * - changing: has one more document than is registered
 * - late: acts in the last minutes before the deadline
 * - absent: never acts
 * - forgetful: late, but lets some months pass altogether
 * - ahead: types the figures into the chat before the month is over
 */
type Manner = 'prompt' | 'nervous' | 'changing' | 'late' | 'absent' | 'forgetful' | 'ahead';

/** Units in whose month nothing is registered before the card comes; the others' figures are there. */
const UNREGISTERED: Readonly<Record<number, Manner>> = {
  4: 'prompt',
  9: 'late',
  14: 'ahead',
  18: 'late',
  26: 'forgetful',
};
const REGISTERED: readonly Manner[] = ['prompt', 'nervous', 'changing', 'late', 'absent'];

/** Months that the forgetful one forgets. */
export const FORGOTTEN = ['2026-03', '2026-05', '2026-11'];

export interface Post {
  unit: string;
  name: string;
  county: string;
  manner: Manner;
  hasFigures: boolean;
}

export const posts: readonly Post[] = issuingUnits.map(({ code, name, county }, i) => ({
  unit: code,
  name,
  county,
  manner: UNREGISTERED[i] ?? REGISTERED[i % REGISTERED.length] ?? 'prompt',
  hasFigures: UNREGISTERED[i] === undefined,
}));

/** Who sits at the liaison's desk of a unit, in the course of the year. */
export interface Desk {
  openId: string;
  unit: string;
  /** First and last month whose card comes while this person is there. */
  from: string;
  to: string;
}

export interface Change {
  unit: string;
  /** The old liaison leaves at this moment, the new one is entered later. */
  leaves: string;
  comes: string;
  first: string;
  newcomer: { openId: string; name: string };
}

/** One leaves in the middle of a collection, one between two, with a week's gap. */
export const CHANGES: readonly Change[] = [
  {
    unit: posts[6]?.unit ?? '',
    leaves: '2026-07-01T10:00',
    comes: '2026-07-02T09:00',
    first: '2026-07',
    newcomer: { openId: 'ou_year_newcomer_1', name: '何新苗' },
  },
  {
    unit: posts[20]?.unit ?? '',
    leaves: '2026-09-10T15:00',
    comes: '2026-09-17T09:30',
    first: '2026-09',
    newcomer: { openId: 'ou_year_newcomer_2', name: '丁初晴' },
  },
];

export const desks: readonly Desk[] = demoPosts()
  .filter(({ roles }) => roles.includes('联络员'))
  .flatMap(({ openId, unit }): Desk[] => {
    const change = CHANGES.find((one) => one.unit === unit && !isDeputy(openId, unit));
    const [first = '', last = ''] = [MONTHS[0], MONTHS[11]];
    if (!change) return [{ openId, unit, from: first, to: last }];
    const lastOfOld = MONTHS[MONTHS.indexOf(change.first) - 1] ?? first;
    return [
      { openId, unit, from: first, to: lastOfOld },
      { openId: change.newcomer.openId, unit, from: change.first, to: last },
    ];
  });

/** Of two liaisons of a unit one does the work, and the other only gets the card. */
export function isDeputy(openId: string, unit: string): boolean {
  return demoPosts().some(
    (post) => post.unit === unit && post.roles.includes('联络员') && post.openId > openId,
  );
}
