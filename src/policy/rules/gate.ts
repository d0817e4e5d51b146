import type { Decision } from '../../kernel/reason.ts';
import type { RefusalReason, Screened, SensitiveReason } from '../guard/rules/screen.ts';

/** Entries that the gate looks at: the best, and those it might be confused with. */
export const LOOKED_AT = 4;

/** Confidence from which an entry is given as the answer: on fresh questions of cadres nine in ten answers lie above. */
export const ANSWER_FROM = 0.35;

/** Confidence from which an entry that stands clear of all others is given as well: there is no second one to offer. */
const CLEAR_FROM = 0.3;

/** Lead, as a share of the score, that makes an entry stand clear. */
const CLEAR_LEAD = 0.15;

/** Confidence of the best entry from which it and its rivals are near enough to be offered for choice. */
export const NEAR_FROM = 0.28;

/** A rival further behind the best entry than this share of its score is no choice. */
const RIVAL_WITHIN = 0.35;

/** Two entries closer than this in score, both this good, are a question of which was meant, unless they are kin. */
const TIE_LEAD = 0.02;
const TIE_FROM = 0.45;

/** As many buttons as a phone shows without scrolling. */
const MOST_CHOICES = 3;

/** One entry as the gate sees it. */
export interface Candidate {
  number: string;
  confidence: number;
  /** Lead of the best entry over the next as a share of its score; of the others their distance, below 0. */
  lead: number;
  factIds: readonly string[];
  /** LOC codes it waits for that nobody has entered. */
  missingFigures: readonly string[];
  /** It tells of a past year only. */
  historical: boolean;
  /** Why this text, if it is not simply the one in force now. */
  told?: ToldBecause;
}

/**
 * The text of the time that was asked for; the present one, because that of the time is not known; a trial document that
 * has run out; the one that took the place of what was asked for.
 */
export type ToldBecause = 'in_force_then' | 'only_later' | 'expired_trial' | 'replaced';

export interface GateInput {
  screened: Screened;
  /** All figures of a calculation were given. */
  calculates: boolean;
  /** Best first. */
  candidates: readonly Candidate[];
  asksForNow: boolean;
  /** The figure of the asker's own place is asked for. */
  asksForOwn: boolean;
}

export type Reason =
  | SensitiveReason
  | RefusalReason
  | 'computed'
  | 'found'
  | ToldBecause
  | 'found_without_verdict'
  | 'found_rule_against_evasion'
  | 'local_figure_missing'
  | 'only_history'
  | 'near_tie'
  | 'unsure'
  | 'nothing_found'
  | 'nothing_near';

export type DecisionKind =
  | 'answer'
  | 'calculate'
  | 'choose'
  | 'local_gap'
  | 'unknown'
  | 'sensitive'
  | 'refuse';

export interface Verdict extends Decision<DecisionKind, Reason> {
  /** Entries that the reply is made of: the one answered with, or those offered. */
  entries: readonly string[];
  scores: { confidence: number; lead: number; second: number; answerFrom: number; nearFrom: number };
}

/** Refusals that no entry can lift. */
const FINAL: readonly RefusalReason[] = ['instructions', 'personal', 'inquiry', 'promotion'];

/** The rule against evading the count (FW-09); an entry that cites it is itself the straight answer (BR-21). */
const AGAINST_EVASION = 'FW-09';

export function decide(input: GateInput): Verdict {
  const { screened, candidates } = input;
  const [first, second] = candidates;
  const scores = {
    confidence: first?.confidence ?? 0,
    lead: first?.lead ?? 0,
    second: second?.confidence ?? 0,
    answerFrom: ANSWER_FROM,
    nearFrom: NEAR_FROM,
  };
  const verdict = (decision: DecisionKind, reason: Reason, entries: readonly string[] = []): Verdict => ({
    decision,
    reason,
    entries,
    scores,
  });

  if (screened?.decision === 'sensitive') return verdict('sensitive', screened.reason);
  const refusal = screened?.reason;
  if (refusal && FINAL.includes(refusal)) return verdict('refuse', refusal);
  const sure = first !== undefined && isSure(first);
  if (refusal === 'evasion') {
    return sure && first.factIds.includes(AGAINST_EVASION)
      ? verdict('answer', 'found_rule_against_evasion', [first.number])
      : verdict('refuse', 'evasion');
  }
  if (input.calculates) return verdict('calculate', 'computed');
  if (refusal === 'case') return onOneCase(input, verdict);
  if (!sure) return withoutAnswer(candidates, verdict);

  if (second && second.confidence >= TIE_FROM && first.lead < TIE_LEAD && !isKin(first, second)) {
    return verdict('choose', 'near_tie', choices(candidates));
  }
  const waiting = waitingFor(candidates, input.asksForOwn);
  if (waiting) return verdict('local_gap', 'local_figure_missing', [waiting.number]);
  if (input.asksForNow && first.historical) return verdict('local_gap', 'only_history', [first.number]);
  return verdict('answer', first.told ?? 'found', [first.number]);
}

function isSure({ confidence, lead }: Candidate): boolean {
  return confidence >= ANSWER_FROM || (confidence >= CLEAR_FROM && lead >= CLEAR_LEAD);
}

/**
 * A judgement on one's own case is never given, but the rule that lies nearest is, on weaker grounds than otherwise.
 * Where a neighbour on the same fact waits for a local figure, the case turns on that figure.
 */
function onOneCase(
  { candidates, asksForNow }: GateInput,
  verdict: (decision: DecisionKind, reason: Reason, entries?: readonly string[]) => Verdict,
): Verdict {
  const [first] = candidates;
  if (!first || first.confidence < NEAR_FROM) return verdict('refuse', 'case');
  const waiting = waitingFor(candidates, true);
  if (waiting) return verdict('local_gap', 'local_figure_missing', [waiting.number]);
  if (asksForNow && first.historical) return verdict('local_gap', 'only_history', [first.number]);
  return verdict('answer', 'found_without_verdict', [first.number]);
}

/** The first entry, or one that says the same and waits for a local figure, where that figure is what counts. */
function waitingFor([first, ...others]: readonly Candidate[], withKin: boolean): Candidate | undefined {
  if (!first) return undefined;
  const kin = withKin ? others.filter((other) => isKin(first, other)) : [];
  return [first, ...kin].find(({ missingFigures }) => missingFigures.length > 0);
}

/** Each rests on the fact that the other rests on first of all. */
function isKin(a: Candidate, b: Candidate): boolean {
  const [ofA] = a.factIds;
  const [ofB] = b.factIds;
  return ofA !== undefined && ofB !== undefined && b.factIds.includes(ofA) && a.factIds.includes(ofB);
}

/** Two or three near entries are offered as a choice; one alone only as a hint beside the honest "not on record". */
function withoutAnswer(
  candidates: readonly Candidate[],
  verdict: (decision: DecisionKind, reason: Reason, entries?: readonly string[]) => Verdict,
): Verdict {
  const near = choices(candidates);
  if (near.length >= 2) return verdict('choose', 'unsure', near);
  return verdict('unknown', candidates.length === 0 ? 'nothing_found' : 'nothing_near', near);
}

function choices(candidates: readonly Candidate[]): string[] {
  const [first] = candidates;
  if (!first || first.confidence < NEAR_FROM) return [];
  return candidates
    .filter(({ lead }, i) => i === 0 || lead >= -RIVAL_WITHIN)
    .slice(0, MOST_CHOICES)
    .map(({ number }) => number);
}
