import type { Message } from '../chat/message.ts';
import { dayOf } from '../kernel/day.ts';
import type { Month } from '../kernel/period.ts';
import { findHolders } from '../people/repo.ts';
import { findSteps } from '../people/repo-succession.ts';
import { endedUnits } from '../people/rules/succession.ts';
import type { Ctx } from '../store/context.ts';
import { nudgeCard } from './cards.ts';
import { subjectOf } from './decide.ts';
import { closing } from './rules/prefill.ts';
import { mayBeAsked, readUnitMonths } from './unit-month.ts';

/**
 * One of the two nudges of a month, to the liaisons of those of these units that are open and have no registered
 * figures; the others' figures are adopted anyway (BR-14, BR-17). Each has a key of its own: it comes once, whoever asks.
 */
export async function nudges(
  ctx: Ctx,
  { month, nudge, units }: { month: Month; nudge: 1 | 2; units: readonly string[] },
): Promise<Message[]> {
  const ended = endedUnits(await findSteps(ctx.db, dayOf(ctx.now)));
  const views = (await readUnitMonths(ctx, month, units)).filter(
    (view) =>
      view.state === 'open' &&
      closing(view.filled) === 'missing' &&
      mayBeAsked(view) &&
      !ended.has(view.unit.code),
  );
  const liaisons = Map.groupBy(await findHolders(ctx.db, 'liaison', units), (holder) => holder.unit);
  return views.flatMap((view) =>
    (liaisons.get(view.unit.code) ?? []).map(
      ({ openId }): Message => ({
        key: `counts.nudge@${month}:${view.unit.code}:${openId}:${nudge}`,
        to: { kind: 'person', openId },
        card: nudgeCard(view, nudge),
        kind: 'duty',
        subject: subjectOf(month, view.unit.code),
        ...(view.deadline === undefined ? {} : { notAfter: view.deadline }),
      }),
    ),
  );
}
