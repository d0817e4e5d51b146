import { beforeEach, describe, expect, it } from 'vitest';
import { inbox, localFigure, outbox, unit } from '../../db/schema/index.ts';
import { facts } from '../../db/seed/facts.ts';
import type { Card, FormBlock } from '../../src/chat/card.ts';
import { cardText } from '../../src/chat/card-text.ts';
import { findCommand } from '../../src/chat/commands.ts';
import { handleClick } from '../../src/chat/index.ts';
import { brokenRule } from '../../src/delivery/manners.ts';
import { checkCard } from '../../src/feishu/card-check.ts';
import { cardJson } from '../../src/feishu/card-json.ts';
import type { Logger } from '../../src/kernel/ports.ts';
import { policy } from '../../src/policy/index.ts';
import { publishWrites } from '../../src/policy/publish-writes.ts';
import { documentFindings } from '../../src/policy/self-checks/rules/document.ts';
import { missingOf } from '../../src/policy/self-checks/rules/five-small.ts';
import { type MeetingSign, meetingFindings } from '../../src/policy/self-checks/rules/meeting.ts';
import { readLists } from '../../src/policy/self-checks/rules/tolerance-lists.ts';
import { startTalk, type Talk } from '../support/conversation.ts';
import { testCtx } from '../support/ctx.ts';
import { samples } from './fixtures/questions.ts';
import { wholeDatabase } from './whole-database.ts';

const me = 'ou_cadre';
let talk: Talk;
let log: string[];
beforeEach(async () => {
  log = [];
  const write = (event: string, data: Record<string, unknown> = {}) =>
    void log.push(JSON.stringify([event, data]));
  const logger: Logger = { debug: write, info: write, warn: write, error: write };
  talk = await startTalk([policy]);
  Object.assign(talk.runtime, { log: logger });
});

const db = () => talk.runtime.store.db;

/** The card that answers a message. */
async function say(text: string): Promise<Card> {
  await talk.say(me, text);
  const rows = await db().select().from(outbox).orderBy(outbox.id);
  const card = rows.at(-1)?.card;
  if (!card) throw new Error('no answer');
  return card;
}

async function click(action: string, value: Record<string, unknown>, form: Record<string, unknown> = {}) {
  const source = {
    kind: 'click' as const,
    eventId: 'c1',
    messageId: 'om_1',
    chatId: 'oc_1',
    openId: me,
    action,
    version: 1,
    value,
    form,
  };
  return handleClick(talk.conversation, source, () => new Promise<void>(() => {}));
}

function formOf(card: Card): FormBlock {
  const form = card.blocks.find((block) => block.kind === 'form');
  if (form?.kind !== 'form') throw new Error('no form');
  return form;
}

/** Opens a self-check, ticks the boxes whose text begins so, fills in the rest, and gives the result card. */
async function check(command: string, ticks: string[], typed: Record<string, string> = {}): Promise<Card> {
  const { fields, submit } = formOf(await say(command));
  const form: Record<string, unknown> = { ...typed };
  const wanted = new Set(ticks);
  for (const field of fields)
    if (field.kind === 'checklist')
      for (const { text, value } of field.options) {
        const tick = ticks.find((each) => text.startsWith(each));
        form[`${field.name}.${value}`] = tick !== undefined;
        if (tick !== undefined) wanted.delete(tick);
      }
  expect([...wanted], 'all of them can be ticked').toEqual([]);
  const { card, toast } = await click(submit.action, submit.value ?? {}, form);
  if (!card) throw new Error(toast?.text);
  return card;
}

const NAMES = ['容错自查', '办会自查', '发文自查', '五小自查'];

describe('a self-check is opened', () => {
  it.each<[string, string]>([
    ['容错自查', '容错自查'],
    ['容错自查：去年修路没等招标走完就开工了', '容错自查'],
    ['这种情况能不能容', '容错自查'],
    ['我这情况能不能容错？', '容错自查'],
    ['帮我看看我这种事能不能容错', '容错自查'],
    ['俺这事儿够不够容错', '容错自查'],
    ['办会自查', '办会自查'],
    ['这会该不该开', '办会自查'],
    ['这个会要不要开？', '办会自查'],
    ['发文自查', '发文自查'],
    ['这个文能不能发', '发文自查'],
    ['这份通知该不该发', '发文自查'],
    ['五小自查', '五小自查'],
    ['“五小”自查', '五小自查'],
  ])('by %s', async (text, title) => {
    const card = await say(text);
    expect(card.title).toBe(title);
    expect(formOf(card).fields.length).toBeGreaterThan(0);
  });

  it.each([
    '去年修村道，镇上开会定的先干起来，这种能不能容错，我该找谁',
    '村干部能不能申请容错',
    '三个不开是啥',
    '这会要开到村里，要谁批',
    '文件为啥被退回来了',
    '五小是哪五小',
    '这个文超没超字数',
    '没列入计划的文还能不能发',
  ])('but not by a question: %s', (text) => {
    expect(findCommand([policy], text)).toBeUndefined();
  });

  it('自查 offers all four', async () => {
    const card = await say('自查');
    const buttons = card.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
    expect(buttons.map(({ text }) => text)).toEqual(NAMES);
    for (const button of buttons) {
      if (!('action' in button)) throw new Error('no action');
      const { card: opened } = await click(button.action, button.value ?? {});
      expect(opened?.title).toBe(button.text);
    }
  });

  it.each(['自查', ...NAMES, '这会该不该开'])('in private only: %s', async (text) => {
    await talk.say(me, text, { chat: { id: 'oc_group', kind: 'group' }, mentioned: true });
    expect(await talk.queued('oc_group')).toEqual([
      '请到单聊里办理\n这项功能只在与我的单聊里办理，群里不收数、不派任务。',
    ]);
  });
});

describe('nothing is stored', () => {
  const story = '容错自查：去年汛期前柳溪村道路没等招标走完就开工，我叫秦大山';

  it('of what was written to open it: the ended inbox, and a card that is the same for everybody', async () => {
    const before = await wholeDatabase(db());
    await say(story);
    const { inbox: claims, outbox: cards, ...rest } = await wholeDatabase(db());
    const { inbox: _, outbox: __, ...restBefore } = before;
    expect(rest).toEqual(restBefore);
    expect(claims).toMatchObject([{ state: 'handled', body: '' }]);
    expect(cards).toMatchObject([{ subject: 'chat.fleeting' }]);
    for (const words of ['柳溪', '秦大山', '招标', '汛期'])
      expect(JSON.stringify([claims, cards]) + log.join('')).not.toContain(words);
    const plain = await say('容错自查');
    expect((cards as { card: Card }[])[0]?.card).toEqual(plain);
  });

  it.each<[string, string[], Record<string, string>]>([
    ['容错自查', ['处理历史遗留', '谋取私利', '推动发展'], {}],
    ['办会自查', ['只传达', '要直接开到'], {}],
    ['发文自查', ['照搬', '要求下级报送'], { kind: 'special', count: '4300' }],
    ['五小自查', ['小食堂', '装修'], {}],
  ])('%s: of what was ticked not a row', async (name, ticks, typed) => {
    const { submit } = formOf(await say(name));
    const before = await wholeDatabase(db());
    await check(name, ticks, typed);
    const after = await wholeDatabase(db());
    // Opening it once more brought one more ended claim and the same empty card; the click itself brought nothing.
    const { inbox: claims, outbox: cards, ...rest } = after;
    const { inbox: claimsBefore, outbox: cardsBefore, ...restBefore } = before;
    expect(rest).toEqual(restBefore);
    expect(claims).toHaveLength((claimsBefore?.length ?? 0) + 1);
    expect(cards).toHaveLength((cardsBefore?.length ?? 0) + 1);
    await click(submit.action, submit.value ?? {}, { ...typed, 'signs.passes_on': true });
    expect(await wholeDatabase(db())).toEqual(after);
    expect(log.join('')).not.toContain(me);
  });

  it('the inbox keeps no text', async () => {
    await say(story);
    expect(await db().select({ body: inbox.body }).from(inbox)).toEqual([{ body: '' }]);
  });
});

describe('tolerance: what matches, procedure and office, never a verdict (RC-17)', () => {
  it('general lists are labelled as such', async () => {
    const text = cardText(await say('容错自查'));
    expect(text).toContain('正面清单（外地办法归纳，不是本地清单）');
    expect(text).toContain('负面清单（外地办法归纳，不是本地清单）');
    for (const item of ['经民主决策', '先行先试', '突发、急难险重', '历史遗留', '主动挽回'])
      expect(text).toContain(item);
    for (const item of ['谋取私利', '明知故犯', '明令禁止', '重大安全责任事故', '弄虚作假'])
      expect(text).toContain(item);
  });

  it('tells what was ticked, the four steps, six looks, materials and whom to ask', async () => {
    const text = cardText(await check('容错自查', ['经民主决策', '主动挽回', '推动发展的无意过失']));
    expect(text).toContain('对上的正面情形\n· 经民主决策，落实上级部署时出现偏差\n· 主动挽回了损失');
    expect(text).toContain('“三个区分开来”里对上的\n· 推动发展的无意过失');
    expect(text).not.toContain('对上的负面情形');
    expect(text).toContain('申请提出 → 调查核实 → 结论认定 → 启动纠错');
    for (const look of ['动机态度', '客观条件', '程序方法', '性质程度', '后果影响', '挽回损失'])
      expect(text).toContain(look);
    expect(text).toContain('申请书、事情经过');
    expect(text).toContain('纪委监委、组织部门');
    expect(text).toContain('能不能容，由有权机关按程序认定，我不判断');
  });

  const every = [['谋取私利', '弄虚作假'], ['处理历史遗留'], [], ['谋取私利', '处理历史遗留', '推进改革']];
  it.each(every)('no verdict, whatever is ticked: %s', async (...ticks) => {
    const text = cardText(await check('容错自查', ticks.filter(Boolean)));
    expect(text).toContain('我不判断');
    expect(text).not.toMatch(
      /您(这|的)?.{0,6}(可以|能够|应当|不能|不可以|属于|符合)|(建议|结论是|判定|认定为)|一定(能|不能)/,
    );
  });

  it('the local lists take the place of the general ones, office and steps with them', async () => {
    await db()
      .insert(localFigure)
      .values([
        {
          code: 'LOC-16',
          position: 0,
          values: { 项目: '正面清单', 内容: '1. 集体研究后先行先试；2. 抢险救灾临机处置' },
        },
        { code: 'LOC-16', position: 1, values: { 项目: '负面清单', 内容: '搞利益输送' } },
        { code: 'LOC-17', values: { 环节: '调查核实', 工作日数: '20' } },
        { code: 'LOC-18', values: { 机关: '县纪委监委', 电话: '0000-118' } },
      ]);
    const form = cardText(await say('容错自查'));
    expect(form).toContain('正面清单（本地清单）');
    expect(form).toContain('□ 抢险救灾临机处置');
    expect(form).not.toContain('先行先试，缺乏经验');
    const text = cardText(await check('容错自查', ['抢险救灾', '搞利益输送']));
    expect(text).toContain('对上的负面情形\n· 搞利益输送');
    expect(text).toContain('县纪委监委，0000-118');
    expect(text).toContain('环节 调查核实，工作日数 20');
    expect(text).not.toContain('还没有录入');
  });

  it('a card with other lists than those of today is refused', async () => {
    const { submit } = formOf(await say('容错自查'));
    await db()
      .insert(localFigure)
      .values({ code: 'LOC-16', values: { 项目: '负面清单', 内容: '搞利益输送' } });
    const { card, toast } = await click(submit.action, submit.value ?? {}, { 'negative.0': true });
    expect(card).toBeUndefined();
    expect(toast?.text).toBe('本地清单刚刚更新过，请重新打开这项自查再勾。');
  });

  it.each([
    [{ 类别: '负面', 情形: '数据造假' }, [], ['数据造假']],
    [{ 说明: '适用对象', 内容: '村干部' }, [], []],
    [{ 项目: '可以容错的情形', 内容: '（一）先行先试\n（二）抢险' }, ['先行先试', '抢险'], []],
  ])('rows are told apart by their words: %j', (row, positive, negative) => {
    const patterns = {
      positive: /正面|可以容错/,
      negative: /负面|不予容错/,
      between: /[；;\n]+/,
      mark: /^[（(][一二三]+[)）]/,
    };
    expect(readLists([row as Record<string, string>], patterns)).toEqual({ positive, negative });
  });
});

describe('should this meeting be held', () => {
  it.each<[MeetingSign[], string[]]>([
    [[], ['nothing']],
    [['passes_on'], ['passes_on']],
    [
      ['unprepared', 'listens'],
      ['unprepared', 'listens'],
    ],
    [['issued'], ['issued']],
    [['direct'], ['needs_approval']],
    [['direct', 'approved'], ['note_approval']],
    [['approved'], ['nothing']],
    [
      ['similar', 'passes_on'],
      ['passes_on', 'combine'],
    ],
    [['long'], ['long']],
  ])('%j', (signs, findings) => expect(meetingFindings(signs)).toEqual(findings));

  it('says which rule, how to combine, who approves, and leaves the decision to the unit', async () => {
    const text = cardText(
      await check('办会自查', ['只传达', '这件事已经发过文', '要直接开到', '近期有主题相近']),
    );
    expect(text).toContain('不开只传达上级精神而无落实措施的会');
    expect(text).toContain('已发文的事项原则上不再专门开会');
    expect(text).toContain(
      '未经同级党委主要负责同志批准，不得随意召开直达基层的会议，电视电话会、网络视频会也算',
    );
    expect(text).toContain('多会合一');
    expect(text).toContain('开不开由您单位按程序定');
    expect(text).toContain('《整治形式主义为基层减负若干规定》');
  });
});

it('a meeting of more than half a day, or a speech of more than an hour, is pointed out and not forbidden (BR-26)', async () => {
  const text = cardText(await check('办会自查', ['计划开半天以上']));
  expect(text).toContain('会议一般半天以内');
  expect(text).toContain('不超过 1 小时');
  expect(text).toContain('开不开由您单位按程序定');
});

describe('a draft before it is issued', () => {
  it.each<[string, string[]]>([
    ['不在年度发文计划', ['计划管理、总量管控', '计划外审批']],
    ['照搬', ['照抄照转', '通行做法']],
    ['写了形势背景', ['开门见山']],
    ['要求下级报送', ['一般不要求报送贯彻落实情况']],
    ['要求下级制定', ['一般不要求制定配套文件']],
    ['打算改用便笺', ['“红头”变“白头”', '正道是合并、不发，或走计划外审批']],
  ])('%s', async (tick, said) => {
    const text = cardText(await check('发文自查', [tick], { kind: 'special' }));
    for (const words of said) expect(text).toContain(words);
  });

  it.each<[Record<string, string>, string]>([
    [{ kind: 'special', count: '4001' }, '4001 字，超 1 字：4001 − 4000 ＝ 1'],
    [{ kind: 'special', count: '4000' }, '篇幅：4000 字，没有超过国家规定的 4000 字'],
    [{ kind: 'general', count: '5000' }, '篇幅：5000 字，没有超过国家规定的 5000 字'],
    [{ kind: 'general', count: '５，３００字' }, '5300 字，超 300 字：5300 − 5000 ＝ 300'],
    [{ kind: 'overall', count: '9000' }, '部署综合性工作的文件，国家规定的字数限制除外'],
  ])('BR-22, length: %j', async (typed, said) => {
    expect(cardText(await check('发文自查', [], typed))).toContain(said);
  });

  it('the number may be left out, and what cannot be read is told at once, entries kept', async () => {
    expect(cardText(await check('发文自查', []))).not.toMatch(/篇幅：|超过篇幅/);
    const { submit } = formOf(await say('发文自查'));
    const { card, toast } = await click(submit.action, submit.value ?? {}, {
      count: '四五千吧',
      kind: 'memo',
    });
    expect(card).toBeUndefined();
    expect(toast?.text).toContain('“四五千吧”看不出是几');
    expect(toast?.text).toContain('文件类型');
  });

  it('local requirements are ticked along once they are entered; until then their lack is told', async () => {
    expect(cardText(await check('发文自查', []))).toContain('还没有录入，这里用的是国家规定和通行做法');
    await db()
      .insert(localFigure)
      .values({ code: 'LOC-22', values: { 项目: '创新比例', 内容: '不低于三成' } });
    expect(cardText(await say('发文自查'))).toContain('□ 创新比例：不低于三成');
    const text = cardText(await check('发文自查', ['创新比例']));
    expect(text).toContain('本地要求里您勾的\n· 创新比例：不低于三成');
    expect(text).not.toContain('还没有录入，');
  });

  it('findings keep their order; too long is one', () => {
    expect(documentFindings(['disguised', 'copied'], false)).toEqual(['copied', 'disguised']);
    expect(documentFindings([], true)).toEqual([]);
    expect(documentFindings([], false)).toBe('nothing');
  });
});

describe('the five small ones', () => {
  it('what is there, what is not, and the red line (WX-08)', async () => {
    const text = cardText(await check('五小自查', ['小食堂', '小厕所', '借“五小”']));
    expect(text).toContain('已经有的\n· 小食堂\n· 小厕所');
    expect(text).toContain('还没有的\n· 小澡堂\n· 小图书馆\n· 小文体活动中心');
    expect(text).toContain('红线：不能建楼堂馆所');
    expect(missingOf(['bath'])).toEqual(['canteen', 'toilet', 'library', 'activities']);
  });

  it('the red line is told even when nothing is ticked, and money is the budgets’ business', async () => {
    expect(cardText(await check('五小自查', []))).toContain('不能借“五小”“周转房”名义建楼堂馆所');
    expect(cardText(await check('五小自查', ['建设或维护的钱']))).toContain('建设和维护资金列入市县财政预算');
  });

  it('local standards of one’s own county once they are entered', async () => {
    expect(cardText(await check('五小自查', []))).toContain('“五小”的本地建设标准还没有录入');
    await db().insert(unit).values({ code: 'T1', name: '柳溪镇', tier: 'township', county: '青禾县' });
    await db()
      .insert(localFigure)
      .values([
        { code: 'LOC-10', values: { 项目: '小食堂', 面积: '不超过八十平方米' } },
        { code: 'LOC-12', values: { 项目: '小食堂', 牵头: '机关事务中心' } },
      ]);
    expect(cardText(await say('五小自查'))).toContain('□ 小食堂，面积 不超过八十平方米');
    expect(cardText(await check('五小自查', []))).toContain('小食堂，牵头 机关事务中心');
  });
});

describe('every card of a self-check', () => {
  async function all(): Promise<Card[]> {
    const cards = [await say('自查')];
    for (const name of NAMES) {
      const form = await say(name);
      cards.push(form);
      const boxes = formOf(form).fields.flatMap((field) =>
        field.kind === 'checklist' ? field.options.map(({ text }) => text) : [],
      );
      cards.push(await check(name, []), await check(name, boxes, { kind: 'special', count: '4300' }));
    }
    return cards;
  }

  it('is one that the platform takes, and keeps its manners', async () => {
    for (const card of await all()) {
      expect([card.title, checkCard(cardJson(card))]).toEqual([card.title, []]);
      expect(brokenRule(card, { asked: true, group: false, names: [] })).toBeUndefined();
      expect(cardText(card)).not.toContain('LOC-');
    }
  });

  it('has no figure that is not in the facts, in the form, or computed', async () => {
    const known = [...facts.values()].map(({ text, source, figures }) => text + source + figures).join('\n');
    const own = ['4300', '300', '36', '22'];
    for (const card of await all())
      for (const [figure] of cardText(card).matchAll(/\d+(?:\.\d+)?/g))
        expect(known.includes(figure) || own.includes(figure), `${card.title}: ${figure}`).toBe(true);
  });

  it('is offered below an answer on its matter, and comes as a message of its own, once', async () => {
    await talk.runtime.store.atomically(await publishWrites(testCtx(talk.runtime), samples));
    const answer = await say('容错怎么申请');
    const buttons = answer.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
    const offer = buttons.find(({ text }) => text === '容错自查');
    if (!offer || !('action' in offer)) throw new Error('no offer');
    for (const _ of [1, 2]) {
      const { card, toast } = await click(offer.action, offer.value ?? {});
      expect([card, toast?.text]).toEqual([undefined, '自查清单在下面一条消息里。']);
    }
    const forms = (await db().select().from(outbox)).filter(({ subject }) => subject === 'chat.fleeting');
    expect(forms.map(({ card }) => card?.title)).toEqual(['容错自查']);
    await talk.say(me, '容错怎么申请', { chat: { id: 'oc_group', kind: 'group' }, mentioned: true });
    expect((await talk.queued('oc_group')).join()).not.toContain('容错自查');
  });

  it('can be done again from its result', async () => {
    const result = await check('办会自查', ['只传达']);
    const [again] = result.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
    if (!again || !('action' in again)) throw new Error('no button');
    expect((await click(again.action, again.value ?? {})).card?.title).toBe('办会自查');
  });

  it('whatever a client sends, it is read as nothing ticked', async () => {
    const { submit } = formOf(await say('办会自查'));
    for (const form of [{}, { signs: ['passes_on'] }, { 'signs.x': true, 'signs.passes_on': 'on' }]) {
      const { card } = await click(submit.action, submit.value ?? {}, form);
      expect(cardText(card as Card)).toContain('没有对上“三个不开”');
    }
    expect((await click(submit.action, {}, {})).toast?.tone).toBe('error');
  });
});
