export const KINDS = ['comprehensive', 'single', 'special', 'check', 'veto', 'unannounced'] as const;

export type FilingKind = (typeof KINDS)[number];

export const STATES = ['filed', 'pending', 'refused', 'withdrawn'] as const;

export type FilingState = (typeof STATES)[number];

/** What takes a place in the organiser's plan of the year: a veto item is a rule and nobody's visit. */
export function isPlanned(kind: FilingKind, state: FilingState): boolean {
  return kind !== 'veto' && (state === 'filed' || state === 'pending');
}
