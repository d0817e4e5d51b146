import type { Card } from '../../../chat/card.ts';
import type { Slot } from '../../../chat/job.ts';
import type { Message } from '../../../chat/message.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { findDelivered } from '../../../delivery/find-delivered.ts';
import { dayOf } from '../../../kernel/day.ts';
import { findHolders } from '../../../people/repo.ts';
import { findSteps } from '../../../people/repo-succession.ts';
import { endedUnits } from '../../../people/rules/succession.ts';
import type { Ctx } from '../../../store/context.ts';
import { monthCard } from '../../cards.ts';
import { cardKey, subjectOf } from '../../decide.ts';
import { findOpenRounds, nextReportingUnits } from '../../repo.ts';
import { UNITS_PER_STEP } from '../../step.ts';
import { mayBeAsked, readUnitMonths } from '../../unit-month.ts';
import { deputyWords as words } from '../words.ts';

/**
 * Duties belong to the unit's post (domain 1): whoever has become its liaison while a month is collected, or stands in,
 * gets its card the next morning, once, with a word about it. The slot is a day; the cursor is `month unit`.
 */
export async function handOver(
  ctx: Ctx,
  _: Slot,
  cursor: string | undefined,
): Promise<Outcome<{ next: string | undefined }>> {
  const [lastMonth = '', lastUnit = ''] = (cursor ?? '').split(' ');
  const rounds = (await findOpenRounds(ctx.db)).filter(({ month }) => month >= lastMonth);
  const [round, another] = rounds;
  if (!round) return outcome({ next: undefined });
  const { month } = round;
  const units = await nextReportingUnits(ctx.db, month, month === lastMonth ? lastUnit : '', UNITS_PER_STEP);
  const ended = endedUnits(await findSteps(ctx.db, dayOf(ctx.now)));
  const views = (await readUnitMonths(ctx, month, units)).filter(
    (view) => view.state === 'open' && mayBeAsked(view) && !ended.has(view.unit.code),
  );
  const subjects = views.map((view) => subjectOf(month, view.unit.code));
  const delivered = Map.groupBy(await findDelivered(ctx.db, subjects, ctx.now), ({ subject }) => subject);
  const holders = Map.groupBy(await findHolders(ctx.db, 'liaison', units), ({ unit }) => unit);
  const messages = views.flatMap((view) => {
    const subject = subjectOf(month, view.unit.code);
    const reached = new Set((delivered.get(subject) ?? []).map(({ target }) => target));
    return (holders.get(view.unit.code) ?? [])
      .filter(({ openId }) => !reached.has(openId))
      .map(
        ({ openId }): Message => ({
          key: cardKey(month, view.unit.code, openId),
          to: { kind: 'person', openId },
          card:
            reached.size > 0 ? withWord(monthCard(view), words.handedOver(view.unit.name)) : monthCard(view),
          kind: 'duty',
          subject,
          ...(view.deadline === undefined ? {} : { notAfter: view.deadline }),
        }),
      );
  });
  const more = units.length === UNITS_PER_STEP ? `${month} ${units.at(-1)}` : undefined;
  return outcome({ next: more ?? (another && `${another.month} `) }, { messages });
}

function withWord(card: Card, text: string): Card {
  return { ...card, blocks: [{ kind: 'text', text }, ...card.blocks] };
}
