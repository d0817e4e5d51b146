import { expect, it } from 'vitest';
import { unit, unitSuccessor } from '../../db/schema/index.ts';
import { closeHalf } from '../../src/visits/verbs/close-half.ts';
import { remindGroups } from '../../src/visits/verbs/remind-groups.ts';
import { showCoverage } from '../../src/visits/verbs/show-coverage.ts';
import { buttons, click, lin, office, queue, records, ruan, run, say, visitsWorld } from '../visits/world.ts';
import { testStore } from './d1.ts';

const half = '2026-H1';

it('a feature’s story holds on D1: remind, record twice at once, cancel, count', async () => {
  const runtime = await visitsWorld('2026-06-15T09:10', await testStore());
  await run(runtime, { kind: 'system', job: 'visits.remind' }, (ctx) =>
    remindGroups(ctx, { job: 'visits.remind', dueAt: runtime.clock.now() }),
  );
  const both = { half, kind: 'both' };
  const clicks = ['T1', 'T2', 'T2'].map((code) => click(runtime, lin, 'record', { ...both, unit: code }));
  const answers = await Promise.all(clicks);
  expect(answers.map((answer) => answer.toast?.tone)).toEqual(['success', 'success', 'success']);
  await click(runtime, lin, 'record', { ...both, unit: 'T1' });
  expect(await records(runtime)).toHaveLength(4);
  expect((await queue(runtime)).map((row) => `${row.target} ${row.state}`)).toEqual([
    'ou_lin cancelled',
    'ou_su queued',
  ]);
  const report = await run(runtime, { kind: 'cli', name: 'report' }, (ctx) => showCoverage(ctx, { half }));
  expect(report.total).toMatchObject({ due: 10, done: 4, coverage: 0.4 });
});

it('groups, liaisons and units change in mid-period on D1 as on Node', async () => {
  const runtime = await visitsWorld('2026-06-01T09:00', await testStore());
  await click(runtime, lin, 'record', { half, unit: 'T1', kind: 'visit' });
  const { db } = runtime.store;
  await db.insert(unit).values({ code: 'T9', name: '柳槐镇', tier: 'township', county: '望泉县' });
  await db.insert(unitSuccessor).values({ unit: 'T1', successor: 'T9', fromDay: '2026-06-10' });
  runtime.clock.set('2026-06-15T09:10');
  const exchange = { unit: 'T9', to: 'point:T3:10', 'avoid.yes': true };
  const moves = await Promise.all([1, 2].map(() => click(runtime, office, 'move', {}, exchange)));
  expect(moves.map((answer) => answer.toast?.tone)).toEqual(['success', 'success']);
  await click(runtime, office, 'liaison', {}, { group: '10', liaison: 'ou_ruan' });
  const card = await say(runtime, ruan, '走访登记');
  expect(buttons(card)).toContain('谈话 柳槐镇');
  expect(buttons(card)).not.toContain('走访 柳槐镇');
  await click(runtime, ruan, 'record', { half, unit: 'T9', kind: 'talk' });
  await click(runtime, ruan, 'amend', { half }, { record: 'T9:talk', how: 'day', day: '2026-06-12' });
  await expect(click(runtime, office, 'drop', { group: '2' })).rejects.toMatchObject({ code: 'conflict' });
  expect(await records(runtime)).toEqual(['T1 2026-H1 visit 2 2026-06-01', 'T9 2026-H1 talk 10 2026-06-12']);
  runtime.clock.set('2026-07-01T00:07');
  expect(await run(runtime, { kind: 'system', job: 'visits.close' }, closeHalf)).toEqual({ kept: 6 });
  const report = await run(runtime, { kind: 'cli', name: 'report' }, (ctx) => showCoverage(ctx, { half }));
  // T9 did the talk itself, and T1, from which it came, had been visited.
  expect(report.total).toMatchObject({ due: 10, done: 2, overdue: 8 });
});
