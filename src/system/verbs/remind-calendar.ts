import type { Slot } from '../../chat/job.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { dayOf } from '../../kernel/day.ts';
import { yearOf } from '../../kernel/period.ts';
import type { Ctx } from '../../store/context.ts';
import { administrators } from '../administrators.ts';
import { calendarCard } from '../cards.ts';

const WEEK_MS = 7 * 86_400_000;

/** From 1 December on, once a week, until next year's holidays are in (domain 2.1). */
export async function remindCalendar(ctx: Ctx, slot: Slot): Promise<Outcome<{ next: undefined }>> {
  const day = dayOf(slot.dueAt);
  const year = yearOf(day) + 1;
  if (day.slice(5, 7) !== '12' || ctx.calendar.covers(year)) return outcome({ next: undefined });
  const admins = await administrators(ctx);
  return outcome(
    { next: undefined },
    {
      messages: admins.map((openId) => ({
        key: `system.calendar@${slot.id}:${openId}`,
        to: { kind: 'person' as const, openId },
        card: calendarCard(year),
        kind: 'duty' as const,
        subject: `system.calendar:${year}`,
        notAfter: slot.dueAt + WEEK_MS,
      })),
    },
  );
}
