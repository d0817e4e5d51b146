import { beforeEach, describe, expect, it } from 'vitest';
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
    for (const action of ['edit', 'save', 'withdraw']) {
      const value = { number: 'Y1', revision: 1 };
      const taken = await act(runtime, who, `filings.research-${action}`, value, {
        ...visit,
        reason: '不去',
      });
      expect(taken.says, who).toMatch(/^not_found/);
    }
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

describe('修改', () => {
  const edit = async (
    who: Who,
    typed: Record<string, unknown>,
    card?: Awaited<ReturnType<typeof register>>['card'],
  ) => {
    const open = card ?? (await act(runtime, who, 'filings.research-pick', {}, { number: 'Y1' })).card;
    const form = await tap(runtime, who, open, '修改');
    return tap(runtime, who, form.card, '保存', typed);
  };
  const row = async () => (await runtime.store.db.select().from(researchVisit))[0];

  it('one card filled in: only what changed is touched; number and state stay, the audit names the field', async () => {
    await register('liaison');
    expect((await edit('colleague', { startDay: '2026-07-02', reason: '改期' })).says).toBe('已修改。');
    expect(await row()).toMatchObject({
      ...visit,
      startDay: '2026-07-02',
      unannounced: false,
      state: 'planned',
      revision: 2,
      reason: '改期',
    });
    expect(await audited(runtime)).toEqual([
      'filings.research-register person:liaison',
      'filings.research-change person:colleague',
    ]);
    expect((await edit('liaison', { reason: '再看' })).says).toBe('和原来一样，没有改动。');
  });

  it('the offices are told where it meets others now, and no more of where it met them before', async () => {
    await register('otherUnit', { number: 'Y0' });
    await register('liaison');
    expect((await queued(runtime)).map(({ target }) => target)).toEqual(['coordinator', 'secondCoordinator']);
    await edit('liaison', { startDay: '2026-09-01', endDay: '2026-09-01', reason: '错开' });
    expect(await queued(runtime)).toEqual([]);
    await edit('liaison', { startDay: '2026-07-05', endDay: '2026-07-05', reason: '改回' });
    expect((await queued(runtime)).map(({ target }) => target)).toEqual(['coordinator', 'secondCoordinator']);
    await edit('liaison', { 'marks.unannounced': true, reason: '改为四不两直' });
    expect(await queued(runtime)).toEqual([]);
  });

  it('says all that is wrong at once and changes nothing', async () => {
    await register('liaison');
    const { says } = await edit('liaison', { topic: '', targets: ['S1'], endDay: '2026-06-01' });
    expect(says).toMatch(/^invalid: 主题没有填；.*；结束日早于开始日；原因没有填/);
    expect(await row()).toMatchObject({ ...visit, revision: 1 });
  });

  it('of two at once the second sees what the first did', async () => {
    const { card } = await register('liaison');
    const first = await tap(runtime, 'liaison', card, '修改');
    const second = await tap(runtime, 'colleague', card, '修改');
    const answers = [
      await tap(runtime, 'liaison', first.card, '保存', { topic: '特色产业', reason: '改题' }),
      await tap(runtime, 'colleague', second.card, '保存', { endDay: '2026-07-04', reason: '多一天' }),
      await tap(runtime, 'liaison', first.card, '保存', { topic: '特色产业', reason: '改题' }),
    ];
    expect(answers.map(({ says }) => says)).toEqual([
      '已修改。',
      '这一项刚被别人改过，现在显示的就是。请再看一眼。',
      '已修改。',
    ]);
    expect(await row()).toMatchObject({ topic: '特色产业', endDay: visit.endDay, revision: 2 });
  });

  it('what was withdrawn is not changed any more', async () => {
    const { card } = await register('liaison');
    const form = await tap(runtime, 'liaison', card, '修改');
    const asked = await tap(runtime, 'liaison', card, '撤回');
    await tap(runtime, 'liaison', asked.card, '撤回调研', { reason: '合并' });
    expect((await tap(runtime, 'liaison', form.card, '保存', { topic: '别的', reason: '改题' })).says).toBe(
      'closed: 这一项已经撤回，不能再改。',
    );
  });
});
