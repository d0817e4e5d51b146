import type { Message } from '../../chat/message.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import type { Month } from '../../kernel/period.ts';
import type { Ctx } from '../../store/context.ts';
import { warningCard } from '../cards.ts';
import { readTold } from '../read-told.ts';

/** As many cards as D1 takes in one batch with ease. */
const PEOPLE_PER_STEP = 100;

/** One card per person and month with all that concerns them; `after` is the last person who has been told. */
export async function tellPeople(
  ctx: Ctx,
  { month, after }: { month: Month; after: string },
): Promise<Outcome<{ next: string | undefined }>> {
  const told = await readTold(ctx, month);
  const people = [...told.keys()].sort().filter((openId) => openId > after);
  const now = people.slice(0, PEOPLE_PER_STEP);
  const messages = now.map((openId): Message => {
    const items = told.get(openId) ?? [];
    return {
      key: `warnings@${month}:${openId}`,
      to: { kind: 'person', openId },
      card: warningCard(month, items),
      // That something is over is good to know, but nobody has to.
      kind: items.every(({ level }) => level === 0) ? 'notice' : 'duty',
      subject: `warnings:${month}`,
    };
  });
  return outcome({ next: people.length > now.length ? `person:${now.at(-1)}` : undefined }, { messages });
}
