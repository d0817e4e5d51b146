import { and, eq, like } from 'drizzle-orm';
import { expect, it, vi } from 'vitest';
import { outbox } from '../../db/schema/index.ts';
import { seats } from './town.ts';
import { openStage } from './vocabulary.ts';

vi.setConfig({ testTimeout: 30_000 });

it('a card that arrived unrecorded, then held and cancelled because a colleague answered, does no harm: a tap finishes it', async () => {
  const { liaison, colleague, timeIs, house } = await openStage();
  await timeIs('2026-06-30T09:15');
  expect(liaison).toSee(/确认无误/);
  const { db } = house.store;
  const mine = and(eq(outbox.target, seats.liaison.openId), like(outbox.key, 'counts.%'));
  const [sent] = await db.select({ messageId: outbox.messageId }).from(outbox).where(mine);
  // What a process leaves that died between the request and its record, and was followed by the end of working hours.
  await house.store.atomically([
    db
      .update(outbox)
      .set({ state: 'held', reason: 'quiet_hours', messageId: '', finishedAt: null, uncertainSince: 1 })
      .where(mine),
  ]);
  await colleague.clicks('确认无误');
  const [row] = await db.select({ state: outbox.state, reason: outbox.reason }).from(outbox).where(mine);
  expect(row).toEqual({ state: 'cancelled', reason: 'reason_gone' });
  const before = await db.query.countRevision.findMany();
  const answer = await liaison.clicks('确认无误');
  expect(answer.replaced).toBe(true);
  expect(answer.tone).not.toBe('error');
  expect(liaison.received().at(-1)).toMatch(/已确认/);
  expect(liaison.received().at(-1)).not.toContain('[确认无误]');
  expect(await db.query.countRevision.findMany()).toEqual(before);
  // For the look at all manners after the test, which knows messages by their record.
  await house.store.atomically([
    db
      .update(outbox)
      .set({ messageId: sent?.messageId ?? '' })
      .where(mine),
  ]);
});
