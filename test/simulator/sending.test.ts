import { describe, expect, it } from 'vitest';
import { card, GROUP, LIN, QIU, refusal, text, type World, world } from './world.ts';

const SEND = '/open-apis/im/v1/messages?receive_id_type=open_id';

function send({ client }: World, id: string, message = text('你好'), more: object = {}, type = 'open_id') {
  return client.im.v1.message.create({
    params: { receive_id_type: type as 'open_id' },
    data: { receive_id: id, ...message, ...more },
  });
}

function received({ platform }: World, openId = LIN): string[] {
  const chats = platform.view(openId).chats.filter(({ kind }) => kind === 'p2p');
  return chats.flatMap(({ messages }) => messages.map((message) => message.text));
}

it('a sent message is seen, and answered with its ids', async () => {
  const w = await world();
  const { code, data } = await send(w, LIN);
  expect(code).toBe(0);
  expect(data).toMatchObject({
    message_id: expect.stringMatching(/^om_/),
    chat_id: expect.stringMatching(/^oc_/),
    msg_type: 'text',
    create_time: String(w.clock.now()),
    deleted: false,
    sender: { id_type: 'app_id', sender_type: 'app' },
  });
  expect(received(w)).toEqual(['你好']);
  const chat = w.platform.view(LIN).chats.find(({ kind }) => kind === 'p2p');
  expect(chat?.id).toBe(data?.chat_id);
  expect(await w.platform.users.open(LIN)).toBe(data?.chat_id);
});

it('a reply names what it answers; a 2.0 card comes back as an upgrade hint', async () => {
  const w = await world();
  const asked = await w.platform.users.say(LIN, '@bot 查一下', { chatId: GROUP });
  const { data } = await w.client.im.v1.message.reply({
    path: { message_id: asked },
    data: { msg_type: 'interactive', content: JSON.stringify(card('查到了')) },
  });
  expect(data).toMatchObject({ parent_id: asked, root_id: asked, chat_id: GROUP });
  expect(data?.body?.content).toContain('请升级');
  const group = w.platform.view(QIU).chats.find(({ id }) => id === GROUP);
  expect(group?.messages.at(-1)).toMatchObject({ replyTo: asked, text: '查到了（摘要）' });
});

describe('B5 limits', () => {
  it('5 a second to a person, in virtual time', async () => {
    const w = await world();
    for (let i = 0; i < 5; i += 1) await send(w, LIN);
    expect(await refusal(send(w, LIN))).toMatchObject({ status: 400, code: 230020 });
    await send(w, QIU);
    w.clock.advance(1 / 60);
    await send(w, LIN);
    expect(received(w)).toHaveLength(6);
  });

  it('5 a second to a group, other bots included', async () => {
    const w = await world();
    for (let i = 0; i < 3; i += 1) w.platform.otherBotSends(GROUP);
    for (let i = 0; i < 2; i += 1) await send(w, GROUP, text('x'), {}, 'chat_id');
    expect(await refusal(send(w, GROUP, text('x'), {}, 'chat_id'))).toMatchObject({ code: 230020 });
  });

  it('50 a second and 1000 a minute to an API: 429 with the time to wait', async () => {
    const w = await world();
    w.platform.faults.limits = { perTarget: Infinity, perSecond: 50, perMinute: 120 };
    const burst = () => Promise.all(Array.from({ length: 50 }, () => send(w, LIN)));
    await burst();
    const refused = await refusal(send(w, LIN));
    expect(refused).toMatchObject({ status: 429, code: 99991400 });
    expect(refused.headers).toMatchObject({ 'x-ogw-ratelimit-limit': '120', 'x-ogw-ratelimit-reset': '1' });
    w.clock.advance(1 / 60);
    await burst();
    w.clock.advance(1 / 60);
    for (let i = 0; i < 20; i += 1) await send(w, LIN);
    expect((await refusal(send(w, LIN))).headers['x-ogw-ratelimit-reset']).toBe('58');
    // Another API has its own count.
    expect((await w.call('GET', '/open-apis/bot/v3/info')).status).toBe(200);
    w.clock.advance(58 / 60);
    await send(w, LIN);
  });
});

describe('B6 uuid', () => {
  it('makes one message within the hour, answered with the first; after the hour another', async () => {
    const w = await world();
    const first = await send(w, LIN, text('提醒'), { uuid: 'visit-0042' });
    w.clock.advance(59);
    const second = await send(w, LIN, text('提醒'), { uuid: 'visit-0042' });
    expect(second.data?.message_id).toBe(first.data?.message_id);
    expect(received(w)).toEqual(['提醒']);
    w.clock.advance(1);
    await send(w, LIN, text('提醒'), { uuid: 'visit-0042' });
    expect(received(w)).toEqual(['提醒', '提醒']);
  });

  it('or answers the repeat with an error, by dial', async () => {
    const w = await world();
    w.platform.faults.uuidRepeat = 'error';
    await send(w, LIN, text('提醒'), { uuid: 'u' });
    expect(await refusal(send(w, LIN, text('提醒'), { uuid: 'u' }))).toMatchObject({ code: 230049 });
    expect(received(w)).toEqual(['提醒']);
  });

  it('counts successes only, also together at once, and takes 50 characters', async () => {
    const w = await world();
    await w.platform.users.setState(LIN, 'stopped-bot');
    await refusal(send(w, LIN, text('提醒'), { uuid: 'u' }));
    await w.platform.users.setState(LIN, 'active');
    await Promise.all([1, 2, 3].map(() => send(w, LIN, text('提醒'), { uuid: 'u' })));
    expect(received(w)).toEqual(['提醒']);
    expect((await send(w, LIN, text('x'), { uuid: 'u'.repeat(50) })).code).toBe(0);
    expect(await refusal(send(w, LIN, text('x'), { uuid: 'u'.repeat(51) }))).toMatchObject({ code: 230001 });
  });
});

describe('B11 what does not fit', () => {
  it.each<[string, object, number]>([
    ['content as object', { msg_type: 'text', content: { text: 'x' } }, 230001],
    ['content not JSON', { msg_type: 'text', content: 'x' }, 230001],
    ['text under post', { msg_type: 'post', content: '{"text":"x"}' }, 230001],
    ['unknown type', { msg_type: 'poem', content: '{}' }, 230001],
    ['chat id as open id', { receive_id: GROUP, ...text('x') }, 99992351],
    ['open id of another app', { receive_id: 'ou_ffffffffffffffffffffffffffffffff', ...text('x') }, 99992361],
    ['no receiver', { receive_id: '', ...text('x') }, 99992402],
  ])('%s', async (_, body, code) => {
    const { call, platform } = await world();
    const answer = await call('POST', SEND, { receive_id: LIN, ...body });
    expect(answer).toMatchObject({ status: 400, body: { code } });
    expect(platform.view(LIN).chats.flatMap(({ messages }) => messages)).toEqual([]);
  });

  it('an open id as chat id is 230034, a malformed body 9499', async () => {
    const { call } = await world();
    const chat = await call('POST', SEND.replace('open_id', 'chat_id'), { receive_id: LIN, ...text('x') });
    expect(chat.body.code).toBe(230034);
    expect((await call('POST', SEND, '{"receive_id":')).body.code).toBe(9499);
  });
});

describe('B12 who cannot be reached', () => {
  it.each([
    ['out-of-scope', 230013],
    ['frozen', 230013],
    ['resigned', 230029],
    ['stopped-bot', 230053],
  ] as const)('%s: %i', async (state, code) => {
    const w = await world();
    await w.platform.users.setState(LIN, state);
    expect(await refusal(send(w, LIN))).toMatchObject({ status: 400, code });
  });

  it('group without bot 230002, dissolved 232009, muted 230035, bot switched off 230006', async () => {
    const w = await world();
    const code = async () => (await refusal(send(w, GROUP, text('x'), {}, 'chat_id'))).code;
    w.platform.muteGroup(GROUP, true);
    expect(await code()).toBe(230035);
    w.platform.muteGroup(GROUP, false);
    await w.platform.users.removeBotFromGroup(LIN, GROUP);
    expect(await code()).toBe(230002);
    await w.platform.users.disbandGroup(LIN, GROUP);
    expect(await code()).toBe(232009);
    w.platform.faults.botOff = true;
    expect(await refusal(send(w, LIN))).toMatchObject({ code: 230006 });
  });
});

describe('B13 sizes are bytes of the request', () => {
  const post = (words: string) => ({
    msg_type: 'post',
    content: JSON.stringify({ zh_cn: { title: '', content: [[{ tag: 'text', text: words }]] } }),
  });

  it.each([
    ['text', text('字'.repeat(51_000)), text('字'.repeat(51_400))],
    ['post', post('字'.repeat(10_000)), post('字'.repeat(10_300))],
    [
      'card',
      { msg_type: 'interactive', content: JSON.stringify(card('字'.repeat(3_000))) },
      { msg_type: 'interactive', content: JSON.stringify(card('字'.repeat(3_500))) },
    ],
  ])('%s', async (_, fits, tooLong) => {
    const w = await world();
    expect((await send(w, LIN, fits)).code).toBe(0);
    expect(await refusal(send(w, LIN, tooLong))).toMatchObject({ code: 230025 });
  });
});
