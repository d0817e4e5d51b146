import { beforeEach, describe, expect, it } from 'vitest';
import { filing, researchVisit } from '../../db/schema/index.ts';
import { cardText } from '../../src/chat/card-text.ts';
import { filings } from '../../src/filings/index.ts';
import { type TestRuntime, testCtx } from '../support/ctx.ts';
import {
  act,
  actorOf,
  audited,
  good,
  openDesk,
  plan,
  queued,
  register,
  say,
  sayText,
  stored,
  tap,
} from './desk.ts';

let runtime: TestRuntime;
beforeEach(async () => {
  runtime = await openDesk();
});

describe('登记备案', () => {
  it('stores it, says so, and the township finds it at once', async () => {
    const answer = await register(runtime, 'liaison', { basis: '年度计划', 'marks.records': true });
    expect(answer.says).toBe('已登记，乡镇现在就能查到。');
    expect(cardText(answer.card ?? { title: '', tone: 'info', blocks: [] })).toMatch(
      /校园安全检查\n备案号 望督备〔2026〕1号\n组织单位 望泉县教育局\n检查，2026年7月1日至2026年7月3日\n去 云栈镇、砚溪镇\n依据 年度计划\n状态 已备案\n一般不查台账/,
    );
    expect(await stored(runtime)).toMatchObject({
      organiser: 'B1',
      state: 'filed',
      revision: 1,
      author: 'person:liaison',
    });
    expect(await audited(runtime)).toEqual(['filings.register person:liaison']);
    expect(await sayText(runtime, 'township', '县教育局7月2号来检查备案没')).toMatch(
      /查到 1 项[\s\S]*备案号 望督备〔2026〕1号[\s\S]*2026年7月1日至2026年7月3日/,
    );
  });

  it('everything that is wrong is said at once, and nothing is stored', async () => {
    const { says } = await register(runtime, 'liaison', {
      number: '',
      name: '长'.repeat(81),
      kind: 'single',
      targets: [],
      startDay: '2026-07-05',
      endDay: '2026-07-01',
    });
    for (const part of [
      '备案号没有填',
      '名称太长',
      '没有选去哪些乡镇',
      '结束日早于开始日',
      '要有批准文号',
      '您填的内容还在',
    ])
      expect(says).toContain(part);
    expect(await runtime.store.db.select().from(filing)).toEqual([]);
  });

  it.each([
    ['a single assessment without approval number', { kind: 'single' }, /^invalid: 单项考核要有批准文号/],
    ['a day that is none', { startDay: '明年' }, /开始日“明年”不是日期/],
    ['a period of years', { endDay: '2028-07-03' }, /时段超过一年/],
    ['another county’s township', { targets: ['S1'] }, /不在名单上/],
    ['a secret', { name: '机密★专项检查' }, /涉密内容/],
    ['an identity number', { basis: '110101199003070011' }, /身份证号/],
    ['a mobile number', { name: '联系 13800138000 的检查' }, /手机号/],
  ])('refuses %s', async (_, typed, reason) => {
    expect((await register(runtime, 'liaison', typed)).says).toMatch(reason);
    expect(await stored(runtime)).toBeUndefined();
  });

  it('every township of the level with one choice', async () => {
    await register(runtime, 'liaison', { targets: ['all'] });
    expect((await stored(runtime))?.targets).toEqual(['T1', 'T2', 'T3']);
  });

  it('the second comprehensive assessment of a township in a year cannot be saved (BR-27)', async () => {
    await register(runtime, 'coordinator', { kind: 'comprehensive' });
    const again = { kind: 'comprehensive', number: '2', targets: ['T2', 'T3'] };
    expect((await register(runtime, 'otherUnit', again)).says).toMatch(
      /^invalid: 砚溪镇在 2026 年已有综合考核（备案号 望督备〔2026〕1号），一年只能一次/,
    );
    expect((await register(runtime, 'otherUnit', { ...again, targets: ['T3'] })).says).toMatch(/^已登记/);
    const next = { ...again, number: '3', startDay: '2027-01-05', endDay: '2027-01-06' };
    expect((await register(runtime, 'otherUnit', next)).says).toMatch(/^已登记/);
  });

  it('two second assessments at once: one is saved, the other is told', async () => {
    const answers = await Promise.all([
      register(runtime, 'liaison', { kind: 'comprehensive', number: '1' }),
      register(runtime, 'otherUnit', { kind: 'comprehensive', number: '2' }),
    ]);
    expect(answers.map(({ says }) => says.slice(0, 3)).toSorted()).toEqual(['inv', '已登记']);
    expect(await runtime.store.db.select().from(filing)).toHaveLength(1);
  });

  it('the same sent twice counts once; another under the same number is not overwritten', async () => {
    const answers = await Promise.all([register(runtime, 'liaison'), register(runtime, 'colleague')]);
    expect(answers.map(({ says }) => says).toSorted()).toEqual([
      '已登记，乡镇现在就能查到。',
      '这一项已经登记过了。',
    ]);
    expect((await register(runtime, 'liaison', { name: '另一项检查' })).says).toMatch(
      /备案号 望督备〔2026〕1号 已登记为“校园安全检查”/,
    );
    expect((await register(runtime, 'otherUnit', { name: '另一项检查' })).says).toMatch(/已由别的单位登记/);
    expect(await stored(runtime)).toMatchObject({ name: '校园安全检查', revision: 1 });
    expect(await audited(runtime)).toHaveLength(1);
  });
});

describe('beyond the plan', () => {
  it('waits for the offices of the level, and is not found before they have agreed', async () => {
    await plan(runtime, 'B1', 1);
    await register(runtime, 'liaison');
    const { says, card } = await register(runtime, 'liaison', {
      number: '2',
      name: '禁毒检查',
      startDay: '2026-08-01',
      endDay: '2026-08-02',
    });
    expect(says).toBe('已登记，待两办批准后生效。');
    expect(cardText(card ?? { title: '', tone: 'info', blocks: [] })).toContain(
      '2026 年计划 1 项，这是第 2 项',
    );
    expect((await queued(runtime)).map(({ target, kind }) => `${target} ${kind}`)).toEqual([
      'coordinator duty',
      'secondCoordinator duty',
    ]);
    expect(await sayText(runtime, 'township', '禁毒检查备案没')).toContain('没有查到备案');

    const [first] = await queued(runtime);
    const [one, other] = await Promise.all([
      tap(runtime, 'coordinator', first?.card ?? undefined, '批准'),
      tap(runtime, 'secondCoordinator', first?.card ?? undefined, '批准'),
    ]);
    expect([one.says, other.says].toSorted()).toEqual([
      '已批准，现在生效，已告诉登记单位。',
      '这一项已经是“已备案”，不用再办。',
    ]);
    expect(await stored(runtime, '2')).toMatchObject({ state: 'filed', revision: 2 });
    expect((await queued(runtime, 'filings.decided')).map(({ target }) => target).toSorted()).toEqual([
      'colleague',
      'liaison',
    ]);
    expect(await queued(runtime, 'filings.waiting')).toEqual([]);
    expect(await sayText(runtime, 'township', '禁毒检查备案没')).toContain('查到 1 项');
  });

  it('refused with a reason: the organiser reads it, the township finds nothing', async () => {
    await register(runtime, 'liaison', { 'marks.unplanned': true });
    const todo = async (who: string) =>
      (await filings.todo?.(testCtx(runtime, await actorOf(runtime, who))))?.map(({ text }) => text);
    expect(await todo('coordinator')).toEqual(['1 项超计划或计划外的备案待批']);
    for (const who of ['otherCoordinator', 'cityCoordinator', 'liaison', 'township'])
      expect(await todo(who), who).toEqual([]);
    const list = await say(runtime, 'coordinator', '备案台账');
    expect(cardText(list)).toMatch(/待批 1 项[\s\S]*校园安全检查（望泉县教育局，待批）/);
    const opened = await tap(runtime, 'coordinator', list, '打开', { number: good.number });
    const asked = await tap(runtime, 'coordinator', opened.card, '不批准');
    expect((await tap(runtime, 'coordinator', asked.card, '不批准')).says).toMatch(/原因没有填/);
    const refused = await tap(runtime, 'coordinator', asked.card, '不批准', { reason: '并入 9 月的检查' });
    expect(refused.says).toBe('已记为不批准，已告诉登记单位。');
    const told = (await queued(runtime, 'filings.decided')).map(({ card }) => (card ? cardText(card) : ''));
    expect(told[0]).toMatch(/备案未批准[\s\S]*原因 并入 9 月的检查/);
    expect(await sayText(runtime, 'township', '校园安全检查备案没')).toContain('没有查到备案');
    expect((await register(runtime, 'liaison')).says).toBe('已登记，乡镇现在就能查到。');
    expect(await stored(runtime)).toMatchObject({ state: 'filed', reason: '', revision: 3 });
  });

  it('without an entered plan nothing is beyond it; a plan of nought is exceeded by the first; a veto is no visit', async () => {
    await register(runtime, 'liaison');
    expect((await stored(runtime))?.state).toBe('filed');
    await plan(runtime, 'B2', 0);
    await register(runtime, 'otherUnit', { number: '2' });
    await register(runtime, 'otherUnit', { number: '3', kind: 'veto' });
    expect([(await stored(runtime, '2'))?.state, (await stored(runtime, '3'))?.state]).toEqual([
      'pending',
      'filed',
    ]);
  });

  it('two at once for the last place: one has it, the other waits', async () => {
    await plan(runtime, 'B1', 1);
    await Promise.all([
      register(runtime, 'liaison', { number: '1' }),
      register(runtime, 'colleague', { number: '2' }),
    ]);
    const states = [(await stored(runtime, '1'))?.state, (await stored(runtime, '2'))?.state];
    expect(new Set(states)).toEqual(new Set(['filed', 'pending']));
  });
});

describe('change and withdrawal', () => {
  const edit = async (who: string) => {
    const opened = await act(runtime, who, 'filings.open', { number: good.number });
    return tap(runtime, who, opened.card, '修改');
  };

  it('needs a reason, runs the checks again, and is audited', async () => {
    await register(runtime, 'liaison');
    const form = await edit('colleague');
    expect((await tap(runtime, 'colleague', form.card, '保存', { endDay: '2026-06-01' })).says).toMatch(
      /结束日早于开始日；原因没有填/,
    );
    const saved = await tap(runtime, 'colleague', form.card, '保存', {
      endDay: '2026-07-04',
      reason: '暴雨顺延',
    });
    expect(saved.says).toBe('已保存。');
    expect(await stored(runtime)).toMatchObject({ endDay: '2026-07-04', reason: '暴雨顺延', revision: 2 });
    expect(await audited(runtime)).toEqual([
      'filings.register person:liaison',
      'filings.change person:colleague',
    ]);
    expect(
      (await tap(runtime, 'colleague', form.card, '保存', { endDay: '2026-07-04', reason: '暴雨顺延' })).says,
    ).toBe('已保存。');
    const other = await tap(runtime, 'liaison', form.card, '保存', { endDay: '2026-07-09', reason: '又改' });
    expect(other.says).toBe('这一项刚被别人改过，现在显示的就是。请再看一眼。');
    expect(await stored(runtime)).toMatchObject({ endDay: '2026-07-04', revision: 2 });
  });

  it('unchanged is not saved', async () => {
    await register(runtime, 'liaison');
    const form = await edit('liaison');
    expect((await tap(runtime, 'liaison', form.card, '保存', { reason: '看看' })).says).toBe('没有改动。');
    expect((await stored(runtime))?.revision).toBe(1);
  });

  it('withdrawn with a reason: found by nobody, kept, its place free; a second click says the same', async () => {
    await register(runtime, 'liaison', { kind: 'comprehensive' });
    const opened = await act(runtime, 'liaison', 'filings.open', { number: good.number });
    const asked = await tap(runtime, 'liaison', opened.card, '撤回');
    const answers = await Promise.all([
      tap(runtime, 'liaison', asked.card, '撤回备案', { reason: '不开展了' }),
      tap(runtime, 'liaison', asked.card, '撤回备案', { reason: '不开展了' }),
    ]);
    expect(answers.map(({ says }) => says)).toEqual(['已撤回，记录保留。', '已撤回，记录保留。']);
    expect(await stored(runtime)).toMatchObject({ state: 'withdrawn', reason: '不开展了', revision: 2 });
    expect(await sayText(runtime, 'township', '校园安全检查备案没')).toContain('没有查到备案');
    expect((await register(runtime, 'otherUnit', { kind: 'comprehensive', number: '2' })).says).toMatch(
      /^已登记/,
    );
  });

  it('what was agreed to beyond the plan is agreed to anew after a change', async () => {
    await register(runtime, 'liaison', { 'marks.unplanned': true });
    await act(runtime, 'coordinator', 'filings.approve', { number: good.number, revision: 1 });
    const form = await edit('liaison');
    const saved = await tap(runtime, 'liaison', form.card, '保存', { targets: ['all'], reason: '扩大' });
    expect(saved.says).toBe('已保存，改动后要两办再批一次。');
    expect(await sayText(runtime, 'township', '校园安全检查备案没')).toContain('没有查到备案');
    const stale = await act(runtime, 'coordinator', 'filings.approve', { number: good.number, revision: 1 });
    expect(stale.says).toMatch(/刚被别人改过/);
  });
});

describe('暗访', () => {
  beforeEach(async () => {
    await register(runtime, 'liaison', { kind: 'unannounced', name: '食堂暗访', 'marks.unplanned': true });
  });

  it('is decided by the offices without days and places', async () => {
    const [waiting] = await queued(runtime);
    const text = waiting?.card ? cardText(waiting.card) : '';
    expect(text).toMatch(/食堂暗访[\s\S]*暗访的时间和地点只有组织单位能看到/);
    expect(text).not.toMatch(/云栈镇|7月1日/);
    const approved = await tap(runtime, 'coordinator', waiting?.card ?? undefined, '批准');
    expect(approved.card && cardText(approved.card)).not.toMatch(/云栈镇|7月1日/);
    expect(await sayText(runtime, 'coordinator', '备案台账')).not.toContain('食堂暗访');
  });

  it('is found by nobody but the organiser, and reads like what was never filed', async () => {
    await act(runtime, 'coordinator', 'filings.approve', { number: good.number, revision: 1 });
    const never = await sayText(runtime, 'township', '县教育局7月2号来检查消防备案没');
    for (const who of [
      'township',
      'village',
      'staff',
      'otherUnit',
      'coordinator',
      'cityCoordinator',
      'admin',
    ] as const) {
      const text = await sayText(runtime, who, '县教育局7月2号来检查食堂备案没');
      expect(text, who).not.toMatch(/暗访|望督备/);
      if (who === 'township') expect(text).toBe(never);
      expect((await act(runtime, who, 'filings.open', { number: good.number })).says, who).toMatch(
        /^not_found/,
      );
    }
    expect(await sayText(runtime, 'liaison', '查备案 食堂')).toContain('望督备〔2026〕1号');
    await runtime.store.db.insert(researchVisit).values({
      number: 'D1',
      topic: '学校调研',
      organiser: 'B2',
      targets: ['T1'],
      startDay: '2026-07-02',
      endDay: '2026-07-02',
    });
    expect(await sayText(runtime, 'coordinator', '撞期 7月')).toContain('没有撞期');
    expect(await sayText(runtime, 'township', '7月来了几拨')).toContain('督查检查考核 0 次，调研 1 次');
  });
});
