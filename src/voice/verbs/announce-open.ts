import { voice } from '../../../db/schema/index.ts';
import type { Message } from '../../chat/message.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import type { Ctx } from '../../store/context.ts';
import { inList } from '../../store/statement.ts';
import { announcedDay, announcements, subjectOf } from '../announce.ts';
import { findPosts, findTold, findUndone, type Voice } from '../repo.ts';
import { handlersAt } from '../route.ts';

/** Tells each desk, once and together, of what came in after its card of that day. What was told of is not chased. */
export async function announceOpen(ctx: Ctx): Promise<Outcome<{ next: undefined }>> {
  const day = announcedDay(ctx);
  const told = (await findTold(ctx.db, day)).map(subjectOf);
  const untold = (await findUndone(ctx.db)).filter(
    (one) => one.announced === '' && !told.includes(subjectOf(one)),
  );
  if (untold.length === 0) return outcome({ next: undefined });
  const desks = [...Map.groupBy(untold, subjectOf).values()];
  const messages = await Promise.all(desks.map((waiting) => messagesFor(ctx, waiting, day)));
  const numbers = untold.map(({ number }) => number);
  return outcome(
    { next: undefined },
    {
      writes: [ctx.db.update(voice).set({ announced: day }).where(inList(voice.number, numbers))],
      messages: messages.flat(),
    },
  );
}

async function messagesFor(ctx: Ctx, waiting: readonly Voice[], day: string): Promise<Message[]> {
  const [first] = waiting;
  if (!first) return [];
  const kept = await Promise.all(
    waiting.map(async ({ about }) => new Set(about.length > 0 ? await findPosts(ctx.db, about) : [])),
  );
  const handlers = (await handlersAt(ctx, first)).filter((openId) => kept.some((away) => !away.has(openId)));
  return announcements(first, day, handlers);
}
