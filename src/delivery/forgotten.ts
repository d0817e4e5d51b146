import type { outbox } from '../../db/schema/index.ts';
import { FLEETING } from '../chat/message.ts';

/**
 * What somebody opened for themselves alone does not stay, nor that they did (BR-03: whoever files a complaint without
 * their name stands nowhere): once it has ended, its row tells neither what it said nor to whom.
 */
export function forgotten({ subject }: { subject: string }): Partial<typeof outbox.$inferInsert> {
  return subject === FLEETING
    ? { card: null, target: '', recipient: { kind: 'person', openId: '' }, messageId: '' }
    : {};
}
