import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { consoleOf, nodeClientAddress, workerClientAddress } from '../../src/main/console.ts';
import { systemToken } from '../../src/main/system.ts';

const settings = { appId: 'cli_a', appSecret: 's', baseUrl: 'https://open.feishu.cn' };

it('without a secret there is no console', () => {
  expect(consoleOf({ ...settings, sessionSecret: '' }, workerClientAddress)).toBeUndefined();
  expect(consoleOf({ ...settings, sessionSecret: 'x'.repeat(32) }, workerClientAddress)).toBeDefined();
});

it('tokens are 256 bits long, fit an address, a cookie and PKCE, and do not repeat', () => {
  const tokens = Array.from({ length: 1_000 }, systemToken);
  for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/);
  expect(new Set(tokens).size).toBe(tokens.length);
});

describe('whose address a login is counted by', () => {
  const app = new Hono();
  app.get('/node', (c) => c.text(nodeClientAddress(c)));
  app.get('/worker', (c) => c.text(workerClientAddress(c)));
  const ask = async (path: string, remoteAddress: string, headers: Record<string, string>) =>
    (await app.request(path, { headers }, { incoming: { socket: { remoteAddress } } })).text();

  it.each([
    ['the connection', '203.0.113.7', {}, '203.0.113.7'],
    [
      'not what another machine says of itself',
      '203.0.113.7',
      { 'x-forwarded-for': '1.1.1.1' },
      '203.0.113.7',
    ],
    [
      'what the proxy on this machine has seen',
      '127.0.0.1',
      { 'x-forwarded-for': '203.0.113.8' },
      '203.0.113.8',
    ],
    [
      'not what was said to the proxy',
      '::ffff:127.0.0.1',
      { 'x-forwarded-for': '1.1.1.1, 203.0.113.8' },
      '203.0.113.8',
    ],
    ['this machine itself', '::1', {}, '::1'],
    ['nobody knows', '', {}, ''],
  ])('on Node: %s', async (_, remote, headers, address) => {
    expect(await ask('/node', remote, headers)).toBe(address);
  });

  it('on Workers: what Cloudflare has seen', async () => {
    expect(await ask('/worker', '10.0.0.1', { 'cf-connecting-ip': '203.0.113.9' })).toBe('203.0.113.9');
    expect(await ask('/worker', '10.0.0.1', { 'x-forwarded-for': '1.1.1.1' })).toBe('');
  });
});
