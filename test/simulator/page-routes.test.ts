import { describe, expect, it } from 'vitest';
import { packagedCalendar } from '../../src/main/calendar.ts';
import { ClientRefusal } from '../../src/simulator/platform/client/refusal.ts';
import { simulatorRoutes } from '../../src/simulator/routes.ts';
import { fakePlatform } from '../support/fake-platform.ts';

const at = (shanghai: string) => Date.parse(`${shanghai}:00+08:00`);

function simulator(shanghai = '2026-06-22T09:00') {
  const platform = fakePlatform(at(shanghai));
  platform.addPerson({ openId: 'ou_a', name: '林晓', title: '望江镇 党政办', state: 'active' });
  platform.addPerson({ openId: 'ou_b', name: '周婉清', title: '市农业农村局 办公室', state: 'active' });
  const moves: number[] = [];
  const routes = simulatorRoutes({
    platform,
    clock: { now: () => platform.now },
    calendar: () => packagedCalendar,
    moveClock: async (to) => {
      await Promise.resolve();
      moves.push(to);
      platform.now = to;
      platform.fromBot('ou_b', '月统计卡');
      return { ran: [{ slot: 'counts.open@2026-06', state: 'finished' }], sent: 1 };
    },
    guide: [],
    assets: async (name) => (name === 'main.js' ? new Uint8Array([104, 105]) : undefined),
  });
  const post = (path: string, body: unknown) =>
    routes.request(path, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) });
  return { platform, routes, post, moves };
}

describe('POST /simulator/clock', () => {
  it.each([
    [{ now: '2026-07-01T09:04:00+08:00' }, '2026-07-01T09:04'],
    [{ now: '2026-07-01T01:04:00Z' }, '2026-07-01T09:04'],
    [{ now: '2026-07-01T09:04:00' }, '2026-07-01T09:04'],
    [{ now: '2026-06-22T09:00:00+08:00' }, '2026-06-22T09:00'],
    [{ advanceMinutes: 60 }, '2026-06-22T10:00'],
  ])('%o', async (body, expected) => {
    const { post, moves } = simulator();
    const response = await post('/clock', body);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      now: at(expected),
      ran: [{ slot: 'counts.open@2026-06', state: 'finished' }],
      sent: 1,
      received: [{ openId: 'ou_b', name: '周婉清', count: 1 }],
    });
    expect(moves).toEqual([at(expected)]);
  });

  it.each([
    [{ now: '2026-06-22T08:59:00+08:00' }, /只能往前走：现在是 2026-06-22 09:00，不能退回 2026-06-22 08:59/],
    [{ now: '明天' }, /时间看不懂/],
    [{ now: '2026-13-01T09:00:00+08:00' }, /时间看不懂/],
    [{ advanceMinutes: 0 }, /时间看不懂/],
    [{ advanceMinutes: -5 }, /时间看不懂/],
    [{ advanceMinutes: 1.5 }, /时间看不懂/],
    [{ advanceMinutes: 10_000_000 }, /时间看不懂/],
    [{}, /时间看不懂/],
    ['not json', /时间看不懂/],
  ])('refuses %o in plain Chinese', async (body, text) => {
    const { post, moves } = simulator();
    const response = await post('/clock', body);
    expect(response.status).toBe(400);
    expect(((await response.json()) as { error: string }).error).toMatch(text);
    expect(moves).toEqual([]);
  });

  it('lets two moves follow each other', async () => {
    const { post, moves } = simulator();
    await Promise.all([post('/clock', { advanceMinutes: 60 }), post('/clock', { advanceMinutes: 60 })]);
    expect(moves).toEqual([at('2026-06-22T10:00'), at('2026-06-22T11:00')]);
  });
});

describe('GET /simulator/api/clock', () => {
  it.each([
    // domain.md 2.1: make-up Saturday, long holiday, morning before nine, the month's last workday already past.
    ['2026-06-22T09:00', true, '2026-06-23T09:00', '2026-06-30T09:30'],
    ['2026-06-22T08:40', true, '2026-06-22T09:00', '2026-06-30T09:30'],
    ['2026-02-15T10:00', false, '2026-02-24T09:00', '2026-02-28T09:30'],
    ['2026-09-30T18:00', true, '2026-10-08T09:00', '2026-10-30T09:30'],
  ])('at %s', async (now, workday, next, card) => {
    const response = await simulator(now).routes.request('/api/clock');
    const state = (await response.json()) as { workday: boolean; jumps: { id: string; to: number }[] };
    const to = Object.fromEntries(state.jumps.map((jump) => [jump.id, jump.to]));
    expect(state.workday).toBe(workday);
    expect(to).toEqual({ hour: at(now) + 3_600_000, workday: at(next), 'month-card': at(card) });
  });

  it('says that the calendar ends instead of guessing', async () => {
    const response = await simulator('2027-01-04T09:00').routes.request('/api/clock');
    const state = (await response.json()) as { workday?: boolean; jumps: { id: string; why?: string }[] };
    expect(state.workday).toBeUndefined();
    expect(state.jumps.at(-1)?.why).toBe('2027 年放假安排还没有导入，算不出工作日。');
  });
});

describe('GET /simulator/messages', () => {
  it('lists what the person received, oldest first, not what they wrote', async () => {
    const { platform, routes, post } = simulator();
    await post('/api/say', { open_id: 'ou_a', text: '帮助' });
    platform.fromBot('ou_a', { schema: '2.0', config: { summary: { content: '帮助卡' } } });
    platform.addGroup('oc_group', '群', ['ou_a', 'ou_b']);
    platform.now -= 60_000;
    platform.fromBot('', '群里', 'oc_group');
    const list = (await (await routes.request('/messages?open_id=ou_a')).json()) as Record<string, unknown>[];
    expect(list.map(({ text, type, chatId }) => [text, type, chatId])).toEqual([
      ['群里', 'text', 'oc_group'],
      ['帮助卡', 'interactive', 'oc_ou_a'],
    ]);
    expect(list[1]).toMatchObject({
      id: expect.any(String),
      at: at('2026-06-22T09:00'),
      from: { bot: true },
      card: { schema: '2.0' },
    });
  });

  it('does not know everybody', async () => {
    const response = await simulator().routes.request('/messages?open_id=ou_x');
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ error: '模拟平台里没有 ou_x 这个人。' });
  });
});

describe('the page’s interface', () => {
  it('turns a mention by name into the platform’s', async () => {
    const { platform, post } = simulator();
    platform.addGroup('oc_group', '群', ['ou_a']);
    await post('/api/say', { open_id: 'ou_a', chat_id: 'oc_group', text: '@轻负 在吗' });
    expect(platform.calls.at(-1)).toMatchObject({ text: '@bot 在吗', chatId: 'oc_group' });
  });

  it.each([
    ['/api/say', { open_id: 'ou_a', text: '   ' }, /text/],
    ['/api/say', { open_id: 'ou_a' }, /text/],
    ['/api/attach', { open_id: 'ou_a', kind: 'video' }, /kind/],
    ['/api/click', { open_id: 'ou_a', message_id: 'om_1' }, /button/],
    ['/api/submit', { open_id: 'ou_a', message_id: 'om_1', values: [] }, /values/],
    ['/api/open', '{', /内容/],
  ])('refuses %s %o and names the field', async (path, body, text) => {
    const { platform, post } = simulator();
    const response = await post(path, body);
    expect(response.status).toBe(400);
    expect(((await response.json()) as { error: string }).error).toMatch(text);
    expect(platform.calls).toEqual([]);
  });

  it('passes on what the client would not do', async () => {
    const { platform, post } = simulator();
    platform.answer = () => {
      throw new ClientRefusal('卡片已过期');
    };
    const response = await post('/api/click', { open_id: 'ou_a', message_id: 'om_1', button: '确认' });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error: '卡片已过期。' });
  });

  it('serves the shell, the bundle and nothing else', async () => {
    const { routes } = simulator();
    const shell = await routes.request('/');
    expect(await shell.text()).toContain('<html lang="zh-CN">');
    expect(shell.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await (await routes.request('/assets/main.js')).text()).toBe('hi');
    expect((await routes.request('/assets/other.js')).status).toBe(404);
    expect((await routes.request('/assets/..%2f..%2fpackage.json')).status).toBe(404);
  });

  it('pages the journal from the end', async () => {
    const { platform, routes } = simulator();
    for (let n = 0; n < 250; n++) platform.note({ title: `第 ${n} 条` });
    const first = (await (await routes.request('/api/journal')).json()) as {
      from: number;
      entries: unknown[];
    };
    expect([first.from, first.entries.length]).toEqual([50, 200]);
    const rest = (await (await routes.request('/api/journal?since=248')).json()) as { entries: unknown[] };
    expect(rest.entries).toHaveLength(2);
  });
});
