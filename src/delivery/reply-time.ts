import type { Ctx } from '../store/context.ts';
import { whenToSend } from './rules/quiet.ts';
import { shareOf } from './rules/spread.ts';

/** A long holiday and a long trouble of the platform together. */
const REPLY_LIFE_MS = 15 * 86_400_000;

/**
 * When an answer that was asked for, but comes later, may go out. It is no unasked message, which people without a post
 * and those who opted out would never get; but nobody sits waiting for it, so it keeps working hours (BR-15, BR-16).
 * While nobody knows which days are off, it goes at once.
 */
export function replyTime(ctx: Ctx, key: string): { notBefore: number; notAfter: number } {
  const { now, calendar, host } = ctx;
  const timing = whenToSend(calendar, { now, hours: host.workingHours, share: shareOf(key) });
  const notBefore = timing.decision === 'at' ? timing.at : now;
  return { notBefore, notAfter: notBefore + REPLY_LIFE_MS };
}
