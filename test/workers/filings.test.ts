import { expect, it } from 'vitest';
import { filing } from '../../db/schema/index.ts';
import { openDesk, plan, queued, register, sayText, stored, tap } from '../filings/desk.ts';
import { testStore } from './d1.ts';

it('the hard checks hold on D1: two at once, beyond the plan, agreed to once, found by the township', async () => {
  const runtime = await openDesk('2026-06-22T09:00', await testStore());
  await plan(runtime, 'B2', 0);
  const answers = await Promise.all([
    register(runtime, 'liaison', { kind: 'comprehensive', number: '1' }),
    register(runtime, 'colleague', { kind: 'comprehensive', number: '2' }),
  ]);
  expect(answers.filter(({ says }) => says.startsWith('已登记'))).toHaveLength(1);
  expect(await runtime.store.db.select().from(filing)).toHaveLength(1);
  await register(runtime, 'otherUnit', { number: '3', name: '森林防火检查', targets: ['all'] });
  expect(await stored(runtime, '3')).toMatchObject({ state: 'pending', targets: ['T1', 'T2', 'T3'] });
  const [waiting] = await queued(runtime, 'filings.waiting');
  const card = waiting?.card ?? undefined;
  await Promise.all([
    tap(runtime, 'coordinator', card, '批准'),
    tap(runtime, 'secondCoordinator', card, '批准'),
  ]);
  expect(await stored(runtime, '3')).toMatchObject({ state: 'filed', revision: 2 });
  expect(await sayText(runtime, 'township', '县林业局7月2号来检查备案没')).toContain('查到 1 项');
});
