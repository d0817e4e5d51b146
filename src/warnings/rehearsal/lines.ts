import { holdNames } from '../words-explain.ts';
import type { Rehearsal } from './verbs/rehearse-rules.ts';
import { rehearsalWords as words } from './words.ts';

/** A rehearsal for the command line: month by month, then each scope that would have been told of. */
export function rehearsalLines({ county, year, version, through, months, leads }: Rehearsal): string[] {
  return [
    words.headline(county, year, version, through),
    ...months.map(({ month, sent, held }) => words.plainMonth(month, sent, heldText(held))),
    ...leads.map((lead) => words.plainLead(lead, county)),
  ];
}

function heldText(held: Readonly<Record<string, number>>): string {
  return Object.entries(held)
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([reason, count]) => `${holdNames[reason] ?? reason} ${count}`)
    .join('、');
}
