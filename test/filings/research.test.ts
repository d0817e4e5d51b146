import { beforeEach, expect, it } from 'vitest';
import { researchVisit } from '../../db/schema/index.ts';
import { cardText } from '../../src/chat/card-text.ts';
import type { TestRuntime } from '../support/ctx.ts';
import { act, audited, openDesk, PEOPLE, queued, say, sayText, tap, type Who } from './desk.ts';

let runtime: TestRuntime;
beforeEach(async () => {
  runtime = await openDesk();
});

const visit = {
  number: 'Y1',
  topic: '乡村特色产业发展',
  targets: ['T1', 'T2'],
  startDay: '2026-07-01',
  endDay: '2026-07-02',
};
const register = async (who: Who, more = {}) =>
  tap(runtime, who, await say(runtime, who, '登记调研'), '登记', { ...visit, ...more });

it('the organiser enters it once; the offices are told where it meets another, nobody else is', async () => {
  const twice = await Promise.all([register('liaison'), register('colleague')]);
  expect(twice.map(({ says }) => says).toSorted()).toEqual(['已登记。', '这一项已经登记过了。']);
  expect(await queued(runtime)).toEqual([]);
  const second = await register('otherUnit', {
    number: 'Y2',
    topic: '特色产业和乡村旅游',
    startDay: '2026-07-05',
    endDay: '2026-07-05',
  });
  expect(second.card && cardText(second.card)).not.toContain('10 天');
  const third = await register('coordinator', {
    number: 'Y3',
    topic: '养老服务',
    startDay: '2026-07-08',
    endDay: '2026-07-08',
  });
  expect(third.card && cardText(third.card)).toContain('有 2 个乡镇（街道）前后 10 天内还有别的检查或调研');
  expect((await queued(runtime)).map(({ target, kind }) => `${target} ${kind}`)).toEqual([
    'coordinator notice',
    'secondCoordinator notice',
    'secondCoordinator notice',
  ]);
  expect(await sayText(runtime, 'coordinator', '撞期')).toMatch(/可以合并的调研[\s\S]*都去云栈镇、砚溪镇/);
  expect(await sayText(runtime, 'township', '县教育局7月1号来调研备案没')).toMatch(/调研计划编号 Y1/);
  expect(await audited(runtime)).toHaveLength(3);
});

it('says all that is wrong at once; another under the same number is not overwritten', async () => {
  const { says } = await register('liaison', { topic: '', targets: [], endDay: '2026-06-01' });
  expect(says).toMatch(/主题没有填；没有选去哪些乡镇（街道）；结束日早于开始日/);
  await register('liaison');
  expect((await register('otherUnit')).says).toMatch(/编号 Y1 已经用过/);
});

it('四不两直: nobody but the organiser finds, opens or is told of it', async () => {
  await register('otherUnit', { number: 'Y0' });
  expect((await register('liaison', { 'marks.unannounced': true })).says).toBe(
    '已登记。四不两直只有本单位看得到。',
  );
  expect(await queued(runtime)).toEqual([]);
  expect(await sayText(runtime, 'colleague', '调研台账')).toContain('（四不两直）');
  for (const who of Object.keys(PEOPLE) as Who[]) {
    if (who === 'liaison' || who === 'colleague') continue;
    const answer = await act(runtime, who, 'filings.research-pick', {}, { number: 'Y1' });
    expect(answer.says, who).toMatch(/^not_found/);
    expect(await sayText(runtime, who, '县教育局7月1号来调研备案没'), who).not.toContain('Y1');
    const taken = await act(
      runtime,
      who,
      'filings.research-withdraw',
      { number: 'Y1', revision: 1 },
      { reason: '不去' },
    );
    expect(taken.says, who).toMatch(/^not_found/);
  }
  expect(await sayText(runtime, 'coordinator', '撞期')).toContain('没有撞期');
  expect(await sayText(runtime, 'township', '下个月来几拨')).toContain('调研 1 次');
});

it('withdrawn with a reason: not counted any more, kept; townships enter nothing', async () => {
  const { card } = await register('liaison');
  const asked = await tap(runtime, 'liaison', card, '撤回');
  expect((await tap(runtime, 'liaison', asked.card, '撤回调研')).says).toMatch(/原因没有填/);
  for (const _ of [1, 2])
    expect((await tap(runtime, 'liaison', asked.card, '撤回调研', { reason: '合并到 9 月' })).says).toBe(
      '已撤回，记录保留。',
    );
  expect(await runtime.store.db.select().from(researchVisit)).toMatchObject([
    { state: 'withdrawn', reason: '合并到 9 月', revision: 2 },
  ]);
  expect(await sayText(runtime, 'township', '下个月来几拨')).toContain('没有查到');
  for (const who of ['township', 'townshipLiaison', 'village', 'otherUnit', 'admin'] as const) {
    const value = { unit: 'B1' };
    expect((await act(runtime, who, 'filings.research-register', value, visit)).says, who).toMatch(
      /^forbidden/,
    );
  }
});
