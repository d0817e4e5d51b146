import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/main/config.ts';

const complete = {
  FEISHU_APP_ID: 'cli_a1b2c3d4e5f60718',
  FEISHU_APP_SECRET: 'secret',
  FEISHU_ENCRYPT_KEY: 'key',
  FEISHU_VERIFICATION_TOKEN: 'token',
  HOST_ORGANISATION: '景澜市委办公室',
  HOST_LEVEL: '市',
};

function problems(changes: Record<string, string | undefined>): string[] {
  const read = readConfig({ ...complete, ...changes });
  return read.ok ? [] : read.problems;
}

describe('settings', () => {
  it('takes the promised defaults', () => {
    const read = readConfig(complete);
    expect(read).toMatchObject({
      ok: true,
      config: {
        baseUrl: 'https://open.feishu.cn',
        transport: 'webhook',
        databasePath: './data/qingfu.db',
        host: '127.0.0.1',
        port: 3000,
        publicUrl: 'http://127.0.0.1:3000',
        level: 'city',
        model: undefined,
        logLevel: 'info',
      },
    });
  });

  it('names every missing setting in a sentence of its own', () => {
    const read = readConfig({});
    expect(read.ok).toBe(false);
    const sentences = read.ok ? [] : read.problems;
    for (const name of Object.keys(complete))
      expect(sentences.filter((s) => s.includes(name))).toHaveLength(1);
  });

  it.each([
    ['a township as host', { HOST_LEVEL: '乡镇' }, '乡镇'],
    ['a village as host', { HOST_LEVEL: '村' }, '村'],
    ['a port that is no number', { PORT: 'abc' }, 'PORT'],
    ['a port out of range', { PORT: '70000' }, 'PORT'],
    ['a base address that is no URL', { FEISHU_BASE_URL: 'open.feishu.cn' }, 'FEISHU_BASE_URL'],
    ['an unknown transport', { FEISHU_TRANSPORT: 'polling' }, 'FEISHU_TRANSPORT'],
    [
      'an app id the long connection would ignore',
      { FEISHU_TRANSPORT: 'long-connection', FEISHU_APP_ID: 'cli_x' },
      'FEISHU_APP_ID',
    ],
    ['a short session secret', { SESSION_SECRET: 'short' }, 'SESSION_SECRET'],
    ['a date that does not exist', { FILING_DATE: '2026-02-30' }, 'FILING_DATE'],
    ['another time zone', { TIME_ZONE: 'UTC' }, 'TIME_ZONE'],
    ['half a model', { MODEL_BASE_URL: 'http://model.local' }, 'MODEL'],
    ['an unknown log level', { LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
  ])('refuses %s with one sentence', (_, changes, named) => {
    const sentences = problems(changes);
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).toContain(named);
  });

  it('long connection needs neither encrypt key nor verification token', () => {
    expect(
      problems({
        FEISHU_TRANSPORT: 'long-connection',
        FEISHU_ENCRYPT_KEY: undefined,
        FEISHU_VERIFICATION_TOKEN: undefined,
      }),
    ).toEqual([]);
  });

  it('reads lists with any usual separator', () => {
    const read = readConfig({ ...complete, TRIAL_OPEN_IDS: 'ou_a, ou_b；ou_c' });
    expect(read.ok && read.config.trialOpenIds).toEqual(['ou_a', 'ou_b', 'ou_c']);
  });

  it('the command line may leave settings out but not write them wrong', () => {
    expect(readConfig({}, { required: false }).ok).toBe(true);
    expect(readConfig({ PORT: 'x' }, { required: false }).ok).toBe(false);
  });
});
