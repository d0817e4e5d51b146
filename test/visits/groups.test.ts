import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { audit, person, visitAvoidance, visitGroup } from '../../db/schema/index.ts';
import type { ClickAnswer } from '../../src/chat/feature.ts';
import { plainOf } from '../../src/chat/rich.ts';
import { findPoints } from '../../src/visits/repo.ts';
import { type TestRuntime, testCtx } from '../support/ctx.ts';
import {
  buttons,
  click,
  expectSound,
  LIN,
  lin,
  office,
  queue,
  records,
  remindOn,
  SU,
  say,
  su,
  visitsWorld,
} from './world.ts';

const H1 = '2026-H1';

const move = (runtime: TestRuntime, unit: string, to: string, avoid = false): Promise<ClickAnswer> =>
  click(runtime, office, 'move', {}, { unit, to, ...(avoid && { 'avoid.yes': true }) });

const swapLiaison = (runtime: TestRuntime, group: string, liaison: string) =>
  click(runtime, office, 'liaison', {}, { group, liaison });

/** `2: T1 T2 | 10: T3 T4 T5`. */
async function assignment(runtime: TestRuntime): Promise<string> {
  const points = await findPoints(testCtx(runtime), H1);
  return [...Map.groupBy(points, ({ group }) => group)]
    .map(([group, own]) => `${group}: ${own.map(({ unit }) => unit).join(' ')}`)
    .join(' | ');
}

/** `ou_su 联系点移交给您: 云塘镇` for what has not been sent before. */
async function told(runtime: TestRuntime): Promise<string[]> {
  return (await queue(runtime))
    .filter(({ state }) => state === 'queued')
    .map(({ target, card }) => {
      expectSound(card);
      const open = buttons(card).filter((text) => text.startsWith('谈话'));
      return `${target} ${card?.title}：${open.map((text) => text.slice(3)).join('、')}`;
    });
}

describe('考察分组', () => {
  it('shows who looks after what, in the order of the numbers, and nothing red when all is well', async () => {
    const runtime = await visitsWorld();
    await move(runtime, 'T5', 'group:2');
    const card = await say(runtime, office, '考察分组');
    expectSound(card);
    expect(card.subtitle).toBe('2 个考察组 · 5 个联系点');
    const texts = card.blocks.flatMap((block) => (block.kind === 'text' ? [plainOf(block.text)] : []));
    expect(texts).toEqual([
      '待完善　还没有考察组联系的：北岗镇',
      '第2组　林知远\n柳溪镇、槐荫镇、听泉街道',
      '第10组　苏闻溪\n石渡镇、云塘镇',
    ]);
  });

  it('marks what is wrong in red and saves it all the same', async () => {
    const runtime = await visitsWorld();
    const { db } = runtime.store;
    await move(runtime, 'T1', 'group:10');
    await db.update(person).set({ gone: true }).where(eq(person.openId, LIN));
    await db.insert(visitAvoidance).values({ group: '10', unit: 'T3', createdAt: 0 });
    await say(runtime, office, '考察组数 17');
    const card = await say(runtime, office, '考察分组');
    const texts = card.blocks.flatMap((block) => (block.kind === 'text' ? [plainOf(block.text)] : []));
    expect(texts.filter((text) => text.startsWith('待完善'))).toEqual([
      '待完善　应有 17 个考察组，现有 2 个',
      '待完善　第2组、第10组的联系点不是 2—3 个',
      '待完善　还没有考察组联系的：北岗镇',
      '待完善　第2组的联络员已离职或停用',
      '待完善　应当回避：石渡镇（第10组）',
    ]);
    expect(await assignment(runtime)).toBe('2: T2 | 10: T3 T4 T5 T1');
  });

  it('every card of it is one the platform takes, without a field to type into', async () => {
    const runtime = await visitsWorld();
    await move(runtime, 'T1', 'group:10', true);
    for (const as of ['list', 'move', 'liaison'])
      expectSound((await click(runtime, office, 'groups', { as })).card);
  });

  it.each(['考察组数 0', '考察组数 100'])('%s is refused', async (text) => {
    await expect(say(await visitsWorld(), office, text)).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('a contact point goes to another group', () => {
  it('with what is open; what is done need not be done again', async () => {
    const runtime = await visitsWorld();
    await click(runtime, su, 'record', { unit: 'T4', half: H1, kind: 'visit' });
    const { toast, card } = await move(runtime, 'T4', 'group:2');
    expect(toast).toEqual({ tone: 'success', text: '云塘镇已调入第2组' });
    expectSound(card);
    expect(await assignment(runtime)).toBe('2: T1 T2 T4 | 10: T3 T5');
    expect(await told(runtime)).toEqual(['ou_lin 联系点移交给您：柳溪镇、槐荫镇、云塘镇']);
    expect(buttons((await queue(runtime))[0]?.card)).not.toContain('走访 云塘镇');
    await click(runtime, lin, 'record', { unit: 'T4', half: H1, kind: 'talk' });
    await expect(click(runtime, su, 'record', { unit: 'T4', half: H1, kind: 'talk' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await records(runtime)).toEqual([
      'T4 2026-H1 talk 2 2026-06-15',
      'T4 2026-H1 visit 10 2026-06-15',
    ]);
  });

  it('in exchange for one of that group', async () => {
    const runtime = await visitsWorld();
    const { toast } = await move(runtime, 'T1', 'point:T3:10', true);
    expect(toast?.text).toBe('柳溪镇已调入第10组，石渡镇已调入第2组');
    expect(await assignment(runtime)).toBe('2: T2 T3 | 10: T4 T5 T1');
    expect(await told(runtime)).toEqual([
      'ou_lin 联系点移交给您：槐荫镇、石渡镇',
      'ou_su 联系点移交给您：云塘镇、听泉街道、柳溪镇',
    ]);
  });

  it('回避 is kept as group and point alone, and neither chat nor workbook can bring the point back', async () => {
    const runtime = await visitsWorld();
    await move(runtime, 'T1', 'point:T3:10', true);
    const { db } = runtime.store;
    expect(await db.select().from(visitAvoidance)).toEqual([
      { group: '2', unit: 'T1', createdAt: runtime.clock.now() },
    ]);
    await expect(move(runtime, 'T1', 'group:2')).rejects.toMatchObject({ code: 'conflict' });
    await expect(move(runtime, 'T2', 'point:T1:10')).rejects.toMatchObject({ code: 'conflict' });
    expect(await assignment(runtime)).toBe('2: T2 T3 | 10: T4 T5 T1');
    const card = await say(runtime, office, '考察分组');
    expect(JSON.stringify(card)).toContain('取消回避：第2组 柳溪镇');
    await click(runtime, office, 'lift', { group: '2', unit: 'T1' });
    await click(runtime, office, 'lift', { group: '2', unit: 'T1' });
    expect((await move(runtime, 'T1', 'group:2')).toast?.tone).toBe('success');
  });

  it('once, however often it is clicked, by one or by two at once', async () => {
    const runtime = await visitsWorld();
    const answers = await Promise.all([1, 2, 3].map(() => move(runtime, 'T4', 'group:2')));
    expect(answers.map(({ toast }) => toast?.tone)).toEqual(['success', 'success', 'success']);
    expect(await told(runtime)).toHaveLength(1);
    expect(await runtime.store.db.select().from(audit)).toHaveLength(1);
  });

  it('an exchange clicked twice is not exchanged back', async () => {
    const runtime = await visitsWorld();
    const answers = [await move(runtime, 'T1', 'point:T3:10'), await move(runtime, 'T1', 'point:T3:10')];
    expect(answers.map(({ toast }) => toast?.text)).toEqual([
      '柳溪镇已调入第10组，石渡镇已调入第2组',
      '柳溪镇已经在第10组，不用再调',
    ]);
    expect(await assignment(runtime)).toBe('2: T2 T3 | 10: T4 T5 T1');
  });

  it.each([
    ['T9', 'group:2'],
    ['T4', 'group:77'],
    ['T4', 'point:T9:2'],
    ['T4', 'somewhere'],
  ])('%s to %s is out of date', async (unit, to) => {
    await expect(move(await visitsWorld(), unit, to)).rejects.toMatchObject({ code: 'stale' });
  });

  it('what was not chosen is said', async () => {
    const { toast, card } = await click(await visitsWorld(), office, 'move', {}, {});
    expect(toast?.text).toBe('联系点没有填；换到没有填。请改好后再提交，已填的内容都还在。');
    expect(card).toBeUndefined();
  });

  it('a reminder that still waits is replaced, for both groups, and nobody gets two', async () => {
    const runtime = await visitsWorld();
    await remindOn(runtime, '2026-06-15');
    await move(runtime, 'T4', 'group:2');
    expect(await told(runtime)).toEqual([
      'ou_lin 联系点移交给您：柳溪镇、槐荫镇、云塘镇',
      'ou_su 走访谈话提醒：石渡镇、听泉街道',
    ]);
  });

  it('a group that has nothing left takes nothing with it and can be dropped', async () => {
    const runtime = await visitsWorld();
    await click(runtime, lin, 'record', { unit: 'T1', half: H1, kind: 'both' });
    await expect(click(runtime, office, 'drop', { group: '2' })).rejects.toMatchObject({ code: 'conflict' });
    for (const unit of ['T1', 'T2']) await move(runtime, unit, 'group:10');
    expect(buttons(await say(runtime, office, '考察分组'))).toContain('撤销第2组');
    for (const _ of ['first', 'again']) await click(runtime, office, 'drop', { group: '2' });
    expect(await assignment(runtime)).toBe('10: T3 T4 T5 T1 T2');
    expect((await runtime.store.db.select().from(visitGroup)).map(({ number }) => number)).toEqual(['10']);
    const card = await say(runtime, su, '走访登记');
    expect(buttons(card)).not.toContain('走访 柳溪镇');
    expect(buttons(card)).toContain('走访 槐荫镇');
  });
});

describe('another liaison takes the post', () => {
  it('and with it everything open, on one card; the one before can do nothing more', async () => {
    const runtime = await visitsWorld();
    await remindOn(runtime, '2026-06-15');
    await click(runtime, lin, 'record', { unit: 'T1', half: H1, kind: 'both' });
    const { toast } = await swapLiaison(runtime, '2', 'ou_ruan');
    expect(toast?.text).toBe('第2组的联络员已换成阮青禾');
    expect(await told(runtime)).toEqual([
      'ou_su 走访谈话提醒：石渡镇、云塘镇、听泉街道',
      'ou_ruan 联系点移交给您：槐荫镇',
    ]);
    await expect(
      click(runtime, lin, 'record', { unit: 'T2', half: H1, kind: 'visit' }),
    ).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(say(runtime, lin, '走访登记')).rejects.toMatchObject({ code: 'not_found' });
    await remindOn(runtime, '2026-06-23');
    const sent = (await queue(runtime)).filter(({ key }) => key.startsWith('visits.remind@2026-H1:7'));
    expect(sent.map(({ target }) => target)).toEqual(['ou_ruan', SU]);
  });

  it('twice is once, and a group with everything done is left alone', async () => {
    const runtime = await visitsWorld();
    for (const unit of ['T1', 'T2']) await click(runtime, lin, 'record', { unit, half: H1, kind: 'both' });
    for (const _ of ['first', 'again']) await swapLiaison(runtime, '2', 'ou_ruan');
    expect(await told(runtime)).toEqual([]);
  });

  it('nobody who is no liaison, has left, or sits in a township', async () => {
    const runtime = await visitsWorld();
    await expect(swapLiaison(runtime, '2', 'ou_office')).rejects.toMatchObject({ code: 'invalid' });
    await runtime.store.db.update(person).set({ gone: true }).where(eq(person.openId, 'ou_ruan'));
    await expect(swapLiaison(runtime, '2', 'ou_ruan')).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('a post that nobody holds', () => {
  it('is told to the cadre office on reminder days; whoever takes it gets what is open', async () => {
    const runtime = await visitsWorld();
    await runtime.store.db.update(person).set({ gone: true }).where(eq(person.openId, LIN));
    await remindOn(runtime, '2026-06-15');
    const sent = await queue(runtime);
    expect(sent.map(({ key, target }) => `${key} ${target}`)).toEqual([
      'visits.remind@2026-H1:15:10 ou_su',
      'visits.vacant@2026-H1:15:ou_office ou_office',
    ]);
    const card = sent[1]?.card;
    expectSound(card);
    expect(card?.blocks.flatMap((block) => (block.kind === 'text' ? [plainOf(block.text)] : []))).toEqual([
      '这些组还有走访、谈话没办，6月30日到期，但联络员收不到提醒。换人后，新联络员会自动收到。',
      '第2组　还差 4 项',
    ]);
    await swapLiaison(runtime, '2', 'ou_ruan');
    expect(await told(runtime)).toContain('ou_ruan 联系点移交给您：柳溪镇、槐荫镇');
  });
});
