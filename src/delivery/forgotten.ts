import { and, eq } from 'drizzle-orm';
import { outbox } from '../../db/schema/index.ts';
import { FLEETING } from '../chat/message.ts';
import type { Ctx } from '../store/context.ts';
import type { Statement } from '../store/db.ts';

const FORGOTTEN: Partial<typeof outbox.$inferInsert> = {
  card: null,
  target: '',
  recipient: { kind: 'person', openId: '' },
  messageId: '',
};

/**
 * What somebody opened for themselves alone does not stay, nor that they did (BR-03: whoever files a complaint without
 * their name stands nowhere): once it has ended, its row tells neither what it said nor to whom.
 */
export function forgotten({ subject }: { subject: string }): Partial<typeof outbox.$inferInsert> {
  return subject === FLEETING ? FORGOTTEN : {};
}

/**
 * Whoever taps such a card has it, even where the run that sent it died before it could write that down: what it still
 * keeps of them goes with what they do now.
 */
export function forgetArrived({ db, now }: Ctx, openId: string): Statement {
  return db
    .update(outbox)
    .set({ ...FORGOTTEN, state: 'sent', finishedAt: now })
    .where(and(eq(outbox.target, openId), eq(outbox.subject, FLEETING), eq(outbox.state, 'sending')));
}
