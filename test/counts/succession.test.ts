import { expect, it } from 'vitest';
import { cardText } from '../../src/chat/card-text.ts';
import { findFigures, findStates } from '../../src/counts/repo.ts';
import { readCompleteness } from '../../src/counts/repo-completeness.ts';
import { withoutHeir } from '../../src/counts/rules/succession.ts';
import { showList } from '../../src/counts/verbs/show-list.ts';
import { showProgress } from '../../src/counts/verbs/show-progress.ts';
import { perform } from '../../src/delivery/perform.ts';
import { findActor } from '../../src/people/repo.ts';
import { endedUnits } from '../../src/people/rules/succession.ts';
import { type TestRuntime, testCtx, testRuntime } from '../support/ctx.ts';
import { importTables, smallCity, type Tables, 人员, 单位, 历史, 填报 } from './city.ts';
import { deliver, queued, runJob } from './desk.ts';

const step = (unit: string, successor: string) => ({ unit, successor });

it.each([
  ['nothing happened', ['A', 'B'], [], [], []],
  ['merged into one on the list', ['A', 'B'], [step('A', 'B')], ['A'], []],
  ['merged into one that is not', ['A', 'B'], [step('A', 'C')], ['A'], ['A']],
  ['split, one part on the list', ['A', 'B'], [step('A', 'B'), step('A', 'C')], ['A'], []],
  ['keeps its code', ['A'], [step('A', 'A'), step('A', 'C')], [], []],
  ['dissolved', ['A'], [step('A', '')], ['A'], ['A']],
  ['merged twice', ['A', 'C'], [step('A', 'B'), step('B', 'C')], ['A', 'B'], []],
  ['the successor has ended as well', ['A', 'B'], [step('A', 'B'), step('B', '')], ['A', 'B'], ['A', 'B']],
  ['a circle', ['A'], [step('A', 'B'), step('B', 'A')], ['A', 'B'], ['A']],
])('%s', (_, listed, steps, ended, orphaned) => {
  expect([...endedUnits(steps)]).toEqual(ended);
  expect(withoutHeir(listed, steps)).toEqual(orphaned);
});

const 撤并 = (单位编码: string, 去向编码: string, 生效日: string) => ({ 单位编码, 去向编码, 生效日 });

const tables: Tables = {
  ...smallCity,
  单位: [...(smallCity['单位'] ?? []), 单位('XN', '市乡村振兴局')],
  人员: [...(smallCity['人员'] ?? []), 人员('高远', 'XN', 'ou_gao', '联络员')],
  填报名单: ['NY', 'JY', 'XN'].map((code) => 填报(code, '发文')),
  历史数据: 历史('XN', '发文', '2026-05', [4]),
};

async function city(at: string, changes: ReturnType<typeof 撤并>[] = []): Promise<TestRuntime> {
  const runtime = testRuntime(at);
  const all = changes.length > 0 ? { ...tables, 单位撤并: changes } : tables;
  expect((await importTables(runtime, all)).refused).toEqual([]);
  return runtime;
}

const targets = async (runtime: TestRuntime, prefix: string) =>
  new Set((await queued(runtime, prefix)).map((row) => row.target));

it.each([
  ['a day of the month', '2026-06-15', false, false, 2],
  ['its first day', '2026-06-01', false, false, 2],
  ['its last day', '2026-06-30', false, false, 2],
  // June was whole: asked on its last day, nudged no more once the unit is gone.
  ['the day after', '2026-07-01', true, false, 3],
  ['later', '2026-08-01', true, true, 3],
])('a unit that ends on %s', async (_, from, asked, nudged, due) => {
  const runtime = await city('2026-06-30T09:10', [撤并('XN', 'NY', from)]);
  await runJob(runtime, 'counts.open', '2026-06');
  expect((await targets(runtime, 'counts.card@')).has('ou_gao')).toBe(asked);
  expect(await targets(runtime, 'counts.card@')).toContain('ou_lin');
  runtime.clock.set('2026-07-02T09:10');
  await runJob(runtime, 'counts.hand-over', '2026-07-02');
  expect((await targets(runtime, 'counts.card@')).has('ou_gao')).toBe(asked);
  runtime.clock.set('2026-07-02T09:20');
  await runJob(runtime, 'counts.remind', '2026-07-02');
  expect((await targets(runtime, 'counts.nudge@')).has('ou_gao')).toBe(nudged);
  expect(await targets(runtime, 'counts.nudge@')).toContain('ou_lin');
  const found = await readCompleteness(runtime.store.db, '', ['2026-05', '2026-06']);
  expect([found.get('2026-05')?.due, found.get('2026-06')?.due]).toEqual([3, due]);
});

it('entered too late: the open part is called off once, what was counted stays, the round closes without it', async () => {
  const runtime = await city('2026-06-30T09:10');
  await runJob(runtime, 'counts.open', '2026-06');
  await deliver(runtime);
  await importTables(runtime, { 单位撤并: [撤并('XN', 'NY', '2026-06-10')] });
  runtime.clock.set('2026-07-01T09:15');
  await runJob(runtime, 'counts.ended', '2026-07-01');
  runtime.clock.set('2026-07-02T09:15');
  await runJob(runtime, 'counts.ended', '2026-07-02');
  const told = await queued(runtime, 'counts.patch@');
  expect(told.map((row) => cardText(row.card))).toEqual([
    expect.stringContaining('本单位已撤并，6月的数由接续的单位报'),
  ]);
  runtime.clock.set('2026-07-03T18:05');
  await runJob(runtime, 'counts.close', '2026-06');
  expect((await findStates(runtime.store.db, '2026-06')).map((row) => row.unit).sort()).toEqual(['JY', 'NY']);
  expect(await findFigures(runtime.store.db, '2026-05', '2026-05', ['XN'])).toMatchObject([{ amount: 4 }]);
});

it.each([
  ['on the list', 'NY', false],
  ['not on the list', 'SB', true],
  ['nobody', '', true],
])('the offices see whether the successor is there: %s', async (_, successor, told) => {
  const runtime = await city('2026-06-30T09:10', [撤并('XN', successor, '2026-06-10')]);
  await runJob(runtime, 'counts.open', '2026-06');
  const actor = await findActor(runtime.store.db, 'ou_zhou');
  const list = await perform(
    runtime.store,
    () => testCtx(runtime, actor),
    (ctx) => showList(ctx, { eventId: 'l' }),
  );
  const progress = await perform(
    runtime.store,
    () => testCtx(runtime, actor),
    (ctx) => showProgress(ctx, { eventId: 'p', group: false }),
  );
  for (const card of [list, progress])
    expect(cardText(card).includes('撤并后没有接续单位（1 个）\n市乡村振兴局')).toBe(told);
  expect(cardText(list)).toContain('只报数 2 个单位');
});
