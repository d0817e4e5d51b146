import { describe, expect, it } from 'vitest';
import { APP, LIN, refusal, text, tokenAnswer, world } from './world.ts';

const INFO = { method: 'GET', url: '/open-apis/bot/v3/info' };

describe('B1 the token endpoint', () => {
  it('gives the same token while 30 minutes are left, then a new one, both good', async () => {
    const { base, clock, call } = await world();
    const first = await tokenAnswer(base);
    expect(first).toEqual({
      code: 0,
      msg: 'ok',
      tenant_access_token: expect.stringMatching(/^t-/),
      expire: 7200,
    });
    clock.advance(90);
    expect(await tokenAnswer(base)).toEqual({ ...first, expire: 1800 });
    clock.advance(1);
    const second = await tokenAnswer(base);
    expect(second.tenant_access_token).not.toBe(first.tenant_access_token);
    expect(second.expire).toBe(7200);
    for (const { tenant_access_token: token } of [first, second]) {
      const answer = await call('GET', INFO.url, undefined, { authorization: `Bearer ${token}` });
      expect(answer.body.code).toBe(0);
    }
  });

  it('refuses a wrong app and a wrong secret with HTTP 200 and a code', async () => {
    const { base, platform, clientWith } = await world();
    expect((await tokenAnswer(base, { app_id: 'cli_x', app_secret: APP.secret })).code).toBe(10014);
    expect((await tokenAnswer(base, { app_id: APP.id, app_secret: 'x' })).code).toBe(10015);
    platform.faults.wrongSecretCode = 10014;
    expect((await tokenAnswer(base, { app_id: APP.id, app_secret: 'x' })).code).toBe(10014);
    await expect(clientWith({ appSecret: 'x' }).request(INFO)).rejects.toThrow('code: 10014');
  });
});

describe('B2 B3 tokens that do not count', () => {
  it.each([
    ['missing', '', 99991661],
    ['without a prefix', 'Bearer abc', 99991671],
    ['unknown', 'Bearer t-abc', 99991663],
  ])('%s', async (_, authorization, code) => {
    const { base } = await world();
    const response = await fetch(`${base}${INFO.url}`, { headers: authorization ? { authorization } : {} });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code, error: { log_id: expect.any(String) } });
  });

  it('expires after two hours of virtual time', async () => {
    const { clock, call, token } = await world();
    const authorization = `Bearer ${await token()}`;
    clock.advance(119);
    expect((await call('GET', INFO.url, undefined, { authorization })).body.code).toBe(0);
    clock.advance(1);
    expect((await call('GET', INFO.url, undefined, { authorization })).body.code).toBe(99991663);
  });

  it('a revoked token stays in the cache of the SDK and is refused; HTTP status by dial', async () => {
    const { client, platform } = await world();
    await client.request(INFO);
    platform.revokeTokens();
    const send = () =>
      client.im.v1.message.create({
        params: { receive_id_type: 'open_id' },
        data: { receive_id: LIN, ...text('在吗') },
      });
    expect(await refusal(send())).toMatchObject({ status: 400, code: 99991663 });
    platform.faults.tokenErrorStatus = 200;
    expect(await send()).toMatchObject({ code: 99991663 });
  });
});

it('B23 bot info stands at the top level', async () => {
  const { client, platform } = await world();
  const info = async () => (await client.request(INFO)) as { bot: Record<string, unknown> };
  expect((await info()).bot).toMatchObject({
    app_name: '小访助手',
    open_id: platform.settings.botOpenId,
    activate_status: 2,
  });
});
