import { latestTo } from '../delivery/find-message.ts';
import { timeOf } from '../kernel/day.ts';
import type { Ctx } from '../store/context.ts';
import { textCard } from './cards.ts';
import type { IncomingMessage } from './incoming.ts';
import { type Outcome, outcome } from './outcome.ts';
import { answerWords as words } from './words.ts';

/** A chat question older than this is no longer waited for (features.md row 89; the official plugin uses the same). */
const LATE_MS = 30 * 60_000;

/** The platform's last retry comes 6 h after the one before: what one downtime left behind arrives within this time. */
const SAME_DOWNTIME_MS = 6 * 3_600_000;

export function isLate(message: IncomingMessage, now: number): boolean {
  return now - message.sentAt > LATE_MS;
}

/** One card for everything a person wrote during one downtime; the later stragglers are taken in silence. */
export async function lateSummary(ctx: Ctx, message: IncomingMessage): Promise<Outcome> {
  const last = await latestTo(ctx.db, message.openId, 'chat.late@');
  if (last !== undefined && ctx.now - last < SAME_DOWNTIME_MS) return outcome(undefined);
  return outcome(undefined, {
    messages: [
      {
        key: `chat.late@${message.openId}:${Math.floor(ctx.now / SAME_DOWNTIME_MS)}`,
        to: { kind: 'person', openId: message.openId },
        card: textCard(words.lateTitle, words.late(timeOf(message.sentAt))),
        kind: 'answer',
      },
    ],
  });
}
