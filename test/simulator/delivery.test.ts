import * as lark from '@larksuiteoapi/node-sdk';
import { describe, expect, it } from 'vitest';
import { receive } from '../../src/feishu/receive.ts';
import { encrypt, sign } from '../../src/simulator/platform/crypto.ts';
import vectors from '../feishu/fixtures/crypto_vectors.json' with { type: 'json' };
import type { Delivery } from './fake-bot.ts';
import { APP, BOT, GROUP, HURRIED, LIN, QIU, SLOW, text, world } from './world.ts';

const RECEIVE = 'im.message.receive_v1';

describe('A1 saving the URL', () => {
  it('sends an encrypted challenge without signature headers', async () => {
    const { platform, bot } = await world();
    expect(await platform.verifyUrl()).toBe(true);
    const [request] = bot.deliveries;
    expect(request?.body).toMatchObject({
      type: 'url_verification',
      token: 'Vt0kFict10nalExampleToken012345',
    });
    expect(Object.keys(request?.headers ?? {}).filter((name) => name.startsWith('x-lark'))).toEqual([]);
    expect(JSON.parse(String(request?.raw))).toHaveProperty('encrypt');
  });

  it('goes in plain text when there is no Encrypt Key', async () => {
    const { platform, bot } = await world({ encryptKey: '' });
    expect(await platform.verifyUrl()).toBe(true);
    expect(JSON.parse(String(bot.deliveries[0]?.raw))).toHaveProperty('challenge');
  });

  it.each([
    ['another challenge', { body: { challenge: 'x' } }],
    ['not 200', { status: 500 }],
    ['slower than a second', { after: SLOW }],
  ])('is not saved: %s', async (_, answer) => {
    const { platform, bot } = await world(HURRIED);
    bot.answer = () => answer;
    expect(await platform.verifyUrl()).toBe(false);
  });
});

describe('A2 encryption and signature', () => {
  it('makes the golden vectors', () => {
    const { url_verification: challenge, event_compact: event, encrypt_key: key } = vectors;
    expect(encrypt(challenge.plaintext, key, Buffer.from(challenge.iv_hex, 'hex'))).toBe(challenge.encrypt);
    const cipher = encrypt(event.plaintext, key, Buffer.from(event.iv_hex, 'hex'));
    expect(JSON.stringify({ encrypt: cipher })).toBe(event.raw_body);
    const { headers } = event;
    const [timestamp, nonce] = [headers['X-Lark-Request-Timestamp'], headers['X-Lark-Request-Nonce']];
    expect(sign(timestamp, nonce, key, Buffer.from(event.raw_body))).toBe(headers['X-Lark-Signature']);
    const other = vectors.event_same_json_other_bytes;
    expect(sign(timestamp, nonce, key, Buffer.from(other.raw_body))).toBe(other.headers['X-Lark-Signature']);
  });

  it('signs the exact bytes, in seconds of the injected clock, with another IV and nonce each time', async () => {
    const { platform, bot, clock } = await world();
    await platform.users.say(LIN, '一样的话');
    await platform.users.say(LIN, '一样的话');
    const [first, second] = bot.events(RECEIVE);
    expect([first?.signed, second?.signed]).toEqual([true, true]);
    expect(first?.headers['x-lark-request-timestamp']).toBe(String(clock.now() / 1000));
    expect(first?.headers['x-lark-request-nonce']).not.toBe(second?.headers['x-lark-request-nonce']);
    const iv = (each: Delivery | undefined) => JSON.parse(String(each?.raw)).encrypt.slice(0, 20);
    expect(iv(first)).not.toBe(iv(second));
  });
});

it('A2 A3 the SDK accepts what is spelled its way, and refuses other bytes that are signed just as rightly', async () => {
  const { platform, bot } = await world();
  const handled: string[] = [];
  const dispatcher = new lark.EventDispatcher({
    encryptKey: APP.key,
    logger: { error() {}, warn() {}, info() {}, debug() {}, trace() {} },
  }).register({
    'im.message.receive_v1': ({ message }) => {
      handled.push(message.message_id);
    },
  });
  const sdk = ({ raw, headers }: Delivery) =>
    dispatcher.invoke(Object.assign(Object.create({ headers }), JSON.parse(raw.toString())));
  const id = await platform.users.say(LIN, '你好');
  await sdk(bot.only(RECEIVE));
  expect(handled).toEqual([id]);
  platform.faults.roughPayloads = true;
  const spaced = () => bot.deliveries.find(({ raw }) => raw.includes(' : '));
  while (!spaced()) await platform.users.say(LIN, '你好');
  expect(spaced()?.signed).toBe(true);
  await sdk(spaced() as Delivery);
  expect(handled).toEqual([id]);
});

it('A3 A14 rough payloads: other bytes, extra fields, missing ids; the same meaning', async () => {
  const { platform, bot } = await world();
  platform.faults.roughPayloads = true;
  for (let i = 0; i < 12; i += 1) await platform.users.say(LIN, '你好');
  const all = bot.events(RECEIVE);
  expect(all.every(({ signed }) => signed)).toBe(true);
  expect(all.some(({ raw }) => raw.toString().startsWith('{ "encrypt"'))).toBe(true);
  expect(all.some(({ body }) => JSON.stringify(body).includes('"x_'))).toBe(true);
  const sender = (each: Delivery) => (each.body.event.sender as { sender_id: object }).sender_id;
  expect(all.some((each) => !('user_id' in sender(each)))).toBe(true);
  expect(all.every((each) => (sender(each) as { open_id: string }).open_id === LIN)).toBe(true);
});

describe('A4 the attack set', () => {
  it('each attack is refused by a strict receiver, each for the reason it is named after', async () => {
    const { platform, bot, clock } = await world();
    const keys = {
      encryptKey: APP.key,
      verificationToken: 'Vt0kFict10nalExampleToken012345',
      appId: APP.id,
    };
    const verdict = ({ raw, headers }: Delivery) =>
      receive({ body: raw, headers: headers as Record<string, string> }, keys, clock.now());
    bot.answer = (delivery) => {
      const result = verdict(delivery);
      return result.kind === 'refused' ? { status: result.status, body: result.reason } : {};
    };
    const reports = await platform.attack();
    expect(reports.map(({ name, status, body }) => [name, status, body])).toEqual([
      ['bad signature', 401, 'bad_signature'],
      ['no headers', 401, 'unsigned'],
      ['plain body', 401, 'not_encrypted'],
      ['plain body, signed', 401, 'not_encrypted'],
      ['foreign app', 401, 'wrong_app'],
      ['wrong token', 401, 'wrong_token'],
      ['old timestamp', 401, 'too_old'],
      ['truncated', 401, 'not_decryptable'],
      ['not JSON', 400, 'not_json'],
      ['10 MB', 413, 'too_large'],
      ['challenge with a wrong token', 401, 'wrong_token'],
      ['GET', 400, 'not_json'],
    ]);
    await platform.users.say(LIN, '你好');
    expect(verdict(bot.deliveries.at(-1) as Delivery).kind).toBe('event');
  });
});

describe('A5 the retry ladder', () => {
  it('makes five attempts after 15 s, 5 min, 1 h and 6 h, same event, signed afresh', async () => {
    const { platform, bot, clock } = await world();
    bot.answer = () => ({ status: 500 });
    const start = clock.now();
    await platform.users.say(LIN, '在吗');
    const moments: number[] = [];
    for (let next = await platform.runDue(); next !== undefined; next = await platform.runDue()) {
      moments.push(next - start);
      clock.advance((next - clock.now()) / 60_000);
    }
    expect(moments).toEqual([15_000, 315_000, 3_915_000, 25_515_000]);
    const attempts = bot.events(RECEIVE);
    expect(attempts).toHaveLength(5);
    expect(new Set(attempts.map(({ body }) => JSON.stringify(body)))).toHaveLength(1);
    expect(new Set(attempts.map(({ headers }) => headers['x-lark-signature']))).toHaveLength(5);
    expect(attempts.at(-1)?.headers['x-lark-request-timestamp']).toBe(String(clock.now() / 1000));
    expect(attempts.every(({ signed }) => signed)).toBe(true);
  });

  it('nothing is due before its time', async () => {
    const { platform, bot, clock } = await world();
    bot.answer = () => ({ status: 500 });
    await platform.users.say(LIN, '在吗');
    clock.advance(14 / 60);
    expect(await platform.runDue()).toBe(clock.now() + 1_000);
    expect(bot.events(RECEIVE)).toHaveLength(1);
  });

  it.each([
    ['slow', { after: SLOW }],
    ['reset', { reset: true }],
    ['redirect', { status: 302, location: '/elsewhere' }],
  ])('%s counts as failure; a later 200 ends it', async (_, answer) => {
    const { platform, bot, clock } = await world(HURRIED);
    bot.answer = () => answer;
    await platform.users.say(LIN, '在吗');
    bot.answer = () => ({});
    clock.advance(1);
    expect(await platform.runDue()).toBeUndefined();
    expect(bot.events(RECEIVE)).toHaveLength(2);
  });
});

describe('A6 A7 duplicates', () => {
  it('every event twice, a message once more under a new event id', async () => {
    const { platform, bot } = await world();
    platform.faults.duplicateEvents = true;
    await platform.users.say(LIN, '在吗');
    await platform.users.open(LIN);
    const messages = bot.events(RECEIVE);
    expect(messages).toHaveLength(3);
    const ids = messages.map(({ body }) => body.header.event_id);
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[0]);
    const messageIds = messages.map(({ body }) => (body.event.message as { message_id: string }).message_id);
    expect(new Set(messageIds)).toHaveLength(1);
    expect(bot.events('im.chat.access_event.bot_p2p_chat_entered_v1')).toHaveLength(2);
  });

  it('two at once: both are on the way before either is answered', async () => {
    const { platform, bot } = await world();
    platform.faults.duplicateEvents = true;
    let atOnce = 0;
    let most = 0;
    bot.answer = () => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      setTimeout(() => {
        atOnce -= 1;
      }, 20);
      return { after: 20 };
    };
    for (let i = 0; i < 4; i += 1) await platform.users.open(LIN);
    expect(most).toBe(2);
  });

  it('the same event once more, whenever the test wants it', async () => {
    const { platform, bot } = await world();
    await platform.users.say(LIN, '在吗');
    const id = bot.only(RECEIVE).body.header.event_id;
    await platform.redeliver(id);
    expect(bot.events(RECEIVE).map(({ body }) => body.header.event_id)).toEqual([id, id]);
    await expect(platform.redeliver('unknown')).rejects.toThrow('unknown');
  });
});

describe('A8 order', () => {
  it('events can be held back and come out in another order', async () => {
    const { platform, bot } = await world();
    platform.faults.hold = true;
    const sent: string[] = [];
    for (let i = 0; i < 6; i += 1) sent.push(await platform.users.say(LIN, `第${i}句`));
    expect(bot.deliveries).toEqual([]);
    platform.faults.hold = false;
    await platform.release();
    const received = bot
      .events(RECEIVE)
      .map(({ body }) => (body.event.message as { message_id: string }).message_id);
    expect(received).not.toEqual(sent);
    expect(received.toSorted()).toEqual(sent.toSorted());
  });

  it('a message may be older than its delivery', async () => {
    const { platform, bot, clock } = await world();
    await platform.users.say(LIN, '早上说的', { sentAt: clock.now() - 3_600_000 });
    const { event } = bot.only(RECEIVE).body;
    expect((event.message as { create_time: string }).create_time).toBe(String(clock.now() - 3_600_000));
  });
});

it('A9 ordered types: the next event waits until the one before was answered with 200', async () => {
  const { platform, bot, clock } = await world();
  platform.faults.orderedTypes = ['contact.user.updated_v3'];
  bot.answer = () => ({ status: 500 });
  await platform.users.setState(LIN, 'frozen');
  await platform.users.setState(LIN, 'active');
  expect(bot.events('contact.user.updated_v3')).toHaveLength(1);
  bot.answer = () => ({});
  clock.advance(1);
  await platform.runDue();
  const frozen = bot
    .events('contact.user.updated_v3')
    .map(({ body }) => (body.event.object as { status: { is_frozen: boolean } }).status.is_frozen);
  expect(frozen).toEqual([true, true, false]);
});

describe('A15 A16 groups and mentions', () => {
  it('sends placeholders, also ten and more, the bot by its open id', async () => {
    const { platform, bot } = await world();
    await platform.users.say(LIN, `@bot 请告诉 ${'@邱禾 '.repeat(10)}`, { chatId: GROUP });
    const message = bot.only(RECEIVE).body.event.message as {
      content: string;
      mentions: { key: string; id: { open_id: string }; mentioned_type: string; name: string }[];
    };
    expect(JSON.parse(message.content).text).toMatch(/^@_user_1 请告诉 @_user_2 .*@_user_10 @_user_11 $/);
    expect(message.mentions[0]).toMatchObject({
      key: '@_user_1',
      id: { open_id: BOT },
      mentioned_type: 'bot',
      name: '小访助手',
    });
    expect(message.mentions[10]).toMatchObject({ key: '@_user_11', id: { open_id: QIU } });
    const shown = platform.view(QIU).chats.find(({ id }) => id === GROUP)?.messages[0]?.text;
    expect(shown).toBe(`@小访助手 请告诉 ${'@邱禾 '.repeat(10)}`);
  });

  it('a message without @bot arrives only with the permission for all; @所有人 is not @bot', async () => {
    const { platform, bot } = await world();
    await platform.users.say(LIN, '大家好', { chatId: GROUP });
    await platform.users.say(LIN, '@所有人 明早九点例会', { chatId: GROUP });
    expect(bot.deliveries).toEqual([]);
    platform.faults.allGroupMessages = true;
    await platform.users.say(LIN, '@所有人 明早九点例会', { chatId: GROUP });
    const { content, mentions } = bot.only(RECEIVE).body.event.message as {
      content: string;
      mentions: unknown;
    };
    expect(JSON.parse(content).text).toBe('@_all 明早九点例会');
    expect(mentions).toEqual([
      { key: '@_all', name: '所有人', id: { open_id: '', union_id: '', user_id: '' }, tenant_key: '' },
    ]);
  });

  it('nothing arrives from a group without the bot', async () => {
    const { platform, bot } = await world();
    platform.addGroup({ chatId: 'oc_other', name: '别的群', members: [LIN], hasBot: false });
    await platform.users.say(LIN, '@bot 在吗', { chatId: 'oc_other' });
    expect(bot.deliveries).toEqual([]);
  });
});

it('A17 entering the private chat is told at every opening, the last message only when there is one', async () => {
  const { platform, bot } = await world();
  await platform.users.open(LIN);
  const messageId = await platform.users.say(LIN, '你好');
  await platform.users.open(LIN);
  const [first, second] = bot.events('im.chat.access_event.bot_p2p_chat_entered_v1');
  expect(first?.body.event).not.toHaveProperty('last_message_id');
  expect(second?.body.event.last_message_id).toBe(messageId);
});

describe('A18 what ends', () => {
  it('a recall is told and hides the message', async () => {
    const { platform, bot } = await world();
    const id = await platform.users.say(LIN, '说错了');
    await platform.users.recall(LIN, id);
    expect(bot.only('im.message.recalled_v1').body.event).toMatchObject({
      message_id: id,
      recall_type: 'message_owner',
    });
    expect(platform.view(LIN).chats.find(({ kind }) => kind === 'p2p')?.messages[0]).toMatchObject({
      recalled: true,
      text: '',
    });
  });

  it('bot removed and group dissolved: later sends are refused', async () => {
    const w = await world();
    const send = () =>
      w.call('POST', `/open-apis/im/v1/messages?receive_id_type=chat_id`, {
        receive_id: GROUP,
        ...text('在吗'),
      });
    await w.platform.users.removeBotFromGroup(QIU, GROUP);
    expect((await send()).body.code).toBe(230002);
    await w.platform.users.addBotToGroup(QIU, GROUP);
    expect((await send()).body.code).toBe(0);
    await w.platform.users.disbandGroup(QIU, GROUP);
    expect((await send()).body.code).toBe(232009);
    const types = w.bot.deliveries.map(({ body }) => body.header.event_type);
    expect(types).toEqual([
      'im.chat.member.bot.deleted_v1',
      'im.chat.member.bot.added_v1',
      'im.chat.disbanded_v1',
    ]);
    expect(w.platform.view(LIN).chats.map(({ id }) => id)).not.toContain(GROUP);
  });

  it.each([
    ['frozen', ['contact.user.updated_v3', 'contact.user.updated_v3']],
    ['resigned', ['contact.user.deleted_v3', 'contact.user.created_v3']],
    ['out-of-scope', ['contact.scope.updated_v3', 'contact.scope.updated_v3']],
    ['stopped-bot', []],
  ] as const)('%s and back', async (state, types) => {
    const { platform, bot } = await world();
    await platform.users.setState(LIN, state);
    await platform.users.setState(LIN, 'active');
    expect(bot.deliveries.map(({ body }) => body.header.event_type)).toEqual(types);
  });
});

it('A19 unknown event types and v1 envelopes can be delivered', async () => {
  const { platform, bot } = await world();
  await platform.deliverRaw('vc.meeting.started_v9', { meeting: {} });
  await platform.deliverRaw('p2p_chat_create', { chat_id: 'oc_1' }, { v1: true });
  const [unknown, old] = bot.deliveries;
  expect(unknown?.body.header.event_type).toBe('vc.meeting.started_v9');
  expect(old?.body).toMatchObject({ type: 'event_callback', event: { type: 'p2p_chat_create' } });
  expect(old?.body).not.toHaveProperty('schema');
});
