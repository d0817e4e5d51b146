import { expect, it } from 'vitest';
import type { Card } from '../../src/chat/card.ts';
import { showReport } from '../../src/counts/verbs/show-report.ts';
import { rehearseRules } from '../../src/warnings/rehearsal/verbs/rehearse-rules.ts';
import { explainWarning } from '../../src/warnings/verbs/explain-warning.ts';
import { importTables, smallCity, 历史, 计划 } from '../counts/city.ts';
import { queued, runJob, tap } from '../counts/desk.ts';
import { testCtx, testRuntime } from '../support/ctx.ts';
import { tap as decide } from '../warnings/desk.ts';
import { testStore } from './d1.ts';

it('a month holds on D1: open, confirm twice at once, close, count, warn', async () => {
  const runtime = testRuntime('2026-06-30T09:10', { store: await testStore() });
  const all = ['发文', '会议', '督查检查考核'];
  const { refused } = await importTables(runtime, {
    ...smallCity,
    年度计划: ['NY', 'JY'].map((code) => 计划(2026, code, '发文', 100)),
    历史数据: [
      ...历史('NY', '发文', '2025-01', [9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 8, 8, 8, 8, 8, 22]),
      ...历史('JY', '发文', '2025-01', [9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 8, 8, 8, 8, 8, 8]),
      ...['NY', 'JY'].flatMap((code) => all.slice(1).flatMap((name) => 历史(code, name, '2026-06', [1]))),
    ],
  });
  expect(refused).toEqual([]);
  await runJob(runtime, 'counts.open', '2026-06');
  const [row] = await queued(runtime, 'counts.card@2026-06:NY:ou_lin');
  const clicks = ['ou_lin', 'ou_qiu'].map((who) => tap(runtime, who, row?.card as Card, '确认无误'));
  expect((await Promise.all(clicks)).map((answer) => answer.toast?.tone)).toEqual(['success', 'success']);
  runtime.clock.set('2026-07-03T18:05');
  await runJob(runtime, 'counts.close', '2026-06');
  runtime.clock.set('2026-07-07T09:40');
  await runJob(runtime, 'counts.report', '2026-06');
  await runJob(runtime, 'warnings.monthly', '2026-06');
  const { result } = await showReport(testCtx(runtime), { kind: 'month', period: '2026-06' });
  expect(result).toMatchObject({ complete: true, due: 2, missing: [] });
  expect(result.indicators[0]?.statistics).toMatchObject({ month: 30, total: 110, lastYear: { value: 108 } });
  const explained = await explainWarning(testCtx(runtime), {
    scope: 'NY',
    indicator: '发文',
    month: '2026-06',
  });
  expect(explained.result).toMatchObject({ level: 2, decision: 'send', reason: 'first' });
  const [warning, ...others] = await queued(runtime, 'warnings@');
  expect([warning?.target, ...others]).toEqual(['ou_zhou']);
  const draft = await decide(runtime, 'ou_zhou', warning?.card as Card, '看提示函草稿');
  expect((await decide(runtime, 'ou_zhou', draft.card as Card, '签发')).toast?.tone).toBe('success');
  expect((await queued(runtime, 'warnings.notice@')).map((one) => one.target).sort()).toEqual([
    'ou_lin',
    'ou_qiu',
  ]);
  const rehearsed = await rehearseRules(testCtx(runtime), { county: '', year: 2026 });
  expect(rehearsed.result.leads.map(({ scope }) => scope)).toContain('NY');
});
