import { and, eq, lt } from 'drizzle-orm';
import { askedQuestion, handedQuestion, questionMiss } from '../../../../db/schema/index.ts';
import type { Message } from '../../../chat/message.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { replyTime } from '../../../delivery/reply-time.ts';
import { addDays, dayOf } from '../../../kernel/day.ts';
import type { Ctx } from '../../../store/context.ts';
import { mustChange } from '../../../store/statement.ts';
import { findContact } from '../../contact.ts';
import { expiredCard } from '../../human/cards.ts';
import { subjectOf } from '../../human/hand-over.ts';
import { findOpen, type Handed } from '../../human/repo.ts';

const DAY_MS = 86_400_000;

/** Product defaults: nobody clicks later, nobody waits longer, nobody misses it any more. */
const ASKED_DAYS = 1;
const OPEN_DAYS = 30;
const MISS_DAYS = 90;

/** Questions given up in one commit. */
const BATCH = 50;

/** Every night: questions kept for a button, misses nobody asks any more, and askers whom nobody has answered. */
export async function forget(ctx: Ctx): Promise<Outcome<{ next: string | undefined }>> {
  const { db, now } = ctx;
  const expired = await findOpen(db, BATCH, now - OPEN_DAYS * DAY_MS);
  const contact = await findContact(db);
  return outcome(
    { next: expired.length === BATCH ? `after ${expired.at(-1)?.id ?? ''}` : undefined },
    {
      writes: [
        db.delete(askedQuestion).where(lt(askedQuestion.createdAt, now - ASKED_DAYS * DAY_MS)),
        db.delete(questionMiss).where(lt(questionMiss.lastDay, addDays(dayOf(now), -MISS_DAYS))),
        ...expired.flatMap(({ id }) => [
          db
            .update(handedQuestion)
            .set({ state: 'expired', asker: '', endedAt: now })
            .where(and(eq(handedQuestion.id, id), eq(handedQuestion.state, 'open'))),
          mustChange(),
        ]),
      ],
      cancels: expired.map(({ id }) => subjectOf(id)),
      messages: expired.map((handed) => givenUp(ctx, handed, contact)),
    },
  );
}

/** Whoever still waits is told that nobody answers, and whom to call. */
function givenUp(ctx: Ctx, handed: Handed, contact: Parameters<typeof expiredCard>[1]): Message {
  const key = `policy.expired@${handed.id}`;
  return {
    key,
    to: { kind: 'person', openId: handed.asker },
    card: expiredCard(dayOf(handed.createdAt), contact),
    kind: 'answer',
    ...replyTime(ctx, key),
  };
}
