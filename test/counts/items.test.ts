import { asc } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { audit, countItem, countRevision } from '../../db/schema/index.ts';
import type { Card } from '../../src/chat/card.ts';
import { cardText } from '../../src/chat/card-text.ts';
import { findStates } from '../../src/counts/repo.ts';
import type { TestRuntime } from '../support/ctx.ts';
import { importTables, 历史 } from './city.ts';
import { buttons, cardOf, deliver, filled, queued, runJob, tap } from './desk.ts';
import { figuresOf, itemRuntime, say } from './item-desk.ts';

let runtime: TestRuntime;

beforeEach(async () => {
  runtime = await itemRuntime('2026-06-22T10:00');
});

const NOTICE = '发文 市政办〔2026〕12号 关于做好防汛工作的通知 6月12日';

const items = () => runtime.store.db.select().from(countItem).orderBy(asc(countItem.id));
const revisions = () =>
  runtime.store.db
    .select()
    .from(countRevision)
    .orderBy(asc(countRevision.month), asc(countRevision.revision));

async function register(text: string, who = 'ou_lin') {
  return tap(runtime, who, await say(runtime, who, text), '登记');
}

/** The form that stands behind the card, or in its place where something is missing. */
async function formOf(text: string, who = 'ou_lin'): Promise<Card> {
  const card = await say(runtime, who, text);
  if (card.blocks.some(({ kind }) => kind === 'form')) return card;
  return cardOf(await tap(runtime, who, card, '改一改'));
}

describe('one line and one tap', () => {
  it('registers a document: the card shows what was understood, nothing is stored before the tap', async () => {
    const card = await say(runtime, 'ou_lin', NOTICE);
    expect(cardText(card)).toContain(
      '市政办〔2026〕12号\n关于做好防汛工作的通知\n- 印发日 6月12日\n- 普发文件，计入2026年6月发文\n[登记] [改一改]',
    );
    const form = cardOf(await tap(runtime, 'ou_lin', card, '改一改'));
    expect(filled(form)).toEqual({
      number: '市政办〔2026〕12号',
      title: '关于做好防汛工作的通知',
      day: '2026-06-12',
      kind: 'general',
      issuer: '市农业农村局',
      parts: '1',
    });
    expect(cardText(form)).toContain('这些内容做什么用、从哪来');
    expect(await items()).toEqual([]);
    const answer = await tap(runtime, 'ou_lin', card, '登记');
    expect(answer.toast).toEqual({ tone: 'success', text: '已登记。' });
    expect(cardText(cardOf(answer))).toContain('6月发文现在是 1 件（其中计划外 0 件）。');
    expect(await items()).toMatchObject([
      {
        key: '市政办:2026:12',
        month: '2026-06',
        level: 'city',
        capacity: 'department',
        author: 'person:ou_lin',
      },
    ]);
    expect(await figuresOf(runtime, '2026-06')).toEqual({
      document: { amount: 1, unplanned: 0, direct: 0, emergency: 0 },
    });
  });

  it('several lines are several cards, each with its own button', async () => {
    const first = await say(
      runtime,
      'ou_lin',
      '发文 市农〔2026〕1号 关于春耕的通知 5月6日\n发文 市农〔2026〕2号 关于秋播的\n通知 6月12日\n会议 6月3日 全市防汛会',
    );
    const [second, third, ...others] = (await queued(runtime, 'counts.drafts@')).map(({ card }) => card);
    expect(others).toEqual([]);
    for (const card of [first, second, third]) await tap(runtime, 'ou_lin', card as Card, '登记');
    expect((await items()).map(({ title, month }) => `${month} ${title}`).toSorted()).toEqual([
      '2026-05 关于春耕的通知',
      '2026-06 全市防汛会',
      '2026-06 关于秋播的通知',
    ]);
  });

  it('the same number twice counts once, by whomever and however it is written', async () => {
    await register(NOTICE);
    const again = await register('发文 市政办[2026]012号 关于做好防汛工作的通知', 'ou_qiu');
    expect(again.toast).toEqual({ tone: 'success', text: '2026年6月12日已经登记过，只算一次。' });
    expect((await figuresOf(runtime, '2026-06')).document?.amount).toBe(1);
  });

  it('the same number for another title is told, and the form stays', async () => {
    await register(NOTICE);
    const other = await register('发文 市政办〔2026〕12号 关于秸秆禁烧的通知');
    expect(other.card).toBeUndefined();
    expect(other.toast?.text).toBe(
      '市政办〔2026〕12号已登记为《关于做好防汛工作的通知》，标题不同，请核对文号。',
    );
    expect((await figuresOf(runtime, '2026-06')).document?.amount).toBe(1);
  });

  it('two liaisons who register at the same moment: one item, and both are told it stands', async () => {
    const [a, b] = await Promise.all([say(runtime, 'ou_lin', NOTICE), say(runtime, 'ou_qiu', NOTICE)]);
    const answers = await Promise.all([tap(runtime, 'ou_lin', a, '登记'), tap(runtime, 'ou_qiu', b, '登记')]);
    expect(answers.map((answer) => answer.toast?.tone)).toEqual(['success', 'success']);
    expect(await items()).toHaveLength(1);
    expect((await figuresOf(runtime, '2026-06')).document?.amount).toBe(1);
  });

  it.each([
    ['a discussion stands apart', '会议 6月3日 重点项目座谈会', undefined],
    ['a regular session is not counted', '会议 6月3日 政府常务会议', undefined],
    ['meetings in a row are one', '会议 6月3日 农村工作会议 套开3个会', 1],
    ['an emergency is marked', '会议 6月3日 防汛紧急视频会 应急', 1],
  ])('%s', async (_, text, amount) => {
    await register(text);
    expect((await figuresOf(runtime, '2026-06')).meeting?.amount).toBe(amount);
  });

  it('what stands apart is told in the list, and what was marked is stored', async () => {
    await register('会议 6月3日 重点项目座谈会 要求乡镇主要负责人参加');
    await register('会议 6月4日 农村工作会议 套开3个会');
    await register('会议 6月5日 防汛紧急视频会 应急 计划外');
    const text = cardText(await say(runtime, 'ou_lin', '登记'));
    expect(text).toContain('会议　2 次（其中计划外 1 次、直达乡镇 0 次）');
    expect(text).toContain(
      '研讨、协调、座谈 1 次；要求乡镇主要负责人参加 1 次；套开少开会 2 次；应急会议 1 次',
    );
    expect((await figuresOf(runtime, '2026-06')).meeting).toEqual({
      amount: 2,
      unplanned: 1,
      direct: 0,
      emergency: 1,
    });
  });

  it('a meeting on a matter that a document has settled, and the second of a field, are pointed out (BR-25)', async () => {
    await register('发文 市农〔2026〕3号 关于做好秸秆禁烧工作的通知 6月1日');
    const answer = await register('会议 6月5日 全市秸秆禁烧系统工作会议');
    expect(cardText(cardOf(answer))).toContain('6月1日已有同一主题的发文《关于做好秸秆禁烧工作的通知》');
    const second = await register('会议 6月12日 全市农机系统工作会议');
    expect(cardText(cardOf(second))).toContain('今年第 2 次以上的系统工作会议');
  });
});

describe('what is wrong is told at once, and nothing is stored', () => {
  const refused = async (text: string, typed: Record<string, string>) => {
    return tap(runtime, 'ou_lin', await formOf(text), '登记', typed).catch(
      (error: { text: string }) => error.text,
    );
  };

  it('every problem of a hostile form', async () => {
    const text = await refused(NOTICE, {
      number: '第十二号',
      title: '',
      day: '2026-13-45',
      kind: 'x',
      parts: '-2',
    });
    expect(text).toBe(
      '标题没有填；印发日请选日期；类型请重新选；一号多件，含几项“-2”请填整数，如 2；文号“第十二号”看不懂，请写成 市政办〔2026〕12号，没有文号就空着。您填的内容还在，改好后再点。',
    );
    expect(await items()).toEqual([]);
  });

  it.each([
    [NOTICE, { day: '2026-07-01' }, '印发日还没到'],
    [NOTICE, { day: '2016-07-01' }, '印发日太早'],
    ['会议 6月3日 全市大会 直达乡镇', {}, '请填批准依据'],
    [NOTICE, { parts: '0' }, '最少是 1'],
    [NOTICE, { title: '字'.repeat(101) }, '标题太长，最多 100 个字'],
    [NOTICE, { title: '关于某事的通知（机密）' }, '涉密文件不在系统登记'],
    [NOTICE, { title: '关于 11010119900307803X 的决定' }, '不收身份证号'],
  ])('%s with %j: %s', async (text, typed, expected) => {
    expect(await refused(text, typed)).toContain(expected);
    expect(await items()).toEqual([]);
  });

  it('a paper that bears a mark of secrecy does not even reach the form (BR-35)', async () => {
    await expect(say(runtime, 'ou_lin', '发文 市政办〔2026〕12号 机密★ 关于某事')).rejects.toMatchObject({
      text: expect.stringContaining('内容没有保存'),
    });
  });

  it('whoever reports numbers only is told how', async () => {
    const text = cardText(await say(runtime, 'ou_chen', NOTICE));
    expect(text).toContain('您的单位2026年6月是只报数，不用逐件登记');
  });

  it('nobody registers for another unit, whatever their client sends', async () => {
    const form = await say(runtime, 'ou_lin', NOTICE);
    await expect(tap(runtime, 'ou_chen', form, '登记')).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('putting right', () => {
  const open = async (text: string) => {
    const list = await say(runtime, 'ou_lin', '登记');
    const item = (await items()).find((one) => text.includes(one.title));
    return cardOf(await tap(runtime, 'ou_lin', list, '打开', { id: item?.id ?? '' }));
  };

  beforeEach(() => register(NOTICE));

  it('a day in another month moves it there, and both months follow', async () => {
    const form = cardOf(await tap(runtime, 'ou_lin', await open(NOTICE), '修改'));
    const answer = await tap(runtime, 'ou_lin', form, '保存', { day: '2026-05-29' });
    expect(answer.toast?.text).toBe('已保存，统计已更新。');
    expect((await figuresOf(runtime, '2026-05')).document?.amount).toBe(1);
    expect((await figuresOf(runtime, '2026-06')).document?.amount).toBe(0);
  });

  it('withdrawn in a later month is taken off there, and can be restored (domain 3.1)', async () => {
    runtime.clock.set('2026-08-10T10:00');
    const list = await say(runtime, 'ou_lin', '登记 2026-06');
    const [item] = await items();
    const card = cardOf(await tap(runtime, 'ou_lin', list, '打开', { id: item?.id ?? '' }));
    const form = cardOf(await tap(runtime, 'ou_lin', card, '撤回、作废'));
    expect(filled(form)).toEqual({ day: '2026-08-10' });
    const done = await tap(runtime, 'ou_lin', form, '撤回、作废');
    expect(cardText(cardOf(done))).toContain('8月10日撤回，冲减当月 1 件，记录保留');
    expect((await figuresOf(runtime, '2026-06')).document?.amount).toBe(1);
    expect((await figuresOf(runtime, '2026-08')).document?.amount).toBe(-1);
    await tap(runtime, 'ou_lin', cardOf(done), '恢复');
    expect((await figuresOf(runtime, '2026-08')).document?.amount).toBe(0);
  });

  it('struck is kept with its reason, counts no more, and the same number may come again', async () => {
    const form = cardOf(await tap(runtime, 'ou_lin', await open(NOTICE), '不算这件'));
    const done = await tap(runtime, 'ou_lin', form, '不算这件', { reason: 'duplicate' });
    expect(cardText(cardOf(done))).toContain('不计数：重复登记，记录保留');
    expect((await figuresOf(runtime, '2026-06')).document?.amount).toBe(0);
    const back = await register(NOTICE);
    expect(back.toast?.tone).toBe('success');
    expect((await figuresOf(runtime, '2026-06')).document?.amount).toBe(1);
    expect(await items()).toHaveLength(1);
    const told = await runtime.store.db.select().from(audit).orderBy(asc(audit.id));
    expect(told.map((row) => row.action).filter((action) => action.startsWith('counts.item'))).toEqual([
      'counts.item-register',
      'counts.item-strike',
      'counts.item-register',
    ]);
  });

  it('a click on a card that a colleague has overtaken changes nothing and shows how it stands', async () => {
    const old = await open(NOTICE);
    const fresh = cardOf(await tap(runtime, 'ou_qiu', old, '修改'));
    await tap(runtime, 'ou_qiu', fresh, '保存', { title: '关于做好抗旱工作的通知' });
    for (const button of ['修改', '不算这件', '撤回、作废']) {
      const answer = await tap(runtime, 'ou_lin', old, button);
      expect(answer.toast?.text).toBe('这条登记刚被同事改过，现在显示的就是。请再看一眼。');
      expect(cardText(cardOf(answer))).toContain('关于做好抗旱工作的通知');
    }
  });

  it('unchanged is not stored again', async () => {
    const form = cardOf(await tap(runtime, 'ou_lin', await open(NOTICE), '修改'));
    expect((await tap(runtime, 'ou_lin', form, '保存')).toast?.text).toBe('没有改动。');
    expect(await revisions()).toHaveLength(1);
  });
});

describe('the month', () => {
  const card = async (openId = 'ou_lin'): Promise<Card> => {
    const [row] = await queued(runtime, `counts.card@2026-06:NY:${openId}`);
    if (!row) throw new Error('no card');
    return row.card;
  };

  beforeEach(async () => {
    await register(NOTICE);
    await register('会议 6月12日 全市防汛工作会议 计划外');
    runtime.clock.set('2026-06-30T09:10');
    await runJob(runtime, 'counts.open', '2026-06');
  });

  it('comes filled in from the items; one tap confirms it', async () => {
    const text = cardText(await card());
    expect(text).toContain('发文：1 件（其中计划外 0 件）');
    expect(text).toContain('会议：1 次（其中计划外 1 次、直达乡镇 0 次）');
    expect(text).toContain('督查检查考核：0 次');
    expect((await tap(runtime, 'ou_lin', await card(), '确认无误')).toast?.text).toBe('已确认，谢谢。');
  });

  it('is changed by its items, never by a sum: 修改 opens the list', async () => {
    const list = cardOf(await tap(runtime, 'ou_lin', await card(), '修改'));
    expect(list.title).toBe('6月登记清单');
    expect(buttons(list).map((button) => button.text)).toEqual([
      '确认无误',
      '登记发文',
      '登记会议',
      '登记督查',
      '打开',
    ]);
    const form = cardOf(await tap(runtime, 'ou_lin', list, '登记发文'));
    const done = await tap(runtime, 'ou_lin', form, '登记', {
      number: '市农〔2026〕9号',
      title: '关于秋播的通知',
    });
    expect(cardText(cardOf(done))).toContain('6月发文现在是 2 件');
    expect((await tap(runtime, 'ou_lin', cardOf(done), '确认无误')).toast?.text).toBe('已确认，谢谢。');
  });

  it('an item that comes while the card is open renews the card of both, and the old one does not confirm it', async () => {
    await deliver(runtime);
    const old = await card('ou_qiu');
    await register('发文 市农〔2026〕9号 关于秋播的通知');
    const patched = await queued(runtime, 'counts.patch@');
    expect(patched).toHaveLength(2);
    for (const { card: renewed } of patched) expect(cardText(renewed)).toContain('发文：2 件');
    const answer = await tap(runtime, 'ou_qiu', old, '确认无误');
    expect(answer.toast?.text).toBe('登记数刚有更新，请再核对一下新的数。');
    expect((await findStates(runtime.store.db, '2026-06', ['NY']))[0]?.state).toBe('open');
  });

  it('nothing done and nothing registered: the registered numbers stand after the deadline, marked so (BR-14)', async () => {
    runtime.clock.set('2026-07-03T18:05');
    await runJob(runtime, 'counts.close', '2026-06');
    expect((await findStates(runtime.store.db, '2026-06', ['NY']))[0]?.state).toBe('adopted');
    expect(await figuresOf(runtime, '2026-06')).toMatchObject({
      document: { amount: 1 },
      inspection: { amount: 0 },
    });
  });

  it('an item for a month that is closed corrects it with the reason kept, and says so', async () => {
    const form = await say(runtime, 'ou_lin', '发文 市农〔2026〕9号 关于秋播的通知 6月25日');
    runtime.clock.set('2026-07-03T18:05');
    await runJob(runtime, 'counts.close', '2026-06');
    const answer = await tap(runtime, 'ou_lin', form, '登记');
    expect(answer.toast?.text).toBe('2026年6月已经截止或确认，这件按漏登补记，统计已更新。');
    const [last] = (await revisions()).filter((row) => row.indicator === 'document').slice(-1);
    expect(last).toMatchObject({
      amount: 2,
      source: 'corrected',
      reason: 'omitted',
      author: 'person:ou_lin',
    });
    expect((await findStates(runtime.store.db, '2026-06', ['NY']))[0]).toMatchObject({
      state: 'confirmed',
      byName: '林晓',
    });
  });

  it('an item at the same moment as the confirmation: the confirmed figures are those that were seen', async () => {
    const form = await say(runtime, 'ou_qiu', '发文 市农〔2026〕9号 关于秋播的通知');
    const [confirmed, registered] = await Promise.all([
      tap(runtime, 'ou_lin', await card(), '确认无误'),
      tap(runtime, 'ou_qiu', form, '登记'),
    ]);
    expect(registered.toast?.tone).toBe('success');
    const [state] = await findStates(runtime.store.db, '2026-06', ['NY']);
    const [last] = (await revisions()).filter((row) => row.indicator === 'document').slice(-1);
    expect(last?.amount).toBe(2);
    // Either the item came first and nothing was confirmed, or it corrected what was.
    expect([confirmed.toast?.tone, state?.state, last?.source]).toEqual(
      confirmed.toast?.tone === 'success'
        ? ['success', 'confirmed', 'corrected']
        : ['warning', 'open', 'registered'],
    );
  });
});

describe('numbers typed in chat', () => {
  it('before the month is collected they wait for its card, which comes filled in', async () => {
    const form = await say(runtime, 'ou_chen', '6月发文12件会议3个，其中计划外1个');
    expect(filled(form)).toEqual({
      document: '12',
      document_unplanned: '0',
      meeting: '3',
      meeting_unplanned: '1',
      meeting_direct: '0',
    });
    const answer = await tap(runtime, 'ou_chen', form, '提交', { inspection: '0' });
    expect(answer.toast?.text).toBe('已登记，谢谢。');
    expect(await findStates(runtime.store.db, '2026-06', ['JY'])).toEqual([]);
    runtime.clock.set('2026-06-30T09:10');
    await runJob(runtime, 'counts.open', '2026-06');
    const [row] = await queued(runtime, 'counts.card@2026-06:JY');
    expect(cardText(row?.card as Card)).toContain('登记的数如下');
    expect(cardText(row?.card as Card)).toContain('发文：12 件');
  });

  it('where the rest is known they are one tap away; 修改 opens the form with them in it', async () => {
    await importTables(runtime, { 历史数据: 历史('JY', '督查检查考核', '2026-05', [2]) });
    const card = await say(runtime, 'ou_chen', '6月发文12件会议3个');
    expect(cardText(card)).toBe(
      '登记2026年6月的数\n市教育局\n发文：12 件（其中计划外 0 件）\n会议：3 次（其中计划外 0 次、直达乡镇 0 次）\n督查检查考核：2 次\n督查检查考核没有说，先按上月数。\n没有问题就点“提交”，月末的卡片会按这些数填好。\n[提交] [修改]',
    );
    const form = cardOf(await tap(runtime, 'ou_chen', card, '修改'));
    expect(filled(form)).toMatchObject({ document: '12', meeting: '3', inspection: '2' });
    expect((await tap(runtime, 'ou_chen', card, '提交')).toast?.text).toBe('已登记，谢谢。');
    expect(await figuresOf(runtime, '2026-06', 'JY')).toMatchObject({
      document: { amount: 12 },
      meeting: { amount: 3 },
      inspection: { amount: 2 },
    });
    const again = await tap(runtime, 'ou_chen', card, '提交');
    expect(again.toast?.text).toBe('已经是这个数了，不用再报。');
    expect(cardOf(again).title).toBe('6月的数已登记');
  });

  it('a forged card with other numbers than a form takes is refused as the form is', async () => {
    await importTables(runtime, { 历史数据: 历史('JY', '督查检查考核', '2026-05', [2]) });
    const card = await say(runtime, 'ou_chen', '6月发文12件会议3个');
    for (const typed of ['{"document":"-1"}', 'nonsense', '[]', '{"document":1}']) {
      const forged: Card = JSON.parse(JSON.stringify(card)) as Card;
      for (const button of buttons(forged)) if (button.value) button.value['typed'] = typed;
      await expect(tap(runtime, 'ou_chen', forged, '提交'), typed).rejects.toMatchObject({ code: 'invalid' });
    }
    expect(await figuresOf(runtime, '2026-06', 'JY')).toEqual({});
  });

  it('in a month that is over they correct it, with the reason asked for', async () => {
    const form = await say(runtime, 'ou_chen', '5月发文3件会议1次督查0次');
    expect(cardText(form)).toContain('更正原因');
    const answer = await tap(runtime, 'ou_chen', form, '提交', { reason: 'omitted' });
    expect(answer.toast?.text).toBe('已更正，统计已按新数更新。');
    expect((await figuresOf(runtime, '2026-05', 'JY')).document?.amount).toBe(3);
  });

  it('whoever registers item by item gets the list: the sum needs no typing', async () => {
    expect((await say(runtime, 'ou_lin', '6月发文12件')).title).toBe('6月登记清单');
  });

  it.each(['12月发文3件', '2027年1月发文3件'])('%s: a month to come is not reported', async (text) => {
    runtime.clock.set('2026-12-02T10:00');
    const said = say(runtime, 'ou_chen', text);
    if (text.startsWith('2027')) await expect(said).rejects.toMatchObject({ code: 'invalid' });
    else expect(cardText(await said)).toContain('登记2026年12月的数');
  });
});
