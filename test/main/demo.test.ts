import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoCast } from '../../db/seed/demo/index.ts';
import { dayOf, timeOf } from '../../src/kernel/day.ts';
import { buildProgram, freePort, type Running, run, temporaryFolder } from './process.ts';

let program: Awaited<ReturnType<typeof buildProgram>>;

beforeAll(async () => {
  program = await buildProgram('demo');
});
afterAll(() => program.remove());

interface Demo extends Running {
  url: string;
}

async function demo(cwd: string, ...args: string[]): Promise<Demo> {
  const port = await freePort();
  const running = run(program.start, ['demo', ...args], { PORT: String(port) }, { cwd });
  await running.said('轻负演示已启动');
  return { ...running, url: `http://127.0.0.1:${port}` };
}

async function end(running: Demo): Promise<void> {
  running.child.kill('SIGTERM');
  expect(await running.exit).toBe(0);
}

const received = async ({ url }: Demo): Promise<string> =>
  (await fetch(`${url}/simulator/messages?open_id=${demoCast.cadre}`)).text();

async function clock({ url }: Demo): Promise<string> {
  const { now } = (await (await fetch(`${url}/simulator/api/clock`)).json()) as { now: number };
  return `${dayOf(now)} ${timeOf(now)}`;
}

async function ask(running: Demo): Promise<void> {
  const response = await fetch(`${running.url}/simulator/api/say`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ open_id: demoCast.cadre, text: '乡补最低多少钱一个月' }),
  });
  expect(response.status).toBe(200);
  await expect.poll(() => received(running), { timeout: 5000 }).toMatch(/200 ?元/);
}

it('keeps people, chats and business time over a second start; --fresh starts over', async () => {
  const folder = temporaryFolder();
  const first = await demo(folder);
  expect((await fetch(`${first.url}/simulator`)).status).toBe(200);
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
  await ask(first);
  await fetch(`${first.url}/simulator/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ now: '2026-06-23T09:30:00+08:00' }),
  });
  const said = await received(first);
  await end(first);
  expect(readdirSync(join(folder, 'data', 'demo')).sort()).toEqual(['platform.json', 'qingfu.db']);

  const second = await demo(folder);
  expect(await received(second)).toBe(said);
  expect(await clock(second)).toContain('2026-06-23 09:3');
  await end(second);

  const third = await demo(folder, '--fresh');
  expect(await received(third)).not.toMatch(/200 ?元/);
  expect(await clock(third)).toContain('2026-06-22 08:4');
}, 60_000);

it('a busy port is named, and the demo that is running there keeps its files', async () => {
  const folder = temporaryFolder();
  const first = await demo(folder);
  const port = new URL(first.url).port;
  const second = run(program.start, ['demo', '--fresh'], { PORT: port }, { cwd: folder });
  expect(await second.exit).toBe(69);
  expect(second.output().trim()).toMatch(new RegExp(`^端口 127\\.0\\.0\\.1:${port} 已被占用。.*$`));
  await ask(first);
}, 60_000);
