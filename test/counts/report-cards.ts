import type { Card } from '../../src/chat/card.ts';
import { countiesCard, reportCard, unitCard } from '../../src/counts/cards-report.ts';
import { readReport } from '../../src/counts/read-report.ts';
import { readUnitReport } from '../../src/counts/read-unit-report.ts';
import { reviewCard, rewordCard } from '../../src/counts/reviews/cards.ts';
import { readReview } from '../../src/counts/reviews/read-review.ts';
import { findUnits } from '../../src/people/repo.ts';
import { type TestRuntime, testCtx, testRuntime } from '../support/ctx.ts';
import { importTables, smallCity, 历史, 填报, 计划 } from './city.ts';

/** A city whose offices and departments have figures of two years, one of them with an adjusted plan. */
export async function reportingCity(shanghai = '2026-07-07T10:00'): Promise<TestRuntime> {
  const runtime = testRuntime(shanghai);
  const result = await importTables(runtime, {
    ...smallCity,
    填报名单: [...(smallCity.填报名单 ?? []), 填报('SB', '发文'), 填报('SB', '会议')],
    年度计划: [
      计划(2026, 'SB', '发文', 210),
      计划(2026, 'NY', '发文', 120),
      计划(2026, 'JY', '发文', 60),
      计划(2026, 'SB', '会议', 60),
      计划(2026, 'NY', '会议', 40),
      计划(2026, 'JY', '会议', 24),
      计划(2026, 'NY', '督查检查考核', 6),
    ],
    历史数据: [
      ...历史('SB', '发文', '2025-01', [18, 12, 17, 19, 16, 18, 15, 16, 20, 17, 18, 22]),
      ...历史('SB', '发文', '2026-01', [17, 11, 18, 18, 15, 19]),
      ...历史('NY', '发文', '2025-01', [9, 6, 10, 11, 8, 12, 8, 9, 11, 8, 9, 13, 9, 7, 11, 12, 9, 14]),
      ...历史('JY', '发文', '2025-01', [4, 3, 5, 4, 5, 6, 2, 3, 8, 4, 5, 6, 4, 3, 4, 4, 5, 5]),
      ...历史('SB', '会议', '2025-01', [5, 3, 6, 5, 5, 7, 4, 5, 6, 4, 5, 8, 4, 3, 5, 5, 4, 6]),
      ...历史('NY', '会议', '2025-01', [3, 2, 4, 3, 3, 4, 2, 3, 4, 2, 3, 5, 3, 2, 3, 3, 2, 3]),
      ...历史('JY', '会议', '2025-01', [2, 1, 2, 2, 2, 3, 1, 2, 3, 1, 2, 3, 2, 1, 2, 2, 1, 2]),
      ...历史('NY', '督查检查考核', '2025-01', [1, 0, 1, 0, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0, 0, 1]),
      ...历史('JY', '督查检查考核', '2025-01', [0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1]),
    ],
    口径: [{ 版本: '2025', 生效月份: '2025-01', 说明: '市级口径' }],
  });
  if (!result.ok) throw new Error(JSON.stringify(result.refused));
  await importTables(runtime, { 年度计划: [计划(2026, 'SB', '发文', 200)] });
  return runtime;
}

/** Cards as the product makes them, by name. */
export async function reportCards(): Promise<Record<string, Card>> {
  const ctx = testCtx(await reportingCity());
  const asOf = '2026-06';
  const [unit] = await findUnits(ctx.db, ['NY']);
  if (!unit) throw new Error('no unit');
  return {
    'report-level': reportCard(
      await readReport(ctx, { period: asOf, county: '', from: asOf, asOf, detail: 'sums' }),
    ),
    'report-month': reviewCard(await readReview(ctx, asOf, '')),
    'review-half': reviewCard(await readReview(ctx, '2026-H1', ''), ['2026-Q2']),
    'review-reword': rewordCard(await readReview(ctx, '2026-H1', '')),
    'report-counties': countiesCard(asOf, [
      { county: '青禾县', indicator: 'document', month: 21, total: 118 },
      { county: '青禾县', indicator: 'meeting', month: 9, total: 44 },
      { county: '望泉县', indicator: 'document', month: 17, total: 96 },
      { county: '望泉县', indicator: 'inspection', month: 1, total: 4 },
    ]),
    'report-unit': unitCard(await readUnitReport(ctx, unit, asOf)),
  };
}
