import { openButton, type Todo } from '../chat/todo.ts';
import { dayOf } from '../kernel/day.ts';
import { halfEnd, halfOf } from '../kernel/period.ts';
import { hasRole } from '../people/scope.ts';
import type { Ctx } from '../store/context.ts';
import { findPoints } from './repo.ts';
import { halfBefore } from './rules/due.ts';
import { countOpen, isOpen, type Point } from './rules/points.ts';
import { countiesOf, within } from './scope.ts';
import { todoWords as words } from './words-todo.ts';

/** What a group still owes this half-year, for its liaison; what was due and is not done, for the cadre office. */
export async function readTodo(ctx: Ctx): Promise<Todo[]> {
  const { actor } = ctx;
  const liaison = hasRole(actor, 'group-liaison');
  const office = hasRole(actor, 'cadre-office');
  if (actor.kind !== 'person' || (!liaison && !office)) return [];
  const half = halfOf(dayOf(ctx.now));
  const before = halfBefore(half);
  const late = await findPoints(ctx, before);
  // Before the first half-year on record nothing was asked for.
  const kept = late.some((point) => !isOpen(point)) ? late : [];
  return [
    ...(liaison ? own(await findPoints(ctx, half), kept, actor.openId, half) : []),
    ...(office ? overdue(kept.filter((point) => within(point, countiesOf(actor)))) : []),
  ];
}

function own(points: readonly Point[], late: readonly Point[], openId: string, half: string): Todo[] {
  const open = countOpen(points.filter((point) => point.liaison === openId));
  const forgotten = countOpen(late.filter((point) => point.liaison === openId));
  if (open + forgotten === 0) return [];
  return [
    {
      kind: 'do',
      text: words.own(open, forgotten, halfEnd(half)),
      button: openButton(words.openOwn, words.sayOwn),
    },
  ];
}

function overdue(late: readonly Point[]): Todo[] {
  const open = late.filter(isOpen);
  if (open.length === 0) return [];
  return [
    {
      kind: 'missing',
      text: words.overdue(countOpen(open), open.length),
      names: open.map((point) => point.name),
      button: openButton(words.openProgress, words.sayProgress),
    },
  ];
}
