import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../src/chat/card.ts';
import type { Recipient } from '../../src/chat/message.ts';
import { cardJson } from '../../src/feishu/card-json.ts';
import { createFeishu, type Feishu } from '../../src/feishu/client.ts';
import { createExchange } from '../../src/feishu/http.ts';
import { PlatformError } from '../../src/kernel/errors.ts';
import type { LogData } from '../../src/kernel/ports.ts';
import { testClock } from '../support/ctx.ts';
import { json, type TestPlatform, testPlatform } from './platform.ts';

const SECRET = 'app-secret-that-must-not-leak';
const CARD: Card = { title: '走访提醒', tone: 'notice', blocks: [{ kind: 'text', text: '王某某家中' }] };
const PERSON: Recipient = { kind: 'person', openId: 'ou_1' };

let platform: TestPlatform;
let lines: { event: string; data: LogData | undefined }[];
let clock: ReturnType<typeof testClock>;
let feishu: Feishu;

beforeAll(async () => {
  platform = await testPlatform();
});
afterAll(() => platform.close());

function connect(options: { timeoutMs?: number; baseUrl?: string } = {}): Feishu {
  const note = (event: string, data?: LogData) => void lines.push({ event, data });
  return createFeishu({
    appId: 'cli_a1b2c3d4e5f60718',
    appSecret: SECRET,
    baseUrl: platform.url,
    clock,
    log: { debug: note, info: note, warn: note, error: note },
    ...options,
  });
}

beforeEach(() => {
  platform.reset();
  lines = [];
  clock = testClock('2026-07-01T09:00');
  feishu = connect();
});

const delivered = { code: 0, msg: 'success', data: { message_id: 'om_1', chat_id: 'oc_1' } };

async function failure(promise: Promise<unknown>): Promise<PlatformError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(PlatformError);
  return error as PlatformError;
}

describe('sending', () => {
  const content = JSON.stringify(cardJson(CARD));

  it.each<[string, Recipient, string, string, object]>([
    ['a person', PERSON, 'POST', '/open-apis/im/v1/messages', { receive_id: 'ou_1' }],
    ['a chat', { kind: 'chat', chatId: 'oc_9' }, 'POST', '/open-apis/im/v1/messages', { receive_id: 'oc_9' }],
    [
      'a reply',
      { kind: 'reply', messageId: 'om_7', chatId: 'oc_9' },
      'POST',
      '/open-apis/im/v1/messages/om_7/reply',
      {},
    ],
  ])('to %s', async (_, to, method, path, body) => {
    platform.answer((_call, response) => json(response, delivered));
    expect(await feishu.messenger.send(to, CARD, 'uuid-1')).toEqual({ messageId: 'om_1', chatId: 'oc_1' });
    expect(platform.api()).toMatchObject([
      {
        method,
        path,
        authorization: 'Bearer t-1',
        body: { ...body, msg_type: 'interactive', content, uuid: 'uuid-1' },
      },
    ]);
    expect(platform.api()[0]?.query.get('receive_id_type')).toBe(
      to.kind === 'person' ? 'open_id' : to.kind === 'chat' ? 'chat_id' : null,
    );
  });

  it('replaces a card', async () => {
    platform.answer((_, response) => json(response, { code: 0, msg: '', data: {} }));
    const to: Recipient = { kind: 'patch', messageId: 'om_7' };
    expect(await feishu.messenger.send(to, CARD, 'uuid-1')).toEqual({ messageId: 'om_7', chatId: '' });
    expect(platform.api()).toMatchObject([
      { method: 'PATCH', path: '/open-apis/im/v1/messages/om_7', body: { content } },
    ]);
  });

  it('never puts a foreign id into the address', async () => {
    const error = await failure(
      feishu.messenger.send({ kind: 'patch', messageId: '../users/1?x=' }, CARD, 'u'),
    );
    expect(error).toMatchObject({ kind: 'format', retryable: false });
    expect(platform.api()).toEqual([]);
  });

  it('a success without message id may be repeated with the same uuid', async () => {
    platform.answer((_, response) => json(response, { code: 0, data: {} }));
    expect(await failure(feishu.messenger.send(PERSON, CARD, 'u'))).toMatchObject({ retryable: true });
  });
});

describe('the token', () => {
  it('is asked for once by five calls at the same time', async () => {
    platform.answer((_, response) => json(response, delivered));
    await Promise.all(Array.from({ length: 5 }, (_, i) => feishu.messenger.send(PERSON, CARD, `u${i}`)));
    expect(platform.tokens()).toBe(1);
    expect(platform.api()).toHaveLength(5);
  });

  it('is kept until three minutes before it expires, by the given clock', async () => {
    platform.answer((_, response) => json(response, delivered));
    await feishu.messenger.send(PERSON, CARD, 'u1');
    clock.advance(116);
    await feishu.messenger.send(PERSON, CARD, 'u2');
    expect(platform.tokens()).toBe(1);
    clock.advance(1);
    await feishu.messenger.send(PERSON, CARD, 'u3');
    expect(platform.tokens()).toBe(2);
    expect(platform.api().at(-1)?.authorization).toBe('Bearer t-2');
  });

  it.each([99991663, 99991664, 99991665])(
    'refused with %i is replaced and the call repeated once',
    async (code) => {
      platform.answer((call, response) =>
        call.authorization === 'Bearer t-1'
          ? json(response, { code, msg: 'invalid' }, 400)
          : json(response, delivered),
      );
      await expect(feishu.messenger.send(PERSON, CARD, 'u')).resolves.toMatchObject({ messageId: 'om_1' });
      expect(platform.tokens()).toBe(2);
      expect(platform.api()).toHaveLength(2);
    },
  );

  it('refused with HTTP 200 is replaced as well', async () => {
    platform.answer((call, response) =>
      json(response, call.authorization === 'Bearer t-1' ? { code: 99991663, msg: 'invalid' } : delivered),
    );
    await expect(feishu.messenger.send(PERSON, CARD, 'u')).resolves.toMatchObject({ messageId: 'om_1' });
  });

  it('refused to five calls at once is replaced once', async () => {
    platform.answer((call, response) =>
      call.authorization === 'Bearer t-1'
        ? json(response, { code: 99991663 }, 400)
        : json(response, delivered),
    );
    await Promise.all(Array.from({ length: 5 }, (_, i) => feishu.messenger.send(PERSON, CARD, `u${i}`)));
    expect(platform.tokens()).toBe(2);
  });

  it('refused again is a failure and no endless loop', async () => {
    platform.answer((_, response) => json(response, { code: 99991663, msg: 'invalid' }, 400));
    expect(await failure(feishu.messenger.send(PERSON, CARD, 'u'))).toMatchObject({
      kind: 'auth',
      code: 99991663,
    });
    expect(platform.api()).toHaveLength(2);
  });

  it.each([10003, 10014, 10015, 99991543])('not given (%i) is a matter for the operator', async (code) => {
    platform.answerToken((_, response) => json(response, { code, msg: 'invalid secret' }));
    const error = await failure(feishu.messenger.send(PERSON, CARD, 'u'));
    expect(error).toMatchObject({
      kind: 'auth',
      code,
      retryable: false,
      hint: expect.stringContaining('FEISHU_APP_SECRET'),
    });
    expect(platform.api()).toEqual([]);
  });

  it('not reached means that nothing was sent', async () => {
    platform.answerToken((_, response) => response.socket?.resetAndDestroy());
    expect(await failure(feishu.messenger.send(PERSON, CARD, 'u'))).toMatchObject({
      kind: 'network',
      retryable: true,
      maybeDone: false,
    });
  });

  it('is asked for again after a failure', async () => {
    platform.answerToken((_, response) => json(response, { code: 99991400 }, 429));
    expect(await failure(feishu.messenger.send(PERSON, CARD, 'u'))).toMatchObject({ kind: 'rate_limited' });
    platform.answerToken(undefined);
    platform.answer((_, response) => json(response, delivered));
    await expect(feishu.messenger.send(PERSON, CARD, 'u')).resolves.toMatchObject({ messageId: 'om_1' });
  });

  it('that is missing in the answer is a failure', async () => {
    platform.answerToken((_, response) => json(response, { code: 0, msg: 'ok' }));
    expect(await failure(feishu.messenger.send(PERSON, CARD, 'u'))).toMatchObject({ retryable: true });
  });
});

describe('failures look the same however they come', () => {
  it.each([200, 400])('a code with HTTP %i', async (status) => {
    platform.answer((_, response) =>
      json(
        response,
        { code: 230013, msg: 'Bot has NO availability to this user.', error: { log_id: 'L1' } },
        status,
      ),
    );
    expect(await failure(feishu.messenger.send(PERSON, CARD, 'u'))).toMatchObject({
      kind: 'gone',
      code: 230013,
      retryable: false,
      waitMs: 0,
      logId: 'L1',
      hint: expect.stringContaining('可用范围'),
    });
    expect(platform.api()).toHaveLength(1);
  });

  it.each([429, 400])('a rate limit with HTTP %i says how long to wait', async (status) => {
    platform.answer((_, response) =>
      json(response, { code: 99991400, msg: 'request trigger frequency limit' }, status, {
        'x-ogw-ratelimit-limit': '50',
        'x-ogw-ratelimit-reset': '7',
        'X-Tt-Logid': 'L2',
      }),
    );
    expect(await failure(feishu.messenger.send(PERSON, CARD, 'u'))).toMatchObject({
      kind: 'rate_limited',
      retryable: true,
      waitMs: 7000,
      logId: 'L2',
    });
    expect(platform.api()).toHaveLength(1);
  });

  it('a rate limit of a gateway without JSON', async () => {
    platform.answer((_, response) =>
      response.writeHead(429, { 'x-ogw-ratelimit-reset': '3' }).end('slow down'),
    );
    expect(await failure(feishu.messenger.send(PERSON, CARD, 'u'))).toMatchObject({
      kind: 'rate_limited',
      waitMs: 3000,
      retryable: true,
    });
  });

  const network = { kind: 'network', code: 0, retryable: true, maybeDone: true };

  it('a 502 page', async () => {
    platform.answer((_, response) => response.writeHead(502).end('<html>Bad gateway</html>'));
    expect(await failure(feishu.messenger.send(PERSON, CARD, 'u'))).toMatchObject(network);
  });

  it('an empty body', async () => {
    platform.answer((_, response) => response.writeHead(200).end());
    expect(await failure(feishu.messenger.send(PERSON, CARD, 'u'))).toMatchObject(network);
  });

  it('a redirect is not followed', async () => {
    platform.answer((_, response) =>
      response.writeHead(302, { Location: `${platform.url}/elsewhere` }).end(),
    );
    expect(await failure(feishu.messenger.send(PERSON, CARD, 'u'))).toMatchObject(network);
    expect(platform.api()).toHaveLength(1);
  });

  it('a connection reset', async () => {
    platform.answer((_, response) => response.socket?.resetAndDestroy());
    expect(await failure(feishu.messenger.send(PERSON, CARD, 'u'))).toMatchObject(network);
    expect(platform.api()).toHaveLength(1);
  });

  it('a reset in the middle of the body', async () => {
    platform.answer((_, response) => {
      response.writeHead(200, { 'Content-Length': '1000' }).write('{"code":0');
      setTimeout(() => response.socket?.resetAndDestroy(), 20);
    });
    expect(await failure(feishu.messenger.send(PERSON, CARD, 'u'))).toMatchObject(network);
  });

  it('a call that hangs', async () => {
    feishu = connect({ timeoutMs: 60 });
    platform.answer(() => {});
    expect(await failure(feishu.messenger.send(PERSON, CARD, 'u'))).toMatchObject({
      ...network,
      hint: expect.stringContaining('没有应答'),
    });
  });

  it('a body that trickles', async () => {
    feishu = connect({ timeoutMs: 80 });
    platform.answer((_, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drip));
    });
    expect(await failure(feishu.messenger.send(PERSON, CARD, 'u'))).toMatchObject(network);
  });

  it('nobody there: surely nothing happened', async () => {
    const closed = await testPlatform();
    await closed.close();
    expect(await failure(createExchange()({ url: closed.url }))).toMatchObject({
      ...network,
      maybeDone: false,
      hint: expect.stringContaining('FEISHU_BASE_URL'),
    });
  });
});

describe('the log', () => {
  it('names call, code and log id, and nothing else', async () => {
    platform.answer((_, response) =>
      json(
        response,
        { code: 230099, msg: 'Failed to create card content, ext=ErrCode: 200621; ErrMsg: 王某某' },
        400,
        {
          'X-Tt-Logid': 'L3',
        },
      ),
    );
    await failure(feishu.messenger.send(PERSON, CARD, 'u'));
    expect(lines).toEqual([
      {
        event: 'feishu_failed',
        data: {
          call: 'message.create',
          kind: 'format',
          code: 230099,
          retryable: false,
          waitMs: 0,
          logId: 'L3',
          hint: expect.stringContaining('200621'),
        },
      },
    ]);
  });

  it('and errors never hold secret, token, text or names', async () => {
    const answers = [
      () =>
        platform.answer((_, response) => json(response, { code: 230001, msg: `bad ${SECRET} 王某某` }, 400)),
      () =>
        platform.answer((_, response) =>
          json(response, { code: 99991672, msg: 'required: [im:message]' }, 400),
        ),
      () => platform.answer((_, response) => response.writeHead(502).end(`Bearer t-1 ${SECRET}`)),
      () => platform.answer((_, response) => response.socket?.destroy()),
      () => platform.answerToken((_, response) => json(response, { code: 10014, msg: SECRET })),
    ];
    const errors: PlatformError[] = [];
    for (const prepare of answers) {
      prepare();
      feishu = connect();
      errors.push(await failure(feishu.messenger.send(PERSON, CARD, 'u')));
    }
    const everything = [
      JSON.stringify(lines),
      ...errors.flatMap((error) => [error.message, error.stack, error.hint, JSON.stringify(error)]),
      ...errors.map((error) => String(error.cause)),
    ].join('\n');
    expect(everything).not.toMatch(/app-secret|t-1|王某某|走访提醒/);
    expect(lines).toHaveLength(answers.length);
  });
});

describe('the directory', () => {
  const users = (ids: string[]) => ({
    code: 0,
    data: { items: ids.map((id) => ({ open_id: id, name: '某' })) },
  });

  it('asks fifty at a time and returns those that are missing', async () => {
    const ids = Array.from({ length: 120 }, (_, i) => `ou_${i}`);
    const gone = ['ou_3', 'ou_60', 'ou_119'];
    platform.answer((call, response) =>
      json(response, users(call.query.getAll('user_ids').filter((id) => !gone.includes(id)))),
    );
    expect(await feishu.directory.unknown(ids)).toEqual(new Set(gone));
    expect(platform.api().map((call) => call.query.getAll('user_ids').length)).toEqual([50, 50, 20]);
    expect(platform.api()[0]).toMatchObject({
      method: 'GET',
      path: '/open-apis/contact/v3/users/batch',
      body: undefined,
    });
    expect(platform.api()[0]?.query.get('user_id_type')).toBe('open_id');
  });

  it('asks nothing about nobody, and nothing about what cannot be an id', async () => {
    expect(await feishu.directory.unknown([])).toEqual(new Set());
    expect(await feishu.directory.unknown(['', '张三', 'ou_1&x=2'])).toEqual(
      new Set(['', '张三', 'ou_1&x=2']),
    );
    expect(platform.calls).toEqual([]);
  });

  it.each([
    ['a later page fails', 500],
    ['the scope is missing', 403],
  ])('throws rather than answer in part: %s', async (_, status) => {
    const ids = Array.from({ length: 60 }, (__, i) => `ou_${i}`);
    platform.answer((call, response) =>
      platform.api().length === 1
        ? json(response, users(call.query.getAll('user_ids')))
        : json(response, { code: status === 500 ? 40003 : 40004, msg: 'no' }, status),
    );
    await failure(feishu.directory.unknown(ids));
  });

  it.each([99992351, 99992361, 41012, 41050])('one id that spoils its batch (%i) is found', async (code) => {
    platform.answer((call, response) => {
      const ids = call.query.getAll('user_ids');
      if (ids.includes('ou_bad')) json(response, { code, msg: 'invalid id' }, 400);
      else json(response, users(ids));
    });
    const ids = [...Array.from({ length: 30 }, (_, i) => `ou_${i}`), 'ou_bad'];
    expect(await feishu.directory.unknown(ids)).toEqual(new Set(['ou_bad']));
    expect(platform.api().length).toBeLessThan(13);
  });
});

describe('the bot and the check-up', () => {
  const info = { code: 0, msg: 'ok', bot: { open_id: 'ou_bot', app_name: '轻负', activate_status: 2 } };

  it('learns its own id, at the top level of the answer', async () => {
    platform.answer((_, response) => json(response, info, 200, { Date: 'Wed, 01 Jul 2026 00:59:00 GMT' }));
    expect(await feishu.botInfo()).toEqual({ openId: 'ou_bot', name: '轻负', active: true, skewMs: 60_000 });
    expect(platform.api()).toMatchObject([{ method: 'GET', path: '/open-apis/bot/v3/info' }]);
  });

  it('is not active before it is enabled', async () => {
    platform.answer((_, response) => json(response, { ...info, bot: { ...info.bot, activate_status: 3 } }));
    expect(await feishu.botInfo()).toMatchObject({ active: false });
  });

  it('all is well when sending to nobody is refused for the receiver only', async () => {
    platform.answer((call, response) => {
      if (call.path.endsWith('/info')) json(response, info);
      else if (call.path.endsWith('/batch')) json(response, { code: 0, data: { items: [] } });
      else json(response, { code: 99992351, msg: 'not exist' }, 400);
    });
    const { probes, bot } = await feishu.checkUp();
    expect(probes).toEqual([
      { name: 'bot', ok: true, code: 0, hint: '' },
      { name: 'send', ok: true, code: 0, hint: '' },
      { name: 'contacts', ok: true, code: 0, hint: '' },
    ]);
    expect(bot).toMatchObject({ openId: 'ou_bot' });
  });

  it('names the missing permission', async () => {
    platform.answer((call, response) => {
      if (call.path.endsWith('/info')) json(response, info);
      else
        json(
          response,
          {
            code: 99991672,
            msg: 'Access denied. One of the following scopes is required: [im:message, im:message:send_as_bot].',
          },
          400,
        );
    });
    const { probes } = await feishu.checkUp();
    expect(probes[1]).toMatchObject({ name: 'send', ok: false, code: 99991672 });
    expect(probes[1]?.hint).toContain('im:message、im:message:send_as_bot');
  });
});
