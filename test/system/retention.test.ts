import { describe, expect, it } from 'vitest';
import { audit, inbox, jobRun, outbox } from '../../db/schema/index.ts';
import { tick } from '../../src/jobs/tick.ts';
import { insertRows } from '../../src/store/statement.ts';
import { system } from '../../src/system/index.ts';
import { type House, house } from '../delivery/house.ts';

const DAY = 86_400_000;

async function nightOf(home: House): Promise<string[]> {
  const { ran, sent } = await tick(home.runtime, { features: [system], messenger: home.platform });
  expect(sent).toBe(0);
  return ran.map(({ slot, state }) => `${slot} ${state}`);
}

describe('retention (architecture 6)', () => {
  it('keeps what is needed and erases the rest, in steps', async () => {
    const home = await house('2026-06-22T03:10');
    const { db } = home.runtime.store;
    const now = home.time.clock.now();
    const ages = [1, 29, 31, 399, 401];
    await nightOf(home);
    const old = Array.from({ length: 1203 }, (_, i) => ({
      id: `old${i}`,
      kind: 'message',
      body: '',
      state: 'handled' as const,
      receivedAt: now - 40 * DAY,
    }));
    await home.runtime.store.atomically([
      ...insertRows(db, inbox, old),
      ...insertRows(
        db,
        inbox,
        ages.map((age) => ({ id: `e${age}`, kind: 'message', body: '', receivedAt: now - age * DAY })),
      ),
      ...insertRows(
        db,
        outbox,
        ages.map((age) => ({
          id: `o${age}`,
          key: `k${age}`,
          target: 'ou_1',
          recipient: { kind: 'person' as const, openId: 'ou_1' },
          card: { title: 'x', tone: 'info' as const, blocks: [] },
          kind: 'duty' as const,
          state: 'sent' as const,
          dueAt: now - age * DAY,
          createdAt: now - age * DAY,
          finishedAt: now - age * DAY,
        })),
      ),
      ...insertRows(
        db,
        jobRun,
        ages.map((age) => ({
          job: 'a.b',
          slot: String(age),
          dueAt: now - age * DAY,
          state: 'finished' as const,
          startedAt: now - age * DAY,
          finishedAt: now - age * DAY,
        })),
      ),
      ...insertRows(db, audit, [
        { id: 'a1', at: now - 1000 * DAY, actor: 'cli:x', action: 'a.b', target: 'c', data: {} },
      ]),
    ]);
    home.time.set('2026-06-22T03:20');
    expect(await nightOf(home)).toEqual(['system.retention@2026-06-22 finished']);
    expect((await db.select().from(inbox)).map(({ id }) => id)).toEqual(['e1', 'e29']);
    const rows = await db.select().from(outbox);
    expect(rows.map(({ id, card }) => `${id} ${card ? 'card' : 'erased'}`)).toEqual([
      'o1 card',
      'o29 card',
      'o31 erased',
      'o399 erased',
    ]);
    const runs = await db.select().from(jobRun);
    expect(runs.map(({ job, slot }) => `${job} ${slot}`)).toEqual([
      'a.b 1',
      'a.b 29',
      'a.b 31',
      'a.b 399',
      'system.retention 2026-06-22',
    ]);
    expect(await db.select().from(audit)).toHaveLength(1);
  });
});

describe('next year’s holidays (domain 2.1)', () => {
  it.each([
    ['2026-11-30T09:20', []],
    ['2026-12-07T09:20', ['请录入2027年放假调休表']],
    ['2025-12-08T09:20', []],
  ])('%s', async (moment, expected) => {
    const home = await house(moment);
    await tick(home.runtime, { features: [system], messenger: home.platform });
    const titles = home.platform.shown.map(({ text }) => text.split('\n')[0]);
    expect(titles).toEqual(expected);
    if (expected.length > 0)
      expect(home.platform.shown[0]?.to).toEqual({ kind: 'person', openId: 'ou_admin' });
  });
});
