import type { ClickAnswer } from '../../../chat/feature.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { dayOf } from '../../../kernel/day.ts';
import { requireUnit } from '../../../people/scope.ts';
import type { Ctx } from '../../../store/context.ts';
import { deputiesCard } from '../cards.ts';
import { endWrites } from '../end-writes.ts';
import { findDeputies, findExpired } from '../repo.ts';
import { deputyWords as words } from '../words.ts';

/** 结束代办, by the liaison or by whoever stands in. */
export async function endDeputy(
  ctx: Ctx,
  input: { unit: string; openId: string },
): Promise<Outcome<ClickAnswer>> {
  const own = ctx.actor.kind === 'person' && ctx.actor.openId === input.openId;
  if (!own) requireUnit(ctx.actor, 'liaison', input.unit);
  const all = await findDeputies(ctx.db, [input.unit]);
  const ended = all.find((one) => one.openId === input.openId);
  if (!ended) return outcome<ClickAnswer>({ toast: { tone: 'info', text: words.alreadyEnded } });
  const text = words.ended(ended.name);
  return outcome<ClickAnswer>(
    { toast: { tone: 'success', text }, card: deputiesCard(text, [], 'neutral') },
    { writes: endWrites(ctx, ended) },
  );
}

/** Every morning, before any card goes out: arrangements whose last day has passed. */
export async function expireDeputies(ctx: Ctx): Promise<Outcome<{ next: undefined }>> {
  const expired = await findExpired(ctx.db, dayOf(ctx.now));
  return outcome({ next: undefined }, { writes: expired.flatMap((one) => endWrites(ctx, one)) });
}
