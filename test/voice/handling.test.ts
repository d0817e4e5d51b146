import { beforeEach, describe, expect, it } from 'vitest';
import { grant, voice, voiceReply } from '../../db/schema/index.ts';
import type { Card } from '../../src/chat/card.ts';
import { cardText } from '../../src/chat/card-text.ts';
import { findActor } from '../../src/people/repo.ts';
import { voice as voiceFeature } from '../../src/voice/index.ts';
import { testCtx } from '../support/ctx.ts';
import { type Desk, openDesk } from './desk.ts';

const SAID = '一周要三张同样的表';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});

const db = () => desk.talk.runtime.store.db;
const clock = () => desk.talk.runtime.clock;

async function told(): Promise<string[]> {
  await desk.deliver();
  const people = ['ou_city', 'ou_county', 'ou_county2', 'ou_both', 'ou_forest', 'ou_admin'];
  return people.filter((openId) => desk.got(openId).some((text) => text.startsWith('有新的投诉建议')));
}

/** The first of the list, opened. */
async function opened(officer: string): Promise<Card> {
  const list = await desk.say(officer, '受理清单');
  const { card, toast } = await desk.tap(officer, list, '办理');
  if (!card) throw new Error(toast?.text);
  return card;
}

describe('who handles it', () => {
  it.each<[what: string, typed: Record<string, string>, who: string[]]>([
    ['the offices of the teller’s own level', { text: SAID }, ['ou_county', 'ou_county2', 'ou_both']],
    [
      'not who also holds a post at the unit complained of',
      { text: SAID, about: '青禾县林业局' },
      ['ou_county', 'ou_county2'],
    ],
    ['nor when it is named in the text alone', { text: `县林业局${SAID}` }, ['ou_county', 'ou_county2']],
    ['nor by a short name', { text: `县林局${SAID}` }, ['ou_county', 'ou_county2']],
    ['the city’s offices for a unit of the city', { text: SAID, about: '市教育局' }, ['ou_city']],
    [
      'the level above when the offices themselves are meant',
      { text: SAID, about: '青禾县委办公室' },
      ['ou_city'],
    ],
    ['also by the names people use', { text: `县两办${SAID}` }, ['ou_city']],
    [
      'the administrators when those above are meant too',
      { text: `市委办公室和县委办${SAID}` },
      ['ou_admin'],
    ],
  ])('%s', async (_, typed, who) => {
    expect(await desk.tell('ou_zhou', '投诉', typed)).toMatch(/^T-/);
    expect(await told()).toEqual(who);
    const officers = ['ou_city', 'ou_county', 'ou_county2', 'ou_both', 'ou_admin'];
    const seen = await Promise.all(
      officers.map(async (officer) => cardText(await desk.say(officer, '受理清单')).includes('表')),
    );
    expect(officers.filter((_officer, i) => seen[i])).toEqual(who);
  });

  it('the unit complained of is sent nothing at all and can open nothing', async () => {
    const number = await desk.tell('ou_zhou', '投诉', { text: SAID, about: '青禾县林业局', sign: 'signed' });
    const item = await opened('ou_county');
    await desk.tap('ou_county', item, '发出答复', { reply: '已经提醒。' });
    await desk.deliver();
    expect(desk.got('ou_forest')).toEqual([]);
    expect(cardText(await desk.say('ou_forest', '受理清单'))).toMatch(/由统筹员、系统管理员办理/);
    expect((await desk.tap('ou_both', item, '发出答复', { reply: '是谁说的' })).toast?.text).toMatch(
      /不归您/,
    );
    expect(cardText(await desk.say('ou_forest', `查受理号 ${number}`))).not.toMatch(/周明|柳溪镇|同样的表/);
  });

  it('where only the offices complained of could take it, they get it without a name or not at all', async () => {
    await db().delete(grant);
    await db().insert(grant).values({ openId: 'ou_city', unit: 'S1', role: 'coordinator' });
    const about = { text: SAID, about: '市委办公室' };
    expect(await desk.tell('ou_zhou', '投诉', { ...about, sign: 'signed' })).toMatch(/请改选“匿名”/);
    expect(await db().select().from(voice)).toEqual([]);
    expect(await desk.tell('ou_zhou', '投诉', about)).toMatch(/^T-/);
    expect(await told()).toEqual(['ou_city']);
  });

  it('while nobody holds such a post nothing is taken in, and the form keeps its words', async () => {
    await db().delete(grant);
    expect(await desk.tell('ou_zhou', '投诉', { text: SAID })).toMatch(/还没有指定受理的岗位.*您填的还在/);
    expect(await db().select().from(voice)).toEqual([]);
  });

  it('a suggestion goes where its teller belongs, whatever unit it names', async () => {
    await desk.tell('ou_zhou', '建议', { text: '建议市委办公室把两个会合开' });
    expect(await told()).toEqual(['ou_county', 'ou_county2', 'ou_both']);
  });

  it('the installation of one county takes in what people without a post say', async () => {
    desk = await openDesk('2026-06-22T09:00', { level: 'county' });
    await db().delete(grant);
    await db().insert(grant).values({ openId: 'ou_county', unit: 'C1', role: 'coordinator' });
    expect(await desk.tell('ou_nobody_knows', '投诉', { text: SAID })).toMatch(/^T-/);
    expect(await told()).toEqual(['ou_county']);
  });
});

describe('the desk’s card', () => {
  const count = (openId: string) =>
    desk.got(openId).filter((text) => text.startsWith('有新的投诉建议')).length;

  it('comes once a workday, without words and names; what comes later is told of on the next one', async () => {
    await desk.tell('ou_zhou', '投诉', { text: SAID, sign: 'signed' });
    await desk.tell('ou_zhou', '投诉', { text: '又一件' });
    await desk.deliver();
    expect(desk.got('ou_county')).toEqual([expect.not.stringMatching(/同样的表|周明/)]);
    await desk.runJob('voice.announce');
    clock().set('2026-06-23T09:08');
    await desk.runJob('voice.announce');
    await desk.runJob('voice.announce');
    await desk.deliver();
    expect(count('ou_county')).toBe(2);
    clock().set('2026-06-24T09:08');
    await desk.runJob('voice.announce');
    await desk.deliver();
    expect(count('ou_county')).toBe(2);
  });

  it('keeps working hours: what comes in over a weekend is one card on Monday (BR-15, BR-16)', async () => {
    for (const at of ['2026-06-26T20:10', '2026-06-27T10:00', '2026-06-28T23:00']) {
      clock().set(at);
      expect(await desk.tell('ou_zhou', '投诉', { text: `${SAID} ${at}` })).toMatch(/^T-/);
      await desk.deliver();
    }
    expect(count('ou_county')).toBe(0);
    clock().set('2026-06-29T08:45');
    await desk.deliver();
    expect(count('ou_county')).toBe(1);
  });

  it('is called off when all was done before it went out', async () => {
    clock().set('2026-06-26T20:10');
    await desk.tell('ou_zhou', '投诉', { text: SAID });
    await desk.tap('ou_county', await opened('ou_county'), '发出答复', { reply: '办好了。' });
    clock().set('2026-06-29T09:30');
    await desk.deliver();
    expect(count('ou_county2')).toBe(0);
  });

  it('waits while the bot is stopped; telling, looking and answering go on (BR-33)', async () => {
    await desk.say('ou_admin', '停用');
    const number = await desk.tell('ou_zhou', '投诉', { text: SAID, sign: 'signed' });
    expect(number).toMatch(/^T-/);
    await desk.deliver();
    expect(count('ou_county')).toBe(0);
    await desk.tap('ou_county', await opened('ou_county'), '发出答复', {
      reply: '先记下，尽快办。',
      next: 'working',
    });
    await desk.deliver();
    expect(desk.got('ou_zhou').at(-1)).toMatch(/您的投诉有答复了/);
  });
});

describe('今日待办', () => {
  it('counts what waits, for those alone who may answer it', async () => {
    await desk.tell('ou_zhou', '投诉', { text: SAID, about: '青禾县林业局' });
    const todo = async (openId: string) => {
      const actor = await findActor(db(), openId);
      return actor ? ((await voiceFeature.todo?.(testCtx(desk.talk.runtime, actor))) ?? []) : [];
    };
    expect(await todo('ou_county')).toMatchObject([
      { kind: 'do', text: '投诉、建议、减负反馈 1 件等待答复' },
    ]);
    for (const other of ['ou_both', 'ou_city', 'ou_forest', 'ou_zhou', 'ou_admin'])
      expect(await todo(other), other).toEqual([]);
  });
});

describe('the answer', () => {
  it('goes to whoever signed, in working hours; the name is seen by the desk alone', async () => {
    const number = await desk.tell('ou_zhou', '投诉', { text: SAID, sign: 'signed' });
    clock().set('2026-06-22T19:30');
    const item = await opened('ou_county');
    expect(cardText(item)).toMatch(/提出人：周明（柳溪镇）/);
    await desk.tap('ou_county', item, '发出答复', { reply: '三张表已并成一张。' });
    await desk.deliver();
    const answers = () => desk.got('ou_zhou').filter((text) => text.startsWith('您的投诉有答复了'));
    expect(answers()).toEqual([]);
    clock().set('2026-06-23T09:00');
    await desk.deliver();
    expect(answers()).toEqual([
      expect.stringMatching(new RegExp(`青禾县委办公室\\n三张表[\\s\\S]*${number}`)),
    ]);
  });

  it('may come in several parts; each is found under the number', async () => {
    const number = await desk.tell('ou_zhou', '减负反馈', { text: SAID });
    await desk.tap('ou_county', await opened('ou_county'), '发出答复', {
      reply: '正在核实。',
      next: 'working',
    });
    expect(cardText(await desk.say('ou_zhou', `查受理号 ${number}`))).toMatch(/正在办理\n[\s\S]*正在核实/);
    await desk.tap('ou_county2', await opened('ou_county2'), '发出答复', { reply: '已经合并。' });
    expect(cardText(await desk.say('ou_zhou', number))).toMatch(/已办结\n[\s\S]*正在核实[\s\S]*已经合并/);
    expect(cardText(await desk.say('ou_county', '受理清单'))).toMatch(/没有等待办理/);
  });

  it('of two officers at once the first one’s goes out; the other keeps what they typed', async () => {
    await desk.tell('ou_zhou', '投诉', { text: SAID, sign: 'signed' });
    const [one, two] = [await opened('ou_county'), await opened('ou_county2')];
    const answers = await Promise.all([
      desk.tap('ou_county', one, '发出答复', { reply: '我来办。', next: 'working' }),
      desk.tap('ou_county2', two, '发出答复', { reply: '由我办。', next: 'working' }),
    ]);
    const tones = answers.map(({ toast }) => toast?.tone);
    expect(new Set(tones)).toEqual(new Set(['error', 'success']));
    const lost = answers.find(({ toast }) => toast?.tone === 'error');
    expect(lost?.toast?.text).toMatch(/刚才已经答复：“.{4}”。您的没有发出，还在表单里/);
    expect(lost?.card).toBeUndefined();
    await desk.deliver();
    expect(desk.got('ou_zhou').filter((text) => text.startsWith('您的投诉有答复了'))).toHaveLength(1);
  });

  it('sent twice by the same officer is one', async () => {
    await desk.tell('ou_zhou', '投诉', { text: SAID, sign: 'signed' });
    const item = await opened('ou_county');
    const typed = { reply: '办好了。' };
    const twice = await Promise.all([1, 2].map(() => desk.tap('ou_county', item, '发出答复', typed)));
    expect(twice.map(({ toast }) => toast?.tone)).toEqual(['success', 'success']);
    await desk.deliver();
    expect(desk.got('ou_zhou').filter((text) => text.startsWith('您的投诉有答复了'))).toHaveLength(1);
  });

  it('holds nothing secret or personal', async () => {
    await desk.tell('ou_zhou', '投诉', { text: SAID });
    const item = await opened('ou_county');
    const answer = await desk.tap('ou_county', item, '发出答复', { reply: '请打13800138000' });
    expect(answer.toast?.text).toMatch(/没有发出，您填的还在/);
  });

  it('whoever signed is forgotten thirty days after it was done (BR-34)', async () => {
    await desk.tell('ou_zhou', '投诉', { text: SAID, sign: 'signed' });
    await desk.tap('ou_county', await opened('ou_county'), '发出答复', { reply: '办好了。' });
    const signer = async () => (await db().select().from(voice))[0]?.person;
    clock().set('2026-07-21T03:38');
    await desk.runJob('voice.forget');
    expect(await signer()).toBe('ou_zhou');
    clock().set('2026-07-23T03:38');
    await desk.runJob('voice.forget');
    expect(await signer()).toBe('');
  });

  it('a year after it was done nothing of it is left; what is not done stays', async () => {
    const number = await desk.tell('ou_zhou', '投诉', { text: SAID });
    await desk.tap('ou_county', await opened('ou_county'), '发出答复', { reply: '办好了。' });
    await desk.tell('ou_zhou', '投诉', { text: '还没有办的' });
    clock().set('2027-06-22T03:44');
    await desk.runJob('voice.forget-settled');
    expect(await db().select().from(voiceReply)).toHaveLength(1);
    clock().set('2027-06-23T03:44');
    await desk.runJob('voice.forget-settled');
    expect(await db().select().from(voice)).toMatchObject([{ text: '还没有办的', state: 'open' }]);
    expect(await db().select().from(voiceReply)).toEqual([]);
    expect(cardText(await desk.say('ou_zhou', `查受理号 ${number}`))).toMatch(/办结满一年的已经删除/);
  });
});
