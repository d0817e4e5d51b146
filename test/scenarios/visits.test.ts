import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { audit, outbox, visitRecord } from '../../db/schema/index.ts';
import { contextOf } from '../../src/store/runtime.ts';
import { showCoverage } from '../../src/visits/verbs/show-coverage.ts';
import type { Person } from './person.ts';
import { seats, town, workbook } from './town.ts';
import { closeStage, GROUP, openStage, type Stage } from './vocabulary.ts';

/** A slip of the phone or of the eye: every event twice, in any order. */
const rough = { rough: true };

async function recorded({ house }: Stage): Promise<string[]> {
  const rows = await house.store.db.select().from(visitRecord);
  return rows.map(({ unit, half, kind, group, day }) => [unit, half, kind, group, day].join(' ')).toSorted();
}

/** Everything about visits that went out unasked, as `visits.remind@2026-H1:60:1`. */
async function sent({ house }: Stage): Promise<string[]> {
  const rows = await house.store.db.select().from(outbox).where(eq(outbox.state, 'sent'));
  return rows
    .filter(({ key, kind }) => key.startsWith('visits.') && kind !== 'answer')
    .map(({ key }) => key)
    .toSorted();
}

async function everyRow({ house }: Stage): Promise<string> {
  const { db } = house.store;
  const tables = [
    await db.query.visitRecord.findMany(),
    await db.query.audit.findMany(),
    await db.query.inbox.findMany(),
    await db.query.outbox.findMany(),
    await db.query.questionMiss.findMany(),
    await db.query.askedQuestion.findMany(),
    await db.query.handedQuestion.findMany(),
  ];
  return JSON.stringify(tables);
}

describe.each([
  ['as it should be', {}],
  ['with every event and click twice, in any order', rough],
])('a half-year %s', (_, weather) => {
  it('60, 30, 15 and 7 days ahead, to whoever has something open; then never again', {
    timeout: 30_000,
  }, async () => {
    const stage = await openStage({ at: '2026-04-29T17:00', weather });
    const { groupLiaison, otherGroup, cadreOffice, timeIs } = stage;

    // 1 May is a holiday: the workday before.
    await timeIs('2026-04-30T09:30');
    expect(groupLiaison).toHaveReceived(
      /走访谈话提醒\n2026年上半年 · 第1组\n还差 4 项，6月30日到期，还有 61 天。/,
      1,
    );
    expect(otherGroup).toHaveReceived(/走访谈话提醒\n2026年上半年 · 第2组/, 1);
    const answer = await groupLiaison.clicks('同日走访并谈话 云栈镇');
    expect(answer).toSay(/^(已登记：云栈镇 走访、谈话，4月30日|云栈镇已经登记过了，不用再点)$/);

    // 31 May is a Sunday.
    await timeIs('2026-05-29T09:30');
    expect(groupLiaison).toHaveReceived(/还差 2 项，6月30日到期，还有 32 天/, 1);
    await groupLiaison.clicks('按实际日期补登记', /还有 32 天/);
    await groupLiaison.submits({ 联系点: '砚溪镇', 类型: '同日走访并谈话', 日期: '2026-05-20' });
    expect(groupLiaison).toHaveReceived(/走访谈话已全部登记/, 1);

    await timeIs('2026-06-15T09:30');
    await otherGroup.clicks('走访 槐渡镇', /还有 15 天/);
    await timeIs('2026-06-23T09:30');
    expect(otherGroup).toHaveReceived(/走访谈话提醒\n[\s\S]*还差 3 项，6月30日到期，还有 7 天/, 1);
    await timeIs('2026-07-03T12:00');
    expect(await sent(stage)).toEqual(
      [
        'visits.remind@2026-H1:60:1',
        'visits.remind@2026-H1:30:1',
        ...[60, 30, 15, 7].map((lead) => `visits.remind@2026-H1:${lead}:2`),
      ].toSorted(),
    );

    // Overdue: on the cadre office's list only, when it looks; entered late with the day on which it really was.
    expect(cadreOffice.received()).toEqual([]);
    await cadreOffice.says('考察进度 上半年');
    expect(cadreOffice).toSee(
      /走访[\s\S]*75\.0%（3\/4）[\s\S]*谈话[\s\S]*50\.0%（2\/4）[\s\S]*62\.5%（5\/8）/,
    );
    expect(cadreOffice).toSee(/逾期[\s\S]*3 项[\s\S]*第2组　槐渡镇：谈话\n第2组　麦垄镇：走访、谈话/);
    await otherGroup.says('走访登记 上半年');
    await otherGroup.clicks('按实际日期补登记', /6月30日已到期/);
    await otherGroup.submits({ 联系点: '麦垄镇', 类型: '走访', 日期: '2026-06-29' });
    await otherGroup.clicks('谈话 麦垄镇', /6月30日已到期/);
    expect(otherGroup).toSee(/麦垄镇 走访 6月29日、谈话 7月3日（逾期完成）/);
    await cadreOffice.says('考察进度 上半年');
    expect(cadreOffice).toSee(/87\.5%（7\/8）[\s\S]*第2组 3\/4（逾期 1） 1/);
    expect(await recorded(stage)).toEqual([
      'T01 2026-H1 talk 1 2026-04-30',
      'T01 2026-H1 visit 1 2026-04-30',
      'T02 2026-H1 talk 1 2026-05-20',
      'T02 2026-H1 visit 1 2026-05-20',
      'T03 2026-H1 visit 2 2026-06-15',
      'T04 2026-H1 talk 2 2026-07-03',
      'T04 2026-H1 visit 2 2026-06-29',
    ]);
    for (const township of [stage.cadre, stage.otherCadre]) expect(township.received()).toEqual([]);
    expect(stage.outcome()[GROUP]).toBeUndefined();
  });

  it('somebody leaves, points are exchanged: what is open goes with the post', {
    timeout: 30_000,
  }, async () => {
    const stage = await openStage({ at: '2026-06-12T17:00', weather });
    const { groupLiaison, otherGroup, cadreOffice, platform, timeIs } = stage;
    await platform.users.setState(groupLiaison.openId, 'resigned');
    await stage.rest();
    await timeIs('2026-06-15T09:30');
    expect(groupLiaison.received()).toEqual([]);
    expect(cadreOffice).toHaveReceived(/考察组缺联络员[\s\S]*第1组　还差 4 项\n\[换联络员\]/, 1);
    await cadreOffice.clicks('换联络员');
    await cadreOffice.submits({ 考察组: '第1组（现为王雨桐）', 新联络员: '冯志强' });
    await stage.rest();
    expect(cadreOffice).toSee(/第1组的联络员(已换成|已经是)冯志强/);
    expect(otherGroup).toHaveReceived(/联系点移交给您\n2026年上半年 · 第1组\n新接手：云栈镇、砚溪镇/, 1);

    await cadreOffice.says('考察分组');
    expect(cadreOffice).toSee(/第1组　冯志强\n云栈镇、砚溪镇\n第2组　冯志强\n槐渡镇、麦垄镇/);
    await cadreOffice.clicks('换组');
    await cadreOffice.submits({
      联系点: '云栈镇（第1组）',
      换到: '与第2组的槐渡镇互换',
      '因回避调整，以后不再安排给原来的组': true,
    });
    expect(cadreOffice).toSee(/云栈镇已(经)?(调入|在)第2组/);
    await cadreOffice.clicks('看现在的分组');
    expect(cadreOffice).toSee(
      /第1组　冯志强\n砚溪镇、槐渡镇\n第2组　冯志强\n麦垄镇、云栈镇[\s\S]*\[取消回避：第1组 云栈镇\]/,
    );
    await timeIs('2026-06-23T09:30');
    expect(otherGroup).toHaveReceived(/走访谈话提醒[\s\S]*还有 7 天/, 2);
    const moves = await stage.house.store.db.select().from(audit).where(eq(audit.action, 'visits.move'));
    expect(moves).toHaveLength(1);
  });
});

it('the process dies at any step of an exchange: all of it or nothing, and each liaison is told once', {
  timeout: 60_000,
}, async () => {
  const before = await openStage({ at: '2026-06-16T09:30' });
  await before.cadreOffice.says('考察分组');
  await before.cadreOffice.clicks('换组');
  const world = before.house.save();
  for (let steps = 1, died = true; died; steps++) {
    const stage = await openStage({ world, weather: { lives: [steps] } });
    const { cadreOffice, groupLiaison, otherGroup } = stage;
    await cadreOffice.submits({ 联系点: '云栈镇（第1组）', 换到: '与第2组的槐渡镇互换' });
    await stage.rest();
    died = stage.deaths() > 0;
    const why = `died after step ${steps}`;
    expect(cadreOffice, why).toSee(/云栈镇(已调入|已经在)第2组/);
    expect(groupLiaison, why).toHaveReceived(/联系点移交给您[\s\S]*新接手：槐渡镇/, 1);
    expect(otherGroup, why).toHaveReceived(/联系点移交给您[\s\S]*新接手：云栈镇/, 1);
    const moves = await stage.house.store.db.select().from(audit).where(eq(audit.action, 'visits.move'));
    expect(moves, why).toHaveLength(1);
    await closeStage(stage);
    if (!died) expect(steps).toBeGreaterThan(3);
  }
});

it('switched off over a reminder day: that reminder once, with the days that are left; over the end: none', async () => {
  const stage = await openStage({ at: '2026-06-12T09:00' });
  const { groupLiaison, whileOff, timeIs } = stage;
  await timeIs('2026-06-12T09:30');
  await whileOff('2026-06-18T10:00');
  await timeIs('2026-06-18T10:30');
  expect(groupLiaison).toHaveReceived(/走访谈话提醒[\s\S]*还有 12 天/, 1);
  await timeIs('2026-06-22T17:00');
  await whileOff('2026-07-02T10:00');
  await timeIs('2026-07-02T12:00');
  expect(groupLiaison).toHaveReceived(/走访谈话提醒/, 1);
});

describe('contents of talks (BR-36)', () => {
  const pasted = [
    '今天跟李镇长谈话，他说班子里有人不配合，心里有怨气',
    '谈话记录如下：周书记谈到班子分工不均',
    '走访登记 云栈镇，谈话内容：赵知远反映待遇偏低',
    '谈话中他承认工作有失误，表示想调走',
    '跟副镇长谈心，她抱怨干部调整不公平',
  ];

  it.each(pasted)('%s: refused, nothing of it is kept, and the way is named', async (text) => {
    const stage = await openStage({ at: '2026-06-15T10:00' });
    for (const where of [{}, { in: GROUP }]) {
      const speaker = 'in' in where ? stage.cadre : stage.groupLiaison;
      await speaker.says('in' in where ? `@轻负 ${text}` : text, where);
    }
    expect(stage.groupLiaison).toSee(/请不要发到这里；已经发了内容的，请撤回删除[\s\S]*我没有保存这条消息/);
    const rows = await everyRow(stage);
    for (const part of text.split(/[，：\s]/).filter((one) => one.length > 5))
      expect(rows).not.toContain(part);
    expect(await recorded(stage)).toEqual([]);
  });

  it('what a client sends besides the choices is dropped', async () => {
    const stage = await openStage({ at: '2026-06-15T09:30' });
    const { groupLiaison, platform } = stage;
    await stage.timeIs('2026-06-15T09:40');
    const [card] = platform.view(groupLiaison.openId).chats.flatMap(({ messages }) => messages);
    const value = { a: 'visits.record', v: 1, unit: 'T01', half: '2026-H1', kind: 'both', note: '他想调走' };
    await platform.users.click(groupLiaison.openId, card?.id ?? '', { value });
    await stage.rest();
    expect(await recorded(stage)).toHaveLength(2);
    expect(await everyRow(stage)).not.toContain('想调走');
  });
});

describe('coverage of 44 contact points (domain 6)', () => {
  it('is 90.9 %, 75.0 % and 83.0 %, tapped into cards and read off the card and the report', {
    timeout: 60_000,
  }, async () => {
    const names = Array.from({ length: 44 }, (_, i) => `联系${String(i + 1).padStart(2, '0')}镇`);
    const codeOf = (i: number) => `P${String(i + 1).padStart(2, '0')}`;
    const { 单位: units, ...rest } = workbook;
    // Ten groups of three and seven of two (measures 4.3).
    const sizes = Array.from({ length: 17 }, (_, i) => (i < 10 ? 3 : 2));
    const starts = sizes.map((_size, i) => sizes.slice(0, i).reduce((sum, size) => sum + size, 0));
    const groups = sizes.map((size, i) => ({
      组号: String(i + 1),
      联络员open_id: (i < 8 ? seats.groupLiaison : seats.otherGroup).openId,
      联系点编码: Array.from({ length: size }, (_, j) => codeOf((starts[i] ?? 0) + j)).join('；'),
    }));
    const points = names.map((name, i) => ({
      编码: codeOf(i),
      名称: name,
      层级: '乡镇街道',
      县区: '望泉县',
    }));
    const world = await town({ ...rest, 单位: [...(units ?? []), ...points], 考察组: groups });
    const stage = await openStage({ at: '2026-06-15T09:00', world });
    const { groupLiaison, otherGroup, cadreOffice } = stage;
    const liaisonOf = (i: number): Person => (i < (starts[8] ?? 0) ? groupLiaison : otherGroup);
    for (const person of [groupLiaison, otherGroup]) await person.says('走访登记');
    for (const [i, name] of names.slice(0, 40).entries())
      await liaisonOf(i).clicks(`${i < 33 ? '同日走访并谈话' : '走访'} ${name}`);

    await cadreOffice.says('考察进度');
    expect(cadreOffice).toSee(/90\.9%（40\/44）[\s\S]*75\.0%（33\/44）[\s\S]*83\.0%（73\/88）/);
    // 17 groups and 44 points fit a card, and the lists to choose from.
    await cadreOffice.says('考察分组');
    await cadreOffice.clicks('换组');
    await cadreOffice.submits({ 联系点: '联系44镇（第17组）', 换到: '与第1组的联系01镇互换' });
    expect(cadreOffice).toSee(/联系44镇已调入第1组，联系01镇已调入第17组/);
    const ctx = contextOf(stage.house.qingfu().runtime, { kind: 'cli', name: 'report' });
    const { result } = await showCoverage(ctx, { half: '2026-H1' });
    expect(result.total).toMatchObject({
      due: 88,
      done: 73,
      coverage: 73 / 88,
      shown: { visit: '90.9%', talk: '75.0%', coverage: '83.0%' },
    });
    expect(result.groups.map(({ due }) => due)).toEqual(sizes.map((size) => size * 2));
    expect(result.gaps).toMatchObject({
      groups: [],
      vacant: [],
      unassigned: ['云栈镇', '砚溪镇', '槐渡镇', '麦垄镇'],
    });
    expect(result.gaps.number).toBeUndefined();
  });
});
