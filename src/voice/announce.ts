import type { Message } from '../chat/message.ts';
import { whenToSend } from '../delivery/rules/quiet.ts';
import { type Day, dayOf } from '../kernel/day.ts';
import type { Ctx } from '../store/context.ts';
import { newCard } from './cards-desk.ts';
import type { Voice } from './repo.ts';

type Desk = Pick<Voice, 'desk' | 'county'>;

/** What is called off once nothing waits at this desk. */
export function subjectOf({ desk, county }: Desk): string {
  return `voice.desk:${desk}:${county}`;
}

/** The day on which what is queued now goes out: working hours are kept (BR-15, BR-16). */
export function announcedDay(ctx: Ctx): Day {
  const timing = whenToSend(ctx.calendar, { now: ctx.now, hours: ctx.host.workingHours, share: 0 });
  return dayOf(timing.decision === 'at' ? timing.at : ctx.now);
}

/**
 * One card for each officer and day, however much comes in. It tells nothing but that there is something: words and
 * names are shown to whoever opens the list, and stay in no queue.
 */
export function announcements(desk: Desk, day: Day, handlers: readonly string[]): Message[] {
  return handlers.map((openId) => ({
    key: `voice.new@${desk.desk}:${desk.county}:${day}:${openId}`,
    to: { kind: 'person', openId },
    card: newCard(),
    kind: 'duty',
    subject: subjectOf(desk),
  }));
}
