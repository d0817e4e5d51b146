import type { Decision } from '../../kernel/reason.ts';
import type { Grade, Ungraded } from './level.ts';

export type NoticeReason =
  | 'first'
  | 'raised'
  | 'unchanged'
  | 'lowered'
  | 'not_triggered'
  | 'gate_not_passed'
  | Ungraded;

export type NoticeDecision = Decision<'send' | 'hold', NoticeReason>;

/** Reasons of months that were not graded: they neither start nor end an episode. */
export const UNGRADED: readonly NoticeReason[] = ['incomplete', 'too_early', 'rule_changed'];

/**
 * What the log of notices says last about this scope and indicator decides whether there is anything new to tell.
 * `last` is the level of the newest graded month of the year before this one; undefined when there is none.
 */
export function decideNotice(grade: Grade, last: number | undefined): NoticeDecision {
  if (grade.ungraded) return { decision: 'hold', reason: grade.ungraded };
  if (grade.level === 0)
    return { decision: 'hold', reason: grade.held.length > 0 ? 'gate_not_passed' : 'not_triggered' };
  if (!last) return { decision: 'send', reason: 'first' };
  if (grade.level > last) return { decision: 'send', reason: 'raised' };
  return { decision: 'hold', reason: grade.level === last ? 'unchanged' : 'lowered' };
}
