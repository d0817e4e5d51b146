import type { Message } from '../chat/message.ts';
import { addDays, dayOf, instantAt } from '../kernel/day.ts';
import { type Half, halfEnd } from '../kernel/period.ts';
import type { Ctx } from '../store/context.ts';
import { handOverCard } from './cards-groups.ts';
import { findBelow, findWaiting } from './repo.ts';
import { subjectOf } from './rules/due.ts';
import { isOpen, type Point, pointsByGroup } from './rules/points.ts';

/**
 * Duties follow the post. Whoever takes over what somebody else had open gets one card with all of the group's open
 * points, and a reminder that still waits is replaced by it; nobody else hears of the change.
 */
export async function handOver(
  ctx: Ctx,
  half: Half,
  before: readonly Point[],
  after: readonly Point[],
): Promise<{ messages: Message[]; cancels: string[] }> {
  const was = new Map(before.map((point) => [point.unit, point]));
  const changed = after.filter((point) => {
    const old = was.get(point.unit);
    return old && (old.group !== point.group || old.liaison !== point.liaison);
  });
  const touched = new Set(changed.flatMap((point) => [point.group, was.get(point.unit)?.group ?? '']));
  const cancels = [...touched].map((group) => subjectOf(half, group));
  const waiting = await findWaiting(ctx.db, cancels);
  const below = await findBelow(ctx.db, [...new Set(after.map(({ liaison }) => liaison))]);
  const messages = pointsByGroup(after.filter(isOpen)).flatMap(([group, open]) => {
    const gained = open.filter((point) => isGained(point, was));
    const losesReminder = open.some(({ unit }) => waiting.has(subjectOf(half, was.get(unit)?.group ?? '')));
    const liaison = open[0]?.liaison ?? '';
    // Whoever has a post in a township is told nothing of visits there; the cadre office's cards are red until it is filled.
    if (!touched.has(group) || liaison === '' || below.has(liaison)) return [];
    if (gained.length === 0 && !losesReminder) return [];
    return [messageTo(ctx, half, group, liaison, open, gained)];
  });
  return { messages, cancels };
}

function isGained(point: Point, was: ReadonlyMap<string, Point>): boolean {
  const old = was.get(point.unit);
  return old !== undefined && old.liaison !== point.liaison;
}

function messageTo(
  ctx: Ctx,
  half: Half,
  group: string,
  openId: string,
  open: readonly Point[],
  gained: readonly Point[],
): Message {
  return {
    key: `visits.hand-over@${half}:${group}:${ctx.ids.next()}`,
    to: { kind: 'person', openId },
    card: handOverCard(half, open, gained, dayOf(ctx.now)),
    kind: 'duty',
    subject: subjectOf(half, group),
    notAfter: instantAt(addDays(halfEnd(half), 1), '00:00'),
  };
}
