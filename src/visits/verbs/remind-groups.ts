import type { Message } from '../../chat/message.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { type Day, dayOf } from '../../kernel/day.ts';
import type { Ctx } from '../../store/context.ts';
import { reminderCard } from '../cards.ts';
import { findLastRun, findPoints } from '../repo.ts';
import { type Reminder, reminderOn, subjectOf } from '../rules/due.ts';
import { isOpen, type Point, pointsByGroup } from '../rules/points.ts';

export interface Reminded {
  reason: 'no_reminder_day' | 'all_done' | 'reminded';
  groups: string[];
}

/** One card for every group that has something open, on the reminder days of the half-year (domain 6). */
export async function remindGroups(
  ctx: Ctx,
  { job, dueAt }: { job: string; dueAt: number },
): Promise<Outcome<Reminded>> {
  const today = dayOf(dueAt);
  const reminder = reminderOn(today, await findLastRun(ctx.db, job, dueAt), ctx.calendar);
  if (!reminder) return outcome({ reason: 'no_reminder_day', groups: [] });
  const open = pointsByGroup((await findPoints(ctx.db, reminder.half)).filter(isOpen));
  // After downtime the slot is of an earlier day; the days left are counted from the day on which people read.
  const messages = open.map(([group, points]) => messageTo(job, reminder, group, points, dayOf(ctx.now)));
  const groups = open.map(([group]) => group);
  return outcome({ reason: groups.length > 0 ? 'reminded' : 'all_done', groups }, { messages });
}

/** To the group's liaison alone: never to the township visited, never to anybody's leader (BR-06, BR-17). */
function messageTo(job: string, reminder: Reminder, group: string, points: Point[], today: Day): Message {
  const { half, lead, until } = reminder;
  return {
    key: `${job}@${half}:${lead}:${group}`,
    to: { kind: 'person', openId: points[0]?.liaison ?? '' },
    card: reminderCard(half, points, today),
    kind: 'duty',
    subject: subjectOf(half, group),
    notAfter: until,
  };
}
