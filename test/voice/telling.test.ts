import { beforeEach, describe, expect, it } from 'vitest';
import { outbox, voice } from '../../db/schema/index.ts';
import { cardText } from '../../src/chat/card-text.ts';
import { wholeDatabase } from '../policy/whole-database.ts';
import { type Desk, openDesk } from './desk.ts';

const SAID = '县林业局一周要三张同样的表';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});

const db = () => desk.talk.runtime.store.db;
const stored = () => db().select().from(voice);

describe('BR-03: a word in any chat opens the form', () => {
  it.each([
    ['投诉', '投诉'],
    ['我要投诉。', '投诉'],
    ['建议', '建议'],
    ['意见建议', '建议'],
    ['减负反馈', '减负反馈'],
    ['反馈', '减负反馈'],
  ])('%s', async (word, title) => {
    const card = await desk.say('ou_zhou', word);
    expect(card.title).toBe(title);
    expect(cardText(card)).toMatch(/怎么署名：anonymous[\s\S]*\[提交\]/);
    expect(await stored()).toEqual([]);
  });

  it.each([
    ['投诉 会太多了', '会太多了'],
    ['投诉：会太多了', '会太多了'],
    ['我要投诉，会太多了\n一天三个', '会太多了\n一天三个'],
    ['提个建议：把两张表并成一张', '把两张表并成一张'],
    ['减负反馈 表太多', '表太多'],
  ])('what was typed behind it stands in the form: %s', async (typed, text) => {
    expect(cardText(await desk.say('ou_zhou', typed))).toContain(`内容：${text}\n`);
    expect(await stored()).toEqual([]);
  });

  it('what must not be kept is not even put into the form', async () => {
    const card = await desk.say('ou_zhou', '投诉 绝密★启封前 甲工程的部署');
    expect(cardText(card)).not.toContain('甲工程');
  });

  it('in a group the person is led to the private chat, and nothing is kept of what the group saw', async () => {
    await desk.inGroup('ou_zhou', `投诉 ${SAID}`);
    await desk.deliver();
    expect(desk.got('oc_group')).toEqual([expect.stringMatching(/已在单聊里给您发了表单/)]);
    expect(desk.got('ou_zhou')).toEqual([expect.stringMatching(/^投诉\n[\s\S]*内容：\n/)]);
    const written = JSON.stringify(await wholeDatabase(db())) + desk.log.join('\n');
    expect(written).not.toContain('林业局一周');
    expect(await stored()).toEqual([]);
  });
});

describe('BR-03: without a name', () => {
  /** Where a person of the roster stands anyway. */
  const traces = async (openId: string) => {
    const { person: _, grant: __, ...rest } = await wholeDatabase(db());
    return JSON.stringify(rest).split(openId).length - 1 + desk.log.join('\n').split(openId).length - 1;
  };

  it.each(['ou_zhou', 'ou_nobody_knows'])('no table and no log line knows who told: %s', async (teller) => {
    const number = await desk.tell(teller, '投诉', { text: SAID, about: '青禾县林业局' });
    expect(number).toMatch(/^T-/);
    await desk.deliver();
    const list = await desk.say('ou_county', '受理清单');
    const item = (await desk.tap('ou_county', list, '办理')).card;
    await desk.tap('ou_county', item ?? list, '发出答复', { reply: '已请该局把三张表并成一张。' });
    await desk.say(teller, `查受理号 ${number}`);
    await desk.deliver();
    expect(desk.got(teller).at(-1)).toMatch(/已办结[\s\S]*并成一张/);
    expect(await traces(teller)).toBe(0);
    expect(await stored()).toMatchObject([{ number, person: '', day: '2026-06-22' }]);
  });

  it('what is written at that moment tells no moment: only the day, and a number that is no sequence', async () => {
    const first = await desk.tell('ou_zhou', '投诉', { text: '第一件' });
    const second = await desk.tell('ou_zhou', '投诉', { text: '第二件' });
    const [row] = await stored();
    expect(JSON.stringify(row)).not.toContain(String(desk.talk.runtime.clock.now()));
    expect(first.slice(2, 6)).not.toBe(second.slice(2, 6));
  });

  it('a teller who wrote to a silent platform is forgotten once the form has gone out', async () => {
    await desk.say('ou_zhou', '投诉');
    expect(await traces('ou_zhou')).toBeGreaterThan(0);
    await desk.deliver();
    expect(await traces('ou_zhou')).toBe(0);
  });

  it('nor does the row of a form stay whose sender died between sending it and writing that down', async () => {
    const form = await desk.say('ou_zhou', '投诉');
    await db()
      .update(outbox)
      .set({ state: 'sending', leaseUntil: desk.talk.runtime.clock.now() + 300_000 });
    expect((await desk.tap('ou_zhou', form, '提交', { text: SAID })).toast?.tone).toBe('success');
    expect(await traces('ou_zhou')).toBe(0);
    await desk.deliver();
    expect(desk.got('ou_zhou')).toEqual([]);
  });
});

describe('a form sent twice', () => {
  it('is one complaint with one number, however quick the fingers', async () => {
    const form = await desk.say('ou_zhou', '投诉');
    const typed = { text: SAID, sign: 'signed' };
    const answers = await Promise.all([1, 2, 3].map(() => desk.tap('ou_zhou', form, '提交', typed)));
    expect(new Set(answers.map(({ card }) => card && cardText(card))).size).toBe(1);
    expect(await stored()).toHaveLength(1);
  });

  it('with other words is told which number it has', async () => {
    const form = await desk.say('ou_zhou', '投诉');
    await desk.tap('ou_zhou', form, '提交', { text: SAID });
    const again = await desk.tap('ou_zhou', form, '提交', { text: '另一件事' });
    expect(again).toMatchObject({ toast: { tone: 'error', text: expect.stringMatching(/已经提交过一次/) } });
    expect(again.card).toBeUndefined();
    expect(await stored()).toHaveLength(1);
  });
});

describe('what must not be kept', () => {
  it.each([
    ['我的身份证410611199003071234', /身份证号/],
    ['请打13800138000找我', /手机号/],
    ['补贴没打到6222021234567890123', /银行卡号/],
    ['秘密★1年\n各乡镇：乙方案如下', /涉密/],
    ['我要举报秦书记收红包', /12388/],
    ['柳溪村会计章有财挪用了三万块补贴', /12388/],
    ['谈话记录：滕镇长作风独断，群众有意见', /谈话/],
  ])('is warned of and leaves no trace; the form keeps it: %s', async (text, warning) => {
    const form = await desk.say('ou_zhou', '投诉');
    await desk.deliver();
    const before = await wholeDatabase(db());
    const answer = await desk.tap('ou_zhou', form, '提交', { text });
    expect(answer.toast).toMatchObject({ tone: 'error', text: expect.stringMatching(warning) });
    expect(answer.card).toBeUndefined();
    expect(await wholeDatabase(db())).toEqual(before);
    expect(desk.log.join('\n')).not.toContain(text.slice(0, 6));
  });

  it.each([
    '县林业局天天催报表，一天三次',
    '书记每次开会都要求各村拍照打卡',
    '镇里要求工作群里接龙，半夜也要回',
    '同一份台账要报给三个部门，数据还不一样',
    '领导调研要求层层陪同，一次来二十多个人',
    '督查组不看现场只翻笔记，还要补去年的会议记录',
    '通知周六交材料，周五晚上九点才发',
    '考核指标比去年多了十二项，凭什么还要排名',
  ])('what is hard on people may be said: %s', async (text) => {
    expect(await desk.tell('ou_zhou', '投诉', { text })).toMatch(/^T-/);
  });

  it('an empty form says what is missing', async () => {
    const form = await desk.say('ou_zhou', '投诉');
    const { toast, card } = await desk.tap('ou_zhou', form, '提交', {});
    expect(toast?.text).toMatch(/内容没有填/);
    expect(card).toBeUndefined();
  });
});

describe('the way of it by its number', () => {
  it.each([
    (n: string) => `查受理号 ${n}`,
    (n: string) => `查受理号${n}`,
    (n: string) => `受理号：${n}`,
    (n: string) => `进度 ${n}`,
    (n: string) => n,
    (n: string) => n.toLowerCase().replaceAll('-', ''),
    (n: string) => `查受理号 ${n.replaceAll('-', ' ')}。`,
  ])('%s', async (say) => {
    const number = await desk.tell('ou_zhou', '建议', { text: '两张表并成一张' });
    const card = cardText(await desk.say('ou_nobody_knows', say(number)));
    expect(card).toMatch(new RegExp(`受理号：${number}[\\s\\S]*已受理，等待办理`));
    expect(card).not.toContain('两张表');
  });

  it.each(['查受理号 T-2222-2222', '查受理号 12345', '受理号 找不到了'])('%s is unknown', async (text) => {
    expect(cardText(await desk.say('ou_zhou', text))).toMatch(/没有这个受理号/);
  });

  it('without a number it lists what one signed, and nothing else', async () => {
    const signed = await desk.tell('ou_zhou', '投诉', { text: SAID, sign: 'signed' });
    await desk.tell('ou_zhou', '投诉', { text: '不署名的一件' });
    const card = await desk.say('ou_zhou', '我的反馈');
    expect(card.blocks.filter(({ kind }) => kind === 'buttons')).toHaveLength(1);
    const status = (await desk.tap('ou_zhou', card, '看办理情况')).card;
    expect(status && cardText(status)).toContain(signed);
    expect(cardText(await desk.say('ou_nobody_knows', '我的反馈'))).toMatch(/请把受理号写在后面/);
  });
});
