import type { Message } from '../../chat/message.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { type Day, dayOf } from '../../kernel/day.ts';
import { findHolders, findUnits } from '../../people/repo.ts';
import type { Ctx } from '../../store/context.ts';
import { reminderCard } from '../cards.ts';
import { vacantCard } from '../cards-groups.ts';
import { findGroups, findLastRun, findPoints } from '../repo.ts';
import { type Reminder, reminderOn, subjectOf } from '../rules/due.ts';
import { isOpen, type Point, pointsByGroup } from '../rules/points.ts';
import { within } from '../scope.ts';

export interface Reminded {
  reason: 'no_reminder_day' | 'all_done' | 'reminded';
  groups: string[];
  /** Groups with something open whose liaison cannot be written to; the cadre office was told instead. */
  vacant: string[];
}

type OpenGroup = [number: string, points: Point[]];

/** One card for every group that has something open, on the reminder days of the half-year (domain 6). */
export async function remindGroups(
  ctx: Ctx,
  { job, dueAt }: { job: string; dueAt: number },
): Promise<Outcome<Reminded>> {
  const today = dayOf(dueAt);
  const reminder = reminderOn(today, await findLastRun(ctx.db, job, dueAt), ctx.calendar);
  if (!reminder) return outcome({ reason: 'no_reminder_day', groups: [], vacant: [] });
  const open = pointsByGroup((await findPoints(ctx, reminder.half)).filter(isOpen));
  const ready = new Set(
    (await findGroups(ctx.db)).flatMap(({ number, state }) => (state === 'ready' ? [number] : [])),
  );
  const reached = open.filter(([group]) => ready.has(group));
  const vacant = open.filter(([group]) => !ready.has(group));
  // After downtime the slot is of an earlier day; the days left are counted from the day on which people read.
  const now = dayOf(ctx.now);
  const messages = [
    ...reached.map((group) => messageTo(job, reminder, group, now)),
    ...(vacant.length > 0 ? await vacancies(ctx, reminder, vacant) : []),
  ];
  const reason = open.length > 0 ? 'reminded' : 'all_done';
  return outcome({ reason, groups: numbersOf(reached), vacant: numbersOf(vacant) }, { messages });
}

/** To the group's liaison alone: never to the township visited, never to anybody's leader (BR-06, BR-17). */
function messageTo(job: string, reminder: Reminder, [group, points]: OpenGroup, today: Day): Message {
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

/** A post that nobody holds loses no duty: those who fill it hear of it, each of their own counties. */
async function vacancies(
  ctx: Ctx,
  { half, lead, until }: Reminder,
  vacant: readonly OpenGroup[],
): Promise<Message[]> {
  const holders = await findHolders(ctx.db, 'cadre-office');
  const units = await findUnits(
    ctx.db,
    holders.map(({ unit }) => unit),
  );
  return holders.flatMap(({ openId, unit }) => {
    const county = units.find(({ code }) => code === unit)?.county ?? '';
    const seen = county === '' ? undefined : [county];
    const own = vacant.filter(([, points]) => points.every((point) => within(point, seen)));
    if (own.length === 0) return [];
    return [
      {
        key: `visits.vacant@${half}:${lead}:${openId}`,
        to: { kind: 'person', openId },
        card: vacantCard(half, own),
        kind: 'duty',
        notAfter: until,
      } satisfies Message,
    ];
  });
}

function numbersOf(groups: readonly OpenGroup[]): string[] {
  return groups.map(([number]) => number);
}
