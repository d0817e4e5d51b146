import type { PlatformErrorKind } from '../../kernel/errors.ts';

export interface Refusal {
  kind: PlatformErrorKind;
  retryable: boolean;
  /** The platform's own hint in ms; 0 without one. */
  waitMs: number;
}

export interface Attempt {
  kind: 'answer' | 'duty' | 'notice' | 'patch';
  /** Attempts so far, this one included. */
  attempts: number;
  /** Start of the first attempt whose outcome is unknown, this one included. */
  uncertainSince: number | null;
  now: number;
  /** In [0, 1). */
  dice: number;
}

export type FailureReason =
  | 'recipient_gone'
  | 'message_gone'
  | 'card_refused'
  | 'no_permission'
  | 'no_credentials'
  | 'refused'
  | 'gave_up'
  | 'uncertain';

/** What the platform said last. */
export type RetryReason = PlatformErrorKind;

export type NextStep =
  | { decision: 'retry'; reason: RetryReason; at: number }
  | { decision: 'fail'; reason: FailureReason };

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

/** Somebody waits for an answer: sooner again, and sooner given up. */
const ANSWER_WAITS = [5 * SECOND_MS, 30 * SECOND_MS, 2 * MINUTE_MS, 10 * MINUTE_MS];
const OTHER_WAITS = [15 * SECOND_MS, MINUTE_MS, 5 * MINUTE_MS, 30 * MINUTE_MS, 120 * MINUTE_MS];

/** Each wait is stretched or shortened by up to a fifth, so that messages that failed together do not return together. */
const JITTER = 0.2;

/** Within one hour the platform makes one message of one uuid (api.md 2); three minutes are left for the way there. */
const UUID_SAFE_MS = 57 * MINUTE_MS;

/** The last try is planned early enough for a heartbeat that comes late. */
const LAST_TRY_MS = 50 * MINUTE_MS;

export function afterRefusal(refusal: Refusal, attempt: Attempt): NextStep {
  if (!refusal.retryable) return { decision: 'fail', reason: finalReason(refusal.kind, attempt.kind) };
  const wait = (attempt.kind === 'answer' ? ANSWER_WAITS : OTHER_WAITS)[attempt.attempts - 1];
  if (wait === undefined)
    return { decision: 'fail', reason: mayHaveArrived(attempt) ? 'uncertain' : 'gave_up' };
  const jittered = Math.round(wait * (1 - JITTER + 2 * JITTER * attempt.dice));
  const at = attempt.now + Math.max(jittered, refusal.waitMs);
  const lastTry = harmlessFor(attempt, LAST_TRY_MS);
  if (at <= lastTry) return { decision: 'retry', reason: refusal.kind, at };
  const soonest = attempt.now + Math.max(refusal.waitMs, SECOND_MS);
  return soonest <= lastTry
    ? { decision: 'retry', reason: refusal.kind, at: lastTry }
    : { decision: 'fail', reason: 'uncertain' };
}

/** Until when a repeat cannot become a second message. A patch may be repeated at any time. */
export function safeUntil(message: Pick<Attempt, 'kind' | 'uncertainSince'>): number {
  return harmlessFor(message, UUID_SAFE_MS);
}

function harmlessFor(message: Pick<Attempt, 'kind' | 'uncertainSince'>, ms: number): number {
  return mayHaveArrived(message) ? message.uncertainSince + ms : Number.POSITIVE_INFINITY;
}

/** A patch that arrived twice is the same card. */
function mayHaveArrived<T extends Pick<Attempt, 'kind' | 'uncertainSince'>>(
  message: T,
): message is T & { uncertainSince: number } {
  return message.kind !== 'patch' && message.uncertainSince !== null;
}

function finalReason(kind: PlatformErrorKind, message: Attempt['kind']): FailureReason {
  switch (kind) {
    case 'gone':
      return message === 'patch' ? 'message_gone' : 'recipient_gone';
    case 'format':
      return 'card_refused';
    case 'scope':
      return 'no_permission';
    case 'auth':
      return 'no_credentials';
    default:
      return 'refused';
  }
}
