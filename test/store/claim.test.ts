import { describe, expect, it } from 'vitest';
import type { InboxClaim } from '../../src/store/db.ts';
import { isConflict } from '../../src/store/db.ts';
import { claimState, leaseInbox, markFailed, markHandled } from '../../src/store/inbox.ts';
import { freshStore } from './backend.ts';

const T = Date.parse('2026-06-22T01:00:00Z');
const MINUTE = 60_000;

function claim(id: string, parts: Partial<InboxClaim> = {}): InboxClaim {
  return { id, messageKey: `om_${id}`, kind: 'message', body: '{"text":"你好"}', receivedAt: T, ...parts };
}

const afterTwoMinutes = { now: T + 2 * MINUTE, olderThanMs: 2 * MINUTE, leaseMs: MINUTE, limit: 10 };

describe('what comes in is claimed', () => {
  it('of 20 deliveries at once one is new', async () => {
    const store = await freshStore();
    const news = await Promise.all(Array.from({ length: 20 }, () => store.claim(claim('ev1'))));
    expect(news.filter(Boolean)).toHaveLength(1);
    expect(await store.claim(claim('ev1'))).toBe(false);
  });

  it('one message under two event ids is one message', async () => {
    const store = await freshStore();
    expect(await store.claim(claim('ev1', { messageKey: 'om_1' }))).toBe(true);
    expect(await store.claim(claim('ev2', { messageKey: 'om_1' }))).toBe(false);
    expect(await claimState(store.db, 'ev2')).toBeUndefined();
  });

  it('events without a message do not stand in each other’s way', async () => {
    const store = await freshStore();
    const both = ['ev1', 'ev2'].map((id) => store.claim(claim(id, { messageKey: null, kind: 'opened' })));
    expect(await Promise.all(both)).toEqual([true, true]);
  });
});

describe('a claim ends once', () => {
  it('handled, and what was received is erased', async () => {
    const store = await freshStore();
    await store.claim(claim('ev1'));
    await store.atomically([markHandled(store.db, 'ev1', T + 5)]);
    expect(await store.db.query.inbox.findMany()).toMatchObject([
      { id: 'ev1', state: 'handled', body: '', leaseUntil: null, finishedAt: T + 5 },
    ]);
    expect(await store.claim(claim('ev1'))).toBe(false);
  });

  it.each([markHandled, markFailed])(
    'a second handler’s effect is a conflict and leaves nothing',
    async (again) => {
      const store = await freshStore();
      await store.claim(claim('ev1'));
      await store.claim(claim('ev2'));
      await store.atomically([markHandled(store.db, 'ev1', T)]);
      const second = store.atomically([markHandled(store.db, 'ev2', T), again(store.db, 'ev1', T)]);
      await expect(second).rejects.toSatisfy(isConflict);
      expect(await claimState(store.db, 'ev1')).toBe('handled');
      expect(await claimState(store.db, 'ev2')).toBe('new');
    },
  );

  it('or is given up', async () => {
    const store = await freshStore();
    await store.claim(claim('ev1'));
    await store.atomically([markFailed(store.db, 'ev1', T)]);
    expect(await claimState(store.db, 'ev1')).toBe('failed');
    expect(await leaseInbox(store.db, { ...afterTwoMinutes, now: T + 60 * MINUTE })).toEqual([]);
  });
});

describe('claims whose handler died are taken over', () => {
  it('not before their time', async () => {
    const store = await freshStore();
    await store.claim(claim('ev1'));
    expect(await leaseInbox(store.db, { ...afterTwoMinutes, now: T + 2 * MINUTE - 1 })).toEqual([]);
    expect(await leaseInbox(store.db, afterTwoMinutes)).toEqual([{ ...claim('ev1'), attempts: 1 }]);
  });

  it('oldest first, so many at a time, and not what is done', async () => {
    const store = await freshStore();
    for (const [id, age] of [
      ['a', 1],
      ['b', 3],
      ['c', 2],
      ['done', 4],
    ] as const)
      await store.claim(claim(id, { receivedAt: T - age }));
    await store.atomically([markHandled(store.db, 'done', T)]);
    const lease = () => leaseInbox(store.db, { ...afterTwoMinutes, limit: 2 });
    expect((await lease()).map((row) => row.id)).toEqual(['b', 'c']);
    expect((await lease()).map((row) => row.id)).toEqual(['a']);
    expect(await lease()).toEqual([]);
  });

  it('by one of ten heartbeats', async () => {
    const store = await freshStore();
    await store.claim(claim('ev1'));
    const leases = await Promise.all(Array.from({ length: 10 }, () => leaseInbox(store.db, afterTwoMinutes)));
    expect(leases.flat()).toHaveLength(1);
  });

  it('again when that one died too, and attempts are counted', async () => {
    const store = await freshStore();
    await store.claim(claim('ev1'));
    await leaseInbox(store.db, afterTwoMinutes);
    const later = await leaseInbox(store.db, { ...afterTwoMinutes, now: afterTwoMinutes.now + MINUTE });
    expect(later.map((row) => row.attempts)).toEqual([2]);
  });
});
