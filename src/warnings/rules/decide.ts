import type { Decision } from '../../kernel/reason.ts';
import type { Grade, Ungraded } from './level.ts';

type SendReason = 'first' | 'raised' | 'recovered';

/** Why something that would be told is not. */
type Withheld = 'silenced' | 'covered_by_larger';

type HoldReason =
  | 'not_triggered'
  | 'gate_not_passed'
  | 'switched_off'
  | 'unchanged'
  | 'lowered'
  | 'calming'
  | Withheld
  | Ungraded;

export type NoticeDecision = Decision<'send', SendReason> | Decision<'hold', HoldReason>;

export interface Circumstances {
  /** The indicator is switched off. */
  off: boolean;
  silenced: boolean;
  /** The city or county as a whole is in a state that makes a single unit's note a detail. */
  covered: boolean;
}

/**
 * Whether there is anything new to tell. `told` is the level that people have been told and that has not been lowered
 * or recovered since, 0 for none (`toldAfter`).
 */
export function decideNotice(grade: Grade, told: number, here: Circumstances): NoticeDecision {
  if (here.off) return hold('switched_off');
  if (grade.ungraded) return hold(grade.ungraded);
  const wanted = wish(grade, told);
  if (wanted.decision === 'hold') return wanted;
  if (here.silenced) return hold('silenced');
  if (here.covered && grade.level === 1) return hold('covered_by_larger');
  return wanted;
}

function wish(grade: Grade, told: number): NoticeDecision {
  const { level, reached, held } = grade;
  if (level === 0 && told > 0) return { decision: 'send', reason: 'recovered' };
  if (level === 0) {
    if (held.some(({ reason }) => reason === 'gate_not_passed')) return hold('gate_not_passed');
    return hold(held.some(({ reason }) => reason === 'switched_off') ? 'switched_off' : 'not_triggered');
  }
  // Nothing is told of a month that has nothing to show for it, though a level may still stand from before.
  if (reached > told) return { decision: 'send', reason: told === 0 ? 'first' : 'raised' };
  if (level < told) return hold('lowered');
  return hold(reached < level ? 'calming' : 'unchanged');
}

function hold(reason: HoldReason): NoticeDecision {
  return { decision: 'hold', reason };
}

/** What people have been told once this decision is out: the memory from which the next one is made. */
export function toldAfter(told: number, { decision, reason }: NoticeDecision, level: number): number {
  if (decision === 'send') return reason === 'recovered' ? 0 : level;
  return reason === 'lowered' ? level : told;
}
