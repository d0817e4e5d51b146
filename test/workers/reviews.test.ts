import { expect, it } from 'vitest';
import type { Card } from '../../src/chat/card.ts';
import { findReview } from '../../src/counts/reviews/repo.ts';
import { importTables, smallCity, 历史, 计划 } from '../counts/city.ts';
import { cardOf, queued, runJob, tap } from '../counts/desk.ts';
import { testRuntime } from '../support/ctx.ts';
import { testStore } from './d1.ts';

it('a review is drafted, worded and released on D1', async () => {
  const runtime = testRuntime('2026-07-10T09:40', { store: await testStore() });
  const { refused } = await importTables(runtime, {
    ...smallCity,
    年度计划: [计划(2026, 'NY', '发文', 100)],
    历史数据: 历史('NY', '发文', '2025-01', [8, 9, 7, 8, 8, 9, 10, 8, 9, 8, 7, 9, 8, 10, 9, 11, 8, 9], {
      计划外: 1,
    }),
  });
  expect(refused).toEqual([]);
  await runJob(runtime, 'counts.review', '2026-06');
  const [row] = await queued(runtime, 'counts.review@2026-H1');
  const form = cardOf(await tap(runtime, 'ou_zhou', row?.card as Card, '改文字'));
  const answer = await tap(runtime, 'ou_zhou', form, '定稿', { text: '上半年发文 55 件，占年计划的 55%。' });
  expect(answer.toast?.tone).toBe('success');
  expect(await findReview(runtime.store.db, '2026-H1', '')).toMatchObject({ revision: 2, state: 'released' });
});
