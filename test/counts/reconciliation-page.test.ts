import { expect, it } from 'vitest';
import { levelJson, levelLines } from '../../src/counts/reconciliation/level-json.ts';
import { statementPage } from '../../src/counts/reconciliation/statement-page.ts';
import { showLevel } from '../../src/counts/reconciliation/verbs/show-level.ts';
import { testCtx } from '../support/ctx.ts';
import { importTables } from './city.ts';
import { deliver, queued, runJob, tap } from './desk.ts';
import { say } from './item-desk.ts';
import { answers, form, unevenRuntime } from './reconciliation-desk.ts';

it('the statement is a page to print and sign: differences, explanations, corrections, one unit to a sheet', async () => {
  const runtime = await unevenRuntime();
  await importTables(runtime, {
    受文登记: [{ 受文单位编码: 'WK', 发文单位编码: 'NY', 标题: '<b>提示</b>', 日期: '2025-12-03' }],
  });
  const level = async () => (await showLevel(testCtx(runtime), { year: '2025', level: '市' })).result;
  expect(levelLines(await level())).toEqual([
    '市农业农村局：还没有说明，差异 9 处，没说明 9 处',
    '市教育局：已对平，差异 1 处',
  ]);
  await runJob(runtime, 'counts.reconcile-draft', '2025-12');
  await tap(runtime, 'ou_zhou', await say(runtime, 'ou_zhou', '年对账'), '发给有差异的单位');
  runtime.clock.set('2026-01-12T09:40');
  await runJob(runtime, 'counts.reconcile-ask', '2026-01-12');
  await deliver(runtime);
  const [card] = await queued(runtime, 'counts.reconcile-card@2025:NY:ou_lin');
  await tap(runtime, 'ou_lin', card?.card as never, '提交', form(answers));
  const page = statementPage(await level());
  expect(page).toContain('<h1>市级2025年对账单</h1>');
  expect(page).toContain('<h2>市农业农村局（还没有说明）</h2>');
  expect(page).toContain('<td>断号</td><td>市农〔2025〕3号，登记里没有</td><td>作废</td>');
  expect(page).toContain('《&lt;b&gt;提示&lt;/b&gt;》');
  expect(page).toContain(
    '<td>有计划没发</td><td>发文计划 10 件，用了 8 件，剩 2 件不结转</td><td>按规则核销</td>',
  );
  expect(page).toContain('林晓 1月12日（周一）09:40说明');
  expect(page).toContain('办公室主任：');
  expect(page).toContain('仅供统筹调度，不作考核依据');
  expect(page).not.toMatch(/<script|https?:/);
  expect(levelJson(await level())).toMatchObject({
    state: 'released',
    units: [
      { code: 'NY', turn: 'open' },
      { code: 'JY', turn: 'settled', unlisted: ['document'] },
    ],
  });
});
