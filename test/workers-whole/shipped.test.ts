import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '../../src/main/system.ts';
import { root, type Stage, setStage, settings } from './stage.ts';

const ZHAO = 'ou_zhao';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage(systemClock, (feishu) => [
    { configPath: 'wrangler.toml', secrets: settings(feishu) },
  ]);
  stage.platform.addPerson({ openId: ZHAO, name: '赵知远', title: '云栈镇', state: 'active' });
}, 60_000);

afterAll(() => stage.close());

const read = async (path: string) => {
  const response = await fetch(new URL(path, stage.url));
  return { status: response.status, body: await response.text() };
};

/** In the order of a first deployment. */
it('a cold isolate answers the encrypted challenge within the second that the console allows', async () => {
  expect(await stage.platform.verifyUrl()).toBe(true);
});

it('without migrations it is alive and not ready; the trigger fails and an event is not acknowledged', async () => {
  expect(await read('/healthz')).toEqual({ status: 200, body: '{"ok":true}' });
  const { status, body } = await read('/readyz');
  expect(status).toBe(503);
  expect(JSON.parse(body)).toMatchObject({ ok: false, migrations: false, heartbeat: false });
  expect(await stage.scheduled(Date.now())).toBe('exception');
  await stage.platform.users.say(ZHAO, '帮助');
  expect(stage.platform.journal().at(-1)).toMatchObject({ direction: 'to-bot', status: 500 });
});

it('migrated, the first question fills the database with the starter questions and is answered by a card', async () => {
  await stage.harness.getWorker().applyD1Migrations('DB');
  const start = performance.now();
  await stage.platform.users.say(ZHAO, '乡补最低多少钱一个月');
  const card = await stage.lastCard(ZHAO, 1);
  expect(JSON.stringify(card.card)).toMatch(/200 ?元/);
  // The platform shows "no answer" to nobody, but a cadre puts the phone away.
  expect(performance.now() - start).toBeLessThan(5000);
});

it('after a tick it is ready', async () => {
  expect(await stage.scheduled(Date.now())).toBe('ok');
  const { status, body } = await read('/readyz');
  expect({ status, ...JSON.parse(body) }).toMatchObject({ status: 200, ok: true, migrations: true });
  expect((await read('/metrics')).body).toMatch(/qingfu_events_total\{kind="message",result="new"\} 1/);
});

it('hostile requests have no effect', async () => {
  for (const report of await stage.platform.attack()) expect(report.status, report.name).not.toBe(200);
});

it('there is no simulator', async () => {
  expect((await read('/simulator')).status).toBe(404);
});

it('wrong settings: every address answers with a sentence for each of them and nothing else', async () => {
  const secrets = { ...settings(stage.feishuUrl), FEISHU_APP_SECRET: '', HOST_LEVEL: '乡镇' };
  await stage.harness.update({ root, workers: [{ configPath: 'wrangler.toml', secrets }] });
  for (const path of ['/healthz', '/feishu/events']) {
    const response = await stage.harness.fetch(path);
    expect(response.status).toBe(503);
    expect((await response.text()).split('\n')).toEqual([
      expect.stringMatching(/FEISHU_APP_SECRET/),
      expect.stringMatching(/HOST_LEVEL.*乡镇/),
    ]);
  }
  expect(await stage.scheduled(Date.now())).toBe('exception');
}, 30_000);
