import { describe, expect, it } from 'vitest';
import { visitDuty, visitRecord } from '../../db/schema/index.ts';
import { visits } from '../../src/visits/index.ts';
import { closeHalf } from '../../src/visits/verbs/close-half.ts';
import { showCoverage } from '../../src/visits/verbs/show-coverage.ts';
import type { TestRuntime } from '../support/ctx.ts';
import { buttons, click, lin, office, queue, records, run, say, su, visitsWorld } from './world.ts';

const H1 = '2026-H1';

const close = (runtime: TestRuntime) => run(runtime, { kind: 'system', job: 'visits.close' }, closeHalf);
const coverage = (runtime: TestRuntime, half = H1) =>
  run(runtime, { kind: 'cli', name: 'report' }, (ctx) => showCoverage(ctx, { half }));

describe('visits.close', () => {
  it('runs before anybody is at work, and once is enough', async () => {
    expect(visits.jobs?.[1]).toMatchObject({
      name: 'visits.close',
      schedule: { every: 'day' },
      catchUp: 'latest',
    });
    const runtime = await visitsWorld('2026-06-30T09:00');
    await click(runtime, lin, 'record', { unit: 'T1', half: H1, kind: 'visit' });
    runtime.clock.set('2026-07-01T00:07');
    expect(await close(runtime)).toEqual({ kept: 5 });
    expect(await close(runtime)).toEqual({ kept: 0 });
    expect(await runtime.store.db.select().from(visitDuty)).toHaveLength(5);
    expect(await queue(runtime)).toEqual([]);
  });

  it('what was overdue stays with the post that had it, wherever the point has gone since', async () => {
    const runtime = await visitsWorld('2026-06-30T09:00');
    await click(runtime, lin, 'record', { unit: 'T1', half: H1, kind: 'both' });
    runtime.clock.set('2026-07-01T00:07');
    await close(runtime);
    runtime.clock.set('2026-08-03T09:00');
    await click(runtime, office, 'move', {}, { unit: 'T2', to: 'point:T3:10' });
    const byGroup = async (half: string) =>
      (await coverage(runtime, half)).groups.map(({ number, due, done, overdue }) => [
        number,
        due,
        done,
        overdue,
      ]);
    expect(await byGroup(H1)).toEqual([
      ['2', 4, 2, 2],
      ['10', 6, 0, 6],
    ]);
    expect(await byGroup('2026-H2')).toEqual([
      ['2', 4, 0, 0],
      ['10', 6, 0, 0],
    ]);
    // Lin knows when it really was; Su has the point now and owes this half-year's.
    expect(buttons(await say(runtime, lin, '走访登记 上半年'))).toContain('走访 槐荫镇');
    expect(buttons(await say(runtime, su, '走访登记'))).toContain('走访 槐荫镇');
    await click(runtime, lin, 'backdate', { half: H1 }, { unit: 'T2', kind: 'both', day: '2026-06-25' });
    expect(await byGroup(H1)).toEqual([
      ['2', 4, 4, 0],
      ['10', 6, 0, 6],
    ]);
    await click(runtime, office, 'liaison', {}, { group: '10', liaison: 'ou_ruan' });
    await expect(click(runtime, su, 'record', { unit: 'T3', half: H1, kind: 'visit' })).rejects.toMatchObject(
      { code: 'forbidden' },
    );
  });

  it('a half-year of which nothing is on record was before our time', async () => {
    const runtime = await visitsWorld('2026-07-02T00:07');
    expect(await close(runtime)).toEqual({ kept: 0 });
    expect(await runtime.store.db.select().from(visitDuty)).toEqual([]);
  });

  it.each([
    ['2026-06-30T00:07', ['2024-H1', '2024-H2', '2025-H1', '2026-H1']],
    ['2026-07-01T00:07', ['2024-H2', '2025-H1', '2026-H1']],
    ['2027-01-01T00:07', ['2025-H1', '2026-H1']],
    ['2028-02-29T00:07', ['2026-H1']],
  ])('on %s what is older than two years is forgotten: %j stay', async (now, halves) => {
    const runtime = await visitsWorld(now);
    const row = {
      unit: 'T1',
      kind: 'visit' as const,
      group: '2',
      day: '2024-05-08',
      author: '',
      createdAt: 0,
    };
    const all = ['2023-H2', '2024-H1', '2024-H2', '2025-H1', '2026-H1'];
    await runtime.store.db.insert(visitRecord).values(all.map((half) => ({ ...row, half })));
    await close(runtime);
    expect((await records(runtime)).map((text) => text.split(' ')[1])).toEqual(halves);
  });
});
