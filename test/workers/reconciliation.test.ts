import { expect, it } from 'vitest';
import type { Card } from '../../src/chat/card.ts';
import { deliver, queued, runJob, tap } from '../counts/desk.ts';
import { say } from '../counts/item-desk.ts';
import { answers, form, monthsOf, unevenRuntime } from '../counts/reconciliation-desk.ts';
import { testStore } from './d1.ts';

it('a year closes on D1: draft, release, two people at once, level, closed', async () => {
  const runtime = await unevenRuntime('2026-01-09T09:35', undefined, await testStore());
  await runJob(runtime, 'counts.reconcile-draft', '2025-12');
  await tap(runtime, 'ou_zhou', await say(runtime, 'ou_zhou', '年对账'), '发给有差异的单位');
  runtime.clock.set('2026-01-12T09:40');
  await runJob(runtime, 'counts.reconcile-ask', '2026-01-12');
  await deliver(runtime);
  const [sent] = await queued(runtime, 'counts.reconcile-card@2025:NY:ou_lin');
  const card = sent?.card as Card;
  const { gap, ...others } = answers;
  const clicks = [
    tap(runtime, 'ou_lin', card, '提交', form({ gap: gap ?? '' })),
    tap(runtime, 'ou_qiu', card, '提交', form(others)),
  ];
  expect((await Promise.all(clicks)).map((answer) => answer.toast?.tone)).toEqual(['success', 'success']);
  expect(await monthsOf(runtime)).toEqual(['2:1', '5:1', '8:1', '10:2/1', '11:1']);
  const closed = await tap(runtime, 'ou_zhou', await say(runtime, 'ou_zhou', '年对账'), '对账结束');
  expect(closed.toast?.text).toBe('对账已结束。');
});
