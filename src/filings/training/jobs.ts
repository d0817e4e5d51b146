import type { Job } from '../../chat/job.ts';
import type { Message } from '../../chat/message.ts';
import { outcome } from '../../chat/outcome.ts';
import { addDays, dayOf, instantAt } from '../../kernel/day.ts';
import { findHolders } from '../../people/repo.ts';
import { readPlaces } from '../places.ts';
import { remindCard } from './cards.ts';
import { findCourses } from './repo.ts';

export function courseSubject(number: string): string {
  return `filings.course:${number}`;
}

/** On the last workday before registration closes, once, to the organiser and nobody else (measure 32). */
export const closingJob: Job = {
  name: 'filings.closing',
  schedule: { every: 'workday', at: '09:40' },
  catchUp: 'latest',
  async run(ctx, slot) {
    const today = dayOf(slot.dueAt);
    const courses = (await findCourses(ctx.db, today)).filter(
      ({ state, closingDay }) =>
        state === 'planned' &&
        closingDay > today &&
        ctx.calendar.covers(Number(closingDay.slice(0, 4))) &&
        ctx.calendar.onOrBefore(addDays(closingDay, -1)) === today,
    );
    const places = await readPlaces(ctx);
    const organisers = [...new Set(courses.flatMap(({ organiser }) => places.successions.now(organiser)))];
    const holders = organisers.length > 0 ? await findHolders(ctx.db, 'liaison', organisers) : [];
    const messages = courses.flatMap((course): Message[] =>
      holders
        .filter(({ unit }) => places.successions.now(course.organiser).includes(unit))
        .map(({ openId }) => ({
          key: `${slot.job}@${course.number}:${course.closingDay}:${openId}`,
          to: { kind: 'person', openId },
          card: remindCard(places, [course], today),
          kind: 'notice',
          subject: courseSubject(course.number),
          notAfter: instantAt(addDays(course.closingDay, 1), '00:00'),
        })),
    );
    return outcome({ next: undefined }, { messages });
  },
};
