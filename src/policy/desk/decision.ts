import type { Message } from '../../chat/message.ts';
import { actorId } from '../../kernel/actor.ts';
import type { Ctx } from '../../store/context.ts';
import type { Entry } from '../repo.ts';
import { decidedCard } from './cards-told.ts';
import { openIdOf, type Review } from './repo.ts';

/** Author and submitter hear of a decision once; whoever decided knows. `reason` is absent when it was published. */
export function decisionMessages(ctx: Ctx, review: Review, entry: Entry, reason?: string): Message[] {
  const { number, question } = entry;
  const people = [...new Set([entry.author, review.submittedBy])].filter((one) => one !== actorId(ctx.actor));
  return people.flatMap((one): Message[] => {
    const openId = openIdOf(one);
    if (openId === undefined) return [];
    return [
      {
        key: `policy.decided@${number}:${review.revision}:${review.submittedAt}:${openId}`,
        to: { kind: 'person', openId },
        card: decidedCard({ number, question, reason }),
        kind: 'notice',
      },
    ];
  });
}
