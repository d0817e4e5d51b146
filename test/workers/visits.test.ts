import { expect, it } from 'vitest';
import { remindGroups } from '../../src/visits/verbs/remind-groups.ts';
import { showCoverage } from '../../src/visits/verbs/show-coverage.ts';
import { click, lin, queue, records, run, visitsWorld } from '../visits/world.ts';
import { testStore } from './d1.ts';

const half = '2026-H1';

it('a feature’s story holds on D1: remind, record twice at once, cancel, count', async () => {
  const runtime = await visitsWorld('2026-06-15T09:10', await testStore());
  await run(runtime, { kind: 'system', job: 'visits.remind' }, (ctx) =>
    remindGroups(ctx, { job: 'visits.remind', dueAt: runtime.clock.now() }),
  );
  const both = { half, kind: 'both' };
  const clicks = ['T1', 'T2', 'T2'].map((unit) => click(runtime, lin, 'record', { ...both, unit }));
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
