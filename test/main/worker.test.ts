import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { migrationFiles } from '../../src/main/migrations.ts';
import { migrationsFolder } from '../../src/main/paths.ts';
import { createWorker, type Env } from '../../src/main/worker-app.ts';

const complete = {
  FEISHU_APP_ID: 'cli_a1b2c3d4e5f60718',
  FEISHU_APP_SECRET: 'secret',
  FEISHU_ENCRYPT_KEY: 'key',
  FEISHU_VERIFICATION_TOKEN: 'token',
  HOST_ORGANISATION: '景澜市委办公室',
  HOST_LEVEL: '市',
};

const untouched = () => {
  throw new Error('the database was asked');
};
const DB = { prepare: untouched, batch: untouched } as Env['DB'];
const execution = { waitUntil: untouched };

it.each<[string, Record<string, string>, RegExp[]]>([
  [
    'nothing set',
    Object.fromEntries(Object.keys(complete).map((name) => [name, ''])),
    [
      /FEISHU_APP_ID/,
      /FEISHU_APP_SECRET/,
      /FEISHU_ENCRYPT_KEY/,
      /FEISHU_VERIFICATION_TOKEN/,
      /HOST_ORGANISATION/,
      /HOST_LEVEL/,
    ],
  ],
  ['a township as host', { HOST_LEVEL: '乡镇' }, [/县以下/]],
  ['the long connection', { FEISHU_TRANSPORT: 'long-connection', FEISHU_ENCRYPT_KEY: '' }, [/webhook/]],
])('%s: one sentence each, and neither database nor platform is touched', async (_, changes, sentences) => {
  const worker = createWorker({ now: () => 0 });
  const env = { ...complete, ...changes, DB };
  for (const path of ['/healthz', '/readyz', '/feishu/events']) {
    const response = await worker.fetch(new Request(`https://qingfu.example${path}`), env, execution);
    const lines = (await response.text()).split('\n');
    expect(response.status).toBe(503);
    expect(lines).toEqual(sentences.map((sentence) => expect.stringMatching(sentence)));
  }
  await expect(worker.scheduled({}, env, execution)).rejects.toThrow(sentences[0]);
});

it('knows every migration, also those written by hand', () => {
  const files = readdirSync(migrationsFolder).filter((name) => name.endsWith('.sql'));
  expect(migrationFiles).toEqual(files.sort());
});
