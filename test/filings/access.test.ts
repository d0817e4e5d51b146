import { beforeEach, describe, expect, it } from 'vitest';
import { filing, researchVisit, unit, unitSuccessor } from '../../db/schema/index.ts';
import { lookUp } from '../../src/filings/verbs/look-up.ts';
import { type TestRuntime, testCtx } from '../support/ctx.ts';
import {
  act,
  actorOf,
  good,
  openDesk,
  PEOPLE,
  plan,
  register,
  say,
  sayText,
  stored,
  tap,
  type Who,
} from './desk.ts';

let runtime: TestRuntime;
beforeEach(async () => {
  runtime = await openDesk();
});

const ALL = Object.keys(PEOPLE) as Who[];

/** Who may do what with a filing of 望泉县教育局: own unit, other unit, other county, city. Everybody not named may not. */
const MAY: Record<string, Who[]> = {
  register: ['liaison', 'colleague', 'coordinator', 'secondCoordinator'],
  change: ['liaison', 'colleague', 'coordinator', 'secondCoordinator'],
  withdraw: ['liaison', 'colleague', 'coordinator', 'secondCoordinator'],
  approve: ['coordinator', 'secondCoordinator'],
  refuse: ['coordinator', 'secondCoordinator'],
};

describe('role × verb: own, other unit, other county (BR-34, BR-40)', () => {
  it.each(ALL)('%s', async (who) => {
    for (const [verb, allowed] of Object.entries(MAY)) {
      await runtime.store.db.delete(filing);
      if (verb !== 'register') await register(runtime, 'liaison', { 'marks.unplanned': true });
      const before = await stored(runtime);
      const form = { ...good, reason: '说明', name: verb === 'change' ? '校园消防检查' : good.name };
      const value = { number: good.number, revision: 1, unit: 'B1' };
      const name = verb === 'change' ? 'save' : verb;
      const { says } = await act(runtime, who, `filings.${name}`, value, form);
      const done = !/^[a-z_]+: /.test(says);
      expect(done, `${who} ${verb}: ${says}`).toBe(allowed.includes(who));
      if (!done) expect(await stored(runtime), `${who} ${verb}`).toEqual(before);
    }
  });

  it.each(ALL)('%s: a research visit of 望泉县教育局', async (who) => {
    const mine: Who[] = ['liaison', 'colleague'];
    const form = { topic: '养老服务', targets: ['T1'], startDay: '2026-07-01', endDay: '2026-07-02' };
    const value = { number: 'Y1', revision: 1, unit: 'B1' };
    const rows = () => runtime.store.db.select().from(researchVisit);
    for (const verb of ['register', 'edit', 'save', 'withdraw']) {
      await runtime.store.db.delete(researchVisit);
      if (verb !== 'register')
        await act(runtime, 'liaison', 'filings.research-register', value, { ...form, number: 'Y1' });
      const before = await rows();
      const typed = {
        ...form,
        number: 'Y1',
        reason: '说明',
        topic: verb === 'save' ? '托育服务' : form.topic,
      };
      const { says } = await act(runtime, who, `filings.research-${verb}`, value, typed);
      const done = !/^[a-z_]+: /.test(says);
      expect(done, `${who} ${verb}: ${says}`).toBe(mine.includes(who));
      if (!done) expect(await rows(), `${who} ${verb}`).toEqual(before);
    }
  });

  it('who finds what has taken effect: the inspected, the organiser, the offices of their level', async () => {
    await register(runtime, 'liaison', { targets: ['T1'] });
    const finds: Who[] = [];
    for (const who of ALL)
      if ((await sayText(runtime, who, '查备案 校园安全')).includes(good.number)) finds.push(who);
    expect(finds).toEqual([
      'liaison',
      'colleague',
      'staff',
      'coordinator',
      'secondCoordinator',
      'cityCoordinator',
      'township',
      'townshipLiaison',
      'village',
    ]);
  });

  it('clashes are shown to the offices concerned, frequency to them and to a township about itself', async () => {
    await register(runtime, 'liaison', { targets: ['T1'] });
    await register(runtime, 'otherUnit', {
      number: '2',
      name: '防火检查',
      targets: ['T1'],
      startDay: '2026-07-10',
      endDay: '2026-07-11',
    });
    expect(await sayText(runtime, 'coordinator', '撞期')).toMatch(
      /云栈镇\n- 7月1日至7月3日 校园安全检查[\s\S]*防火检查/,
    );
    for (const who of ['otherCoordinator', 'cityCoordinator'] as const)
      expect(await sayText(runtime, who, '撞期'), who).toContain('没有撞期');
    await expect(say(runtime, 'township', '撞期')).rejects.toMatchObject({ code: 'forbidden' });
    expect(await sayText(runtime, 'township', '下个月来几拨')).toMatch(
      /到云栈镇的有：\n督查检查考核 2 次，调研 0 次/,
    );
    expect(await sayText(runtime, 'otherTownship', '下个月来几拨')).toMatch(/没有查到到槐渡镇/);
    expect(await sayText(runtime, 'coordinator', '来访次数 7月')).toMatch(
      /云栈镇\t2\t0\n砚溪镇\t0\t0\n槐渡镇\t0\t0/,
    );
  });

  it('in a group nothing is looked up', async () => {
    const { filings } = await import('../../src/filings/index.ts');
    const ctx = testCtx(runtime, await actorOf(runtime, 'township'));
    const { result } = (await filings.claim?.answer(ctx, {
      text: '县教育局明天来检查备案没',
      chat: { id: 'oc_group', kind: 'group' },
    })) ?? { result: undefined };
    expect(result?.title).toBe('请到单聊里查');
  });
});

describe('the examples of domain 5', () => {
  beforeEach(async () => {
    await register(runtime, 'otherUnit', {
      number: '望督备〔2026〕7号',
      name: '森林防火检查',
      startDay: '2026-06-22',
      endDay: '2026-06-24',
    });
  });
  it.each([
    [
      '县林业局明天来检查备案没',
      /查到 1 项[\s\S]*备案号 望督备〔2026〕7号[\s\S]*2026年6月22日至2026年6月24日/,
    ],
    ['森林防火检查备案没有', /备案号 望督备〔2026〕7号/],
    ['明天谁来检查', /森林防火检查/],
    ['望督备〔2026〕7号检查备案了没有', /森林防火检查/],
    [
      '县林业局下周来检查备案没',
      /没有查到备案，可请来检单位出示，并向两办核实：[\s\S]*时段不同的备案有：\n森林防火检查/,
    ],
    ['县教育局明天来检查备案没', /没有查到备案，可请来检单位出示，并向两办核实：/],
    ['防火一票否决报备了没', /没有查到报备，请向县区两办核实：/],
  ])('%s', async (said, expected) => {
    const text = await sayText(runtime, 'township', said);
    expect(text).toMatch(expected);
    expect(text).not.toContain('违规');
  });
});

describe('a unit that changes in mid-period: filings follow, nothing doubled, nothing lost', () => {
  const change = (from: string, ...to: string[]) =>
    runtime.store.db
      .insert(unitSuccessor)
      .values(to.map((successor) => ({ unit: from, successor, fromDay: '2026-06-01' })));

  it('renamed: it is found under the new name', async () => {
    await register(runtime, 'liaison');
    await runtime.store.db.update(unit).set({ name: '望泉县教育体育局' });
    expect(await sayText(runtime, 'township', '教体局7月1号来检查备案没')).toContain('查到 1 项');
  });

  it('townships merged: seen once by both, counted once, and assessed once a year', async () => {
    await register(runtime, 'coordinator', { kind: 'comprehensive', targets: ['T1', 'T2'] });
    await change('T2', 'T1');
    expect(await sayText(runtime, 'township', '查备案 校园安全')).toContain('查到 1 项');
    expect(await sayText(runtime, 'township', '7月来几拨')).toContain('督查检查考核 1 次');
    expect(await sayText(runtime, 'coordinator', '来访次数 7月')).toMatch(/云栈镇\t1\t0\n槐渡镇/);
    expect(
      (await register(runtime, 'liaison', { kind: 'comprehensive', number: '2', targets: ['T1'] })).says,
    ).toMatch(/云栈镇在 2026 年已有综合考核/);
  });

  it('a township split: both parts find it, and the year’s assessment was both parts’', async () => {
    await register(runtime, 'coordinator', { kind: 'comprehensive', targets: ['T3'] });
    await change('T3', 'T1', 'T2');
    expect(await sayText(runtime, 'township', '查备案 校园安全')).toContain('查到 1 项');
    expect(
      (await register(runtime, 'liaison', { kind: 'comprehensive', number: '2', targets: ['T2'] })).says,
    ).toMatch(/砚溪镇在 2026 年已有综合考核/);
  });

  it('an organiser merged: its successor keeps the filing, with both plans', async () => {
    await plan(runtime, 'B1', 1);
    await plan(runtime, 'B2', 1);
    await register(runtime, 'otherUnit');
    await change('B2', 'B1');
    const opened = await act(runtime, 'liaison', 'filings.open', { number: good.number });
    const form = await tap(runtime, 'liaison', opened.card, '修改');
    expect(
      (await tap(runtime, 'liaison', form.card, '保存', { endDay: '2026-07-05', reason: '顺延' })).says,
    ).toBe('已保存。');
    expect(await stored(runtime)).toMatchObject({ organiser: 'B1', endDay: '2026-07-05' });
    await register(runtime, 'liaison', { number: '2' });
    await register(runtime, 'liaison', { number: '3' });
    expect([(await stored(runtime, '2'))?.state, (await stored(runtime, '3'))?.state]).toEqual([
      'filed',
      'pending',
    ]);
  });

  it('dissolved, or unknown by now: what was filed about it stays', async () => {
    await register(runtime, 'liaison', { targets: ['T1', 'T3'] });
    await change('T3', '');
    expect(await sayText(runtime, 'otherTownship', '查备案 校园安全')).toContain('查到 1 项');
    expect((await register(runtime, 'liaison', { number: '2', targets: ['T3'] })).says).toMatch(/不在名单上/);
    await runtime.store.db.delete(unit);
    const { result } = await lookUp(testCtx(runtime, await actorOf(runtime, 'admin')), { said: '' });
    expect(result.title).toBe('备案查询');
    expect(await stored(runtime)).toMatchObject({ targets: ['T1', 'T3'] });
  });

  it('research visits follow as well', async () => {
    await runtime.store.db.insert(researchVisit).values([
      {
        number: 'Y1',
        topic: '乡村特色产业发展',
        organiser: 'B1',
        targets: ['T1'],
        startDay: '2026-07-01',
        endDay: '2026-07-01',
      },
      {
        number: 'Y2',
        topic: '特色产业和乡村旅游',
        organiser: 'B2',
        targets: ['T2'],
        startDay: '2026-07-05',
        endDay: '2026-07-05',
      },
    ]);
    expect(await sayText(runtime, 'coordinator', '撞期 7月')).toContain('没有撞期');
    await change('T2', 'T1');
    expect(await sayText(runtime, 'coordinator', '撞期 7月')).toMatch(/可以合并的调研[\s\S]*都去云栈镇/);
  });
});
