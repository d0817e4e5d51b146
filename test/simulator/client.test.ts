import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { card, GROUP, LIN, QIU, sendCard, type World, world } from './world.ts';

const REPORT = JSON.parse(
  readFileSync(
    fileURLToPath(new URL('../feishu/fixtures/card_example.monthly_report_form.json', import.meta.url)),
    'utf8',
  ),
);

const label = (content: string) => ({ tag: 'plain_text', content });
const options = [
  { text: label('一季度'), value: 'q1' },
  { text: label('二季度'), value: 'q2' },
];

/** A form in which every field has a value, one is disabled and one has its label before it. */
const PREFILLED = card('统计', {}, [
  {
    tag: 'form',
    name: 'f',
    elements: [
      {
        tag: 'input',
        name: 'docs',
        label: label('发文'),
        default_value: '12',
        required: true,
        max_length: 5,
      },
      { tag: 'input', name: 'unit', label: label('单位'), default_value: '望江镇', disabled: true },
      { tag: 'markdown', content: '**季度**（必填）' },
      { tag: 'select_static', name: 'quarter', options, initial_option: 'q1' },
      { tag: 'multi_select_static', name: 'many', options, selected_values: ['q1'], required: false },
      { tag: 'date_picker', name: 'due', placeholder: label('截止'), initial_date: '2026-09-10' },
      { tag: 'checker', name: 'sure', text: label('已核对'), checked: true },
      {
        tag: 'button',
        name: 'ok',
        text: label('提交'),
        form_action_type: 'submit',
        behaviors: [{ type: 'callback', value: { action: 'counts.submit' } }],
        confirm: { title: label('确认？'), text: label('提交后不能改') },
      },
    ],
  },
]);

function action({ bot }: World): Record<string, unknown> {
  return bot.only('card.action.trigger').body.event.action as Record<string, unknown>;
}

async function opened(json: unknown): Promise<{ w: World; id: string }> {
  const w = await world();
  return { w, id: await sendCard(w, LIN, json) };
}

describe('D submitting a form', () => {
  it('untouched fields keep what the card brought', async () => {
    const { w, id } = await opened(PREFILLED);
    await w.platform.users.submit(LIN, id, {});
    expect(action(w)).toEqual({
      value: { action: 'counts.submit' },
      tag: 'button',
      name: 'ok',
      timezone: 'Asia/Shanghai',
      form_value: {
        docs: '12',
        unit: '望江镇',
        quarter: 'q1',
        many: ['q1'],
        due: '2026-09-10 +0800',
        sure: true,
      },
    });
  });

  it('fields are found by label, by the text before them, by placeholder or name; numbers go as text', async () => {
    const { w, id } = await opened(PREFILLED);
    const entries = { 发文: 7, 季度: '二季度', many: ['q2', '一季度'], 截止: '2026-10-01', 已核对: false };
    await w.platform.users.submit(LIN, id, entries, '提交');
    expect(action(w).form_value).toMatchObject({
      docs: '7',
      quarter: 'q2',
      many: ['q2', 'q1'],
      due: '2026-10-01 +0800',
      sure: false,
    });
  });

  it.each(['１２', '1,200', '3万', ' 5 ', '-', '1e3'])('what is typed goes as it is: %j', async (typed) => {
    const { w, id } = await opened(PREFILLED);
    await w.platform.users.submit(LIN, id, { 发文: typed });
    expect(action(w).form_value).toMatchObject({ docs: typed });
  });

  it('pressing the submit button submits what stands there', async () => {
    const { w, id } = await opened(PREFILLED);
    await w.platform.users.click(LIN, id, '提交');
    expect(action(w).form_value).toMatchObject({ docs: '12' });
  });

  it.each([
    ['natural', { products: [], remark: '' }],
    ['missing', {}],
    ['blank', { products: '', remark: '' }],
    ['list', { products: [], remark: [] }],
  ] as const)('empty optional fields: %s', async (emptyFields, expected) => {
    const { w, id } = await opened(REPORT);
    w.platform.faults.emptyFields = emptyFields;
    await w.platform.users.submit(LIN, id, { '拜访次数（整数）': 36, amount: '128000.5', 自评等级: 'A' });
    const { products, remark, ...rest } = action(w).form_value as Record<string, unknown>;
    expect(JSON.parse(JSON.stringify({ products, remark }))).toEqual(expected);
    expect(rest).toMatchObject({ visits: '36', amount: '128000.5', grade: 'A' });
  });
});

describe('D what the client does not let through', () => {
  it('a required field that is empty, a text that is too long: all entries stay, nothing is sent', async () => {
    const { w, id } = await opened(PREFILLED);
    expect(await w.platform.users.submit(LIN, id, { 发文: '' })).toEqual({ blocked: '请填写“发文”' });
    expect(await w.platform.users.submit(LIN, id, { 发文: '123456' })).toEqual({
      blocked: '“发文”最多 5 个字',
    });
    expect(w.bot.deliveries).toEqual([]);
  });

  it('disabled fields and buttons, unknown fields, options and buttons', async () => {
    const { w, id } = await opened(PREFILLED);
    const submit = (messageId: string, values: object) =>
      w.platform.users.submit(LIN, messageId, { ...values });
    await expect(submit(id, { 单位: '别处' })).rejects.toThrow('不能修改');
    await expect(submit(id, { 会议: 1 })).rejects.toThrow('只有：发文、单位、季度');
    await expect(submit(id, { 季度: '三季度' })).rejects.toThrow('只有：一季度、二季度');
    await expect(w.platform.users.click(LIN, id, '删除')).rejects.toThrow('只有：提交');
    const disabled = { tag: 'button', text: label('领取'), disabled: true, disabled_tips: label('已领取') };
    const other = await sendCard(w, LIN, card('x', {}, [disabled]));
    expect(await w.platform.users.click(LIN, other, '领取')).toEqual({ blocked: '已领取' });
    await expect(submit(other, {})).rejects.toThrow('没有可提交的表单');
    expect(w.bot.deliveries).toEqual([]);
  });

  it('a forging client skips all of that', async () => {
    const { w, id } = await opened(PREFILLED);
    await w.platform.users.click(LIN, id, {
      value: { action: 'counts.submit' },
      form: { docs: '', unit: '别处' },
    });
    expect(action(w).form_value).toEqual({ docs: '', unit: '别处' });
  });
});

describe('D pressing', () => {
  it('finds the button wherever it is nested', async () => {
    const press = (content: string, value: object) => ({
      tag: 'button',
      text: label(content),
      behaviors: [{ type: 'callback', value }],
    });
    const { w, id } = await opened(
      card('x', {}, [
        { tag: 'column_set', columns: [{ tag: 'column', elements: [press('列里的', { n: 1 })] }] },
        {
          tag: 'collapsible_panel',
          header: { title: label('更多') },
          elements: [press('折叠里的', { n: 2 })],
        },
        {
          tag: 'overflow',
          options: [{ text: label('推迟一天'), value: 'snooze_1d' }],
          value: { n: 3 },
        },
      ]),
    );
    for (const wanted of ['列里的', '折叠里的', '推迟一天']) await w.platform.users.click(LIN, id, wanted);
    expect(w.bot.events('card.action.trigger').map(({ body }) => body.event.action)).toEqual([
      { value: { n: 1 }, tag: 'button' },
      { value: { n: 2 }, tag: 'button' },
      { value: { n: 3 }, tag: 'overflow', option: 'snooze_1d' },
    ]);
  });

  it('a link opens a page, a reset sends nothing', async () => {
    const open = {
      tag: 'button',
      text: label('查看'),
      behaviors: [{ type: 'open_url', default_url: 'https://a.example/' }],
    };
    const { w, id } = await opened(card('x', {}, [open]));
    expect(await w.platform.users.click(LIN, id, '查看')).toEqual({ url: 'https://a.example/' });
    const report = await sendCard(w, LIN, REPORT);
    expect(await w.platform.users.click(LIN, report, '清空')).toEqual({});
    expect(w.bot.deliveries).toEqual([]);
  });

  it('not on a recalled card, nor after 14 days', async () => {
    const { w, id } = await opened(card('x', { 确认: {} }));
    w.clock.advance(14 * 24 * 60 + 1);
    await expect(w.platform.users.click(LIN, id, '确认')).rejects.toThrow('已过期');
    const late = { ...w, client: w.clientWith({}) };
    const other = await sendCard(late, LIN, card('x', { 确认: {} }));
    await late.client.im.v1.message.delete({ path: { message_id: other } });
    await expect(w.platform.users.click(LIN, other, { value: {} })).rejects.toThrow('已撤回');
  });
});

describe('D what people see', () => {
  it('old clients and the chat list show the summary, else the title', async () => {
    const { w } = await opened(card('标题'));
    const bare = { schema: '2.0', header: { title: label('只有标题') }, body: { elements: [] } };
    await sendCard(w, LIN, bare);
    const chat = w.platform.view(LIN).chats.find(({ kind }) => kind === 'p2p');
    expect(chat?.messages.map((message) => message.text)).toEqual(['标题（摘要）', '只有标题']);
    expect(chat?.name).toBe('小访助手');
  });

  it('everybody sees their own chats; a card in a group is the same for all', async () => {
    const w = await world();
    await sendCard(w, GROUP, card('公告'));
    await w.platform.users.say(LIN, '私下问一句');
    const texts = (openId: string) =>
      w.platform.view(openId).chats.flatMap(({ messages }) => messages.map((message) => message.text));
    expect(texts(LIN)).toEqual(['公告（摘要）', '私下问一句']);
    expect(texts(QIU)).toEqual(['公告（摘要）']);
  });

  it('texts of the bot without their marks, posts, pictures and files in words', async () => {
    const w = await world();
    const send = (msg_type: string, content: object) =>
      w.client.im.v1.message.create({
        params: { receive_id_type: 'open_id' },
        data: { receive_id: LIN, msg_type, content: JSON.stringify(content) },
      });
    await send('text', { text: `<b>请</b> <at user_id="${LIN}">林晓</at> 和 <at user_id="all"></at> 看` });
    await send('post', {
      zh_cn: { title: '纪要', content: [[{ tag: 'text', text: '一' }], [{ tag: 'md', text: '**二**' }]] },
    });
    await w.platform.users.sendPicture(LIN);
    await w.platform.users.sendFile(LIN, '计划.xlsx');
    await w.platform.users.sayPost(LIN, '', ['@bot 你好']);
    const messages = w.platform.view(LIN).chats.flatMap((chat) => chat.messages);
    expect(messages.map((message) => message.text)).toEqual([
      '请 @林晓 和 @所有人 看',
      '纪要\n一\n二',
      '[图片]',
      '[文件] 计划.xlsx',
      '@小访助手 你好',
    ]);
  });
});

describe('D who may do what', () => {
  it.each([
    ['frozen', '暂停'],
    ['resigned', '离职'],
    ['out-of-scope', '权限'],
  ] as const)('%s people do not write to the bot', async (state, why) => {
    const { platform, bot } = await world();
    await platform.users.setState(LIN, state);
    bot.deliveries = [];
    await expect(platform.users.say(LIN, '你好')).rejects.toThrow(why);
    await expect(platform.users.open(LIN)).rejects.toThrow(why);
    expect(bot.deliveries).toEqual([]);
  });

  it('only members write into a group; only the author recalls', async () => {
    const { platform } = await world();
    platform.addGroup({ chatId: 'oc_other', name: '别的群', members: [QIU], hasBot: true });
    await expect(platform.users.say(LIN, '@bot', { chatId: 'oc_other' })).rejects.toThrow('不在这个群');
    const id = await platform.users.say(QIU, '大家好', { chatId: GROUP });
    await expect(platform.users.recall(LIN, id)).rejects.toThrow('自己的消息');
  });
});

it('D a menu entry comes with seconds and without a chat', async () => {
  const { platform, bot, clock } = await world();
  await platform.users.menu(LIN, 'help');
  const { event } = bot.only('application.bot.menu_v6').body;
  expect(event).toMatchObject({ event_key: 'help', timestamp: clock.now() / 1000 });
  expect(event).not.toHaveProperty('chat_id');
});

it('200 events a second are possible', async () => {
  const { platform, bot } = await world();
  const started = performance.now();
  await Promise.all(Array.from({ length: 400 }, (_, i) => platform.users.say(LIN, `第${i}条`)));
  expect(performance.now() - started).toBeLessThan(2_000);
  expect(bot.events('im.message.receive_v1')).toHaveLength(400);
});
