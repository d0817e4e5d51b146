import type { Calendar } from '../../kernel/calendar.ts';
import { addDays, dayOf, instantAt } from '../../kernel/day.ts';
import { type Hours, whenToSend } from './quiet.ts';
import { safeUntil } from './retry.ts';

export interface Candidate {
  kind: 'answer' | 'duty' | 'notice' | 'patch';
  createdAt: number;
  notAfter: number | null;
  uncertainSince: number | null;
}

/** `unknown`: not on the roster. `unserved`: no filing number, and not on the trial list (BR-02). */
export type RecipientState =
  | 'reachable'
  | 'muted'
  | 'gone'
  | 'unknown'
  | 'unserved'
  | 'group_gone'
  | 'group_silent';

export interface Circumstances {
  now: number;
  calendar: Calendar;
  hours?: readonly Hours[] | undefined;
  share: number;
  stopped: boolean;
  /** An approved emergency lifts the quiet hours for duties (BR-42). */
  emergency?: boolean;
  recipient: RecipientState;
  /** A later change of the same card is queued already. */
  superseded: boolean;
  /** The words break a rule of conduct (BR-04, BR-09, BR-41). */
  rude: boolean;
  /** Unasked messages this person got today. */
  unaskedToday: number;
}

export type Verdict =
  | { decision: 'send'; reason: 'due' }
  | { decision: 'wait'; reason: WaitReason; at: number }
  | { decision: 'end'; state: 'failed' | 'cancelled'; reason: EndReason };

export type WaitReason = 'quiet_hours' | 'calendar_gap' | 'enough_for_today' | 'stopped';

export type EndReason =
  | 'reason_gone'
  | 'uncertain'
  | 'expired'
  | 'superseded'
  | 'in_digest'
  | 'manners'
  | 'opted_out'
  | 'person_gone'
  | 'person_unknown'
  | 'not_served'
  | 'group_gone'
  | 'group_silent';

/** Product default: a person with several posts is still left in peace after the fourth. */
export const UNASKED_PER_DAY = 4;

/** Nobody waits for an answer that is a day late. */
const ANSWER_LIFE_MS = 24 * 3_600_000;

const STOPPED_LOOK_AGAIN_MS = 3_600_000;

/** What to do with a message that has fallen due. The first rule that speaks decides. */
export function judge(message: Candidate, here: Circumstances): Verdict {
  const ended = endOf(message, here);
  if (ended)
    return {
      decision: 'end',
      state: ended === 'uncertain' || ended === 'manners' ? 'failed' : 'cancelled',
      reason: ended,
    };
  if (message.kind === 'answer' || message.kind === 'patch') return { decision: 'send', reason: 'due' };
  const { now, calendar, hours, share } = here;
  if (here.stopped) return { decision: 'wait', reason: 'stopped', at: now + STOPPED_LOOK_AGAIN_MS };
  if (here.emergency && message.kind === 'duty') return { decision: 'send', reason: 'due' };
  const wish = { now, notAfter: message.notAfter ?? undefined, hours, share };
  const timing = whenToSend(calendar, wish);
  if (timing.decision === 'drop') return { decision: 'end', state: 'cancelled', reason: 'expired' };
  if (timing.decision === 'hold') return { decision: 'wait', reason: 'calendar_gap', at: timing.at };
  if (timing.at > now) return { decision: 'wait', reason: 'quiet_hours', at: timing.at };
  if (here.unaskedToday < UNASKED_PER_DAY) return { decision: 'send', reason: 'due' };
  const tomorrow = whenToSend(calendar, { ...wish, notBefore: instantAt(addDays(dayOf(now), 1), '00:00') });
  const forced = tomorrow.decision !== 'at' || tomorrow.reason === 'before_deadline';
  return forced
    ? { decision: 'send', reason: 'due' }
    : { decision: 'wait', reason: 'enough_for_today', at: tomorrow.at };
}

/** An answer that says itself until when it is of use (a human's, which waits for working hours) lives that long. */
function isStale({ kind, notAfter, createdAt }: Candidate, now: number): boolean {
  return kind === 'answer' && notAfter === null && now > createdAt + ANSWER_LIFE_MS;
}

function endOf(message: Candidate, here: Circumstances): EndReason | undefined {
  const unasked = message.kind === 'duty' || message.kind === 'notice';
  const { now, recipient } = here;
  if (message.notAfter === 0) return 'reason_gone';
  if (now > safeUntil(message)) return 'uncertain';
  if (message.notAfter !== null && now > message.notAfter) return 'expired';
  if (isStale(message, now)) return 'expired';
  if (here.superseded) return 'superseded';
  if (recipient === 'gone') return 'person_gone';
  if (recipient === 'group_gone') return 'group_gone';
  if (unasked && recipient === 'unserved') return 'not_served';
  if (unasked && recipient === 'unknown') return 'person_unknown';
  if (unasked && recipient === 'group_silent') return 'group_silent';
  if (message.kind === 'notice' && recipient === 'muted') return 'opted_out';
  return here.rude ? 'manners' : undefined;
}
