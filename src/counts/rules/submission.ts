export type UnitState = 'open' | 'confirmed' | 'adopted' | 'missing';

/** What the clicked card was built from. */
export interface Shown {
  revision: number;
  figures: string;
}

export type SubmissionReason =
  | 'first'
  | 'changed_by_unit'
  | 'corrected_after_close'
  | 'already_so'
  | 'other_was_faster'
  | 'figures_moved'
  | 'round_closed';

export interface SubmissionDecision {
  decision: 'accept' | 'same' | 'refuse';
  reason: SubmissionReason;
}

/**
 * Two people and one unit: whoever comes second with the same figures has succeeded, with other figures is told.
 * `current` is what stands now; `shown` is what the person saw when starting.
 */
export function decideSubmission(input: {
  state: UnitState;
  closed: boolean;
  current: Shown;
  shown: Shown;
  /** Fingerprint of the figures the person means. */
  figures: string;
  /** A reason for changing figures of a closed month was given. */
  explained: boolean;
}): SubmissionDecision {
  const { state, closed, current, shown, figures, explained } = input;
  const decided = state === 'confirmed' || state === 'adopted';
  if (decided && figures === current.figures) return { decision: 'same', reason: 'already_so' };
  if (closed && !explained) return { decision: 'refuse', reason: 'round_closed' };
  if (shown.revision !== current.revision) return { decision: 'refuse', reason: 'other_was_faster' };
  if (shown.figures !== current.figures) return { decision: 'refuse', reason: 'figures_moved' };
  if (closed) return { decision: 'accept', reason: 'corrected_after_close' };
  return { decision: 'accept', reason: decided ? 'changed_by_unit' : 'first' };
}
