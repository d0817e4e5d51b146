import { afterAll, beforeAll, expect, it } from 'vitest';
import { grant, person, unit } from '../../db/schema/index.ts';
import { systemClock } from '../../src/main/system.ts';
import { d1Store } from '../../src/store/d1.ts';
import { root, type Stage, setStage, settings } from './stage.ts';

const EDITOR = 'ou_editor';
const CADRE = 'ou_cadre';
const PUBLIC = 'https://qingfu.example';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage(systemClock, (feishu) => [
    {
      configPath: `${root}wrangler.toml`,
      secrets: { ...settings(feishu), SESSION_SECRET: 'a-secret-of-the-tests-with-32-characters' },
    },
  ]);
  for (const [openId, name] of [
    [EDITOR, '郑言'],
    [CADRE, '赵知远'],
  ] as const)
    stage.platform.addPerson({ openId, name, title: '', state: 'active' });
  await stage.harness.getWorker().applyD1Migrations('DB');
  const { db, atomically } = d1Store(await stage.database());
  await atomically([
    db.insert(unit).values({ code: 'A02', name: '市委组织部', tier: 'city-department' }),
    db.insert(person).values([
      { openId: EDITOR, name: '郑言' },
      { openId: CADRE, name: '赵知远' },
    ]),
    db.insert(grant).values([
      { openId: EDITOR, unit: 'A02', role: 'editor' },
      { openId: CADRE, unit: 'A02', role: 'cadre' },
    ]),
  ]);
  // Fills the fresh database with the starter questions.
  expect(await stage.scheduled(systemClock.now())).toBe('ok');
}, 60_000);

afterAll(() => stage.close());

/** A browser that believes to be at the public address. */
function browser() {
  const cookies = new Map<string, string>();
  const send = async (address: string, init: RequestInit = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const path = address.replace(PUBLIC, '');
    const response = await fetch(new URL(path, stage.url), {
      ...init,
      headers: { cookie, 'cf-connecting-ip': '203.0.113.7' },
      redirect: 'manual',
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/Max-Age=0/.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  return {
    cookies,
    send,
    /** The platform's page is asked as its person would: it shows a list, one of which is clicked. */
    async signIn(openId: string) {
      const start = await send('/console/login/start?to=/console/questions');
      const page = new URL(start.headers.get('location') ?? '');
      page.pathname += '/choose';
      page.searchParams.set('open_id', openId);
      const chosen = await fetch(page, { redirect: 'manual' });
      const back = chosen.headers.get('location') ?? '';
      expect(back).toMatch(`${PUBLIC}/console/login/back?`);
      return send(back);
    },
  };
}

it('the whole way in the real runtime: login by code and PKCE, pages, export, out', async () => {
  const editor = browser();
  expect((await editor.send('/console/questions')).status).toBe(302);
  const back = await editor.signIn(EDITOR);
  expect(back.headers.get('location')).toBe('/console/questions');
  expect([...editor.cookies.keys()]).toEqual(['__Secure-qingfu_console']);
  const list = await (await editor.send('/console/questions?q=乡镇工作补贴&state=live')).text();
  const number = /href="\/console\/questions\/([\w-]+)"/.exec(list)?.[1] ?? '';
  expect(await (await editor.send(`/console/questions/${number}`)).text()).toContain('历次版本');
  const file = new Uint8Array(await (await editor.send('/console/questions.xlsx')).arrayBuffer());
  expect([file[0], file[1]]).toEqual([0x50, 0x4b]);
  expect((await editor.send('/console/audit')).status).toBe(403);
  const style = await editor.send('/console/assets/console.css');
  expect(style.headers.get('content-type')).toMatch('text/css');

  expect((await editor.send('/console/logout', { method: 'POST', body: new URLSearchParams() })).status).toBe(
    403,
  );
  const csrf = /name="csrf" value="([^"]+)"/.exec(list)?.[1] ?? '';
  const out = await editor.send('/console/logout', { method: 'POST', body: new URLSearchParams({ csrf }) });
  expect(out.status).toBe(303);
  expect((await editor.send('/console/questions')).status).toBe(302);
});

it('who has no desk gets no session', async () => {
  const cadre = browser();
  expect((await cadre.signIn(CADRE)).status).toBe(403);
  expect(cadre.cookies.size).toBe(0);
});
