import type { Kind } from './difference.ts';

/** What an explanation does beyond being one. */
type Effect =
  /** The document joins the list. */
  | 'add'
  /** One of the rows of a number does not count. */
  | 'once'
  /** It counts as unplanned. */
  | 'outside'
  /** The register's month stands, not the date's. */
  | 'keep-month'
  /** The office has to agree before it counts. */
  | 'office'
  /** The office has to bring a better list before anything can be settled. */
  | 'list'
  /** Nothing without a line that says what by. */
  | 'needs-note';

export interface Explanation {
  code: string;
  effect?: Effect;
  /** The rule's own answer (domain 4.3), chosen from the start. */
  usual?: boolean;
}

export const EXPLANATIONS: Record<Kind, readonly Explanation[]> = {
  gap: [{ code: 'void' }, { code: 'secret' }, { code: 'uncounted' }, { code: 'omitted', effect: 'add' }],
  duplicate: [{ code: 'same', effect: 'once' }, { code: 'renumbered' }, { code: 'reused' }],
  unplanned: [
    { code: 'approved', effect: 'needs-note' },
    { code: 'outside', effect: 'outside' },
    { code: 'planned' },
  ],
  unused: [{ code: 'written-off', usual: true }, { code: 'merged' }, { code: 'issued' }],
  unregistered: [
    { code: 'omitted', effect: 'add' },
    { code: 'unnumbered', effect: 'add' },
    { code: 'uncounted', effect: 'office' },
    { code: 'not-ours', effect: 'office' },
  ],
  unreceived: [{ code: 'range' }, { code: 'other-way' }, { code: 'not-booked' }],
  month: [
    { code: 'by-date', usual: true },
    { code: 'date-wrong', effect: 'keep-month' },
  ],
  sum: [
    { code: 'by-list', usual: true },
    { code: 'list-short', effect: 'list' },
  ],
};

export function explanationOf(kind: Kind, code: string): Explanation | undefined {
  return EXPLANATIONS[kind].find((one) => one.code === code);
}

export function usualFor(kind: Kind): string {
  return EXPLANATIONS[kind].find((one) => one.usual)?.code ?? '';
}

/** What a unit has said about a difference, the newest word. */
export interface Claim {
  key: string;
  explanation: string;
  accepted: boolean;
}

export type Claims = ReadonlyMap<string, Claim>;

export type Standing = 'open' | 'office' | 'settled';

/** Whose turn it is. */
export function standingOf(kind: Kind, claim: Claim | undefined, byRule: boolean): Standing {
  if (byRule) return 'settled';
  const explanation = claim && explanationOf(kind, claim.explanation);
  if (!claim || !explanation) return 'open';
  if (explanation.effect === 'list') return 'office';
  return explanation.effect === 'office' && !claim.accepted ? 'office' : 'settled';
}
