import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { demoPeople, demoWorkbook } from '../../db/seed/demo/index.ts';
import { runCli } from '../../src/cli/main.ts';
import { features } from '../../src/features.ts';
import { closed, listen } from '../../src/main/listen.ts';
import { systemClock } from '../../src/main/system.ts';
import { createPlatform } from '../../src/simulator/platform/index.ts';
import type { Platform } from '../../src/simulator/platform/types.ts';
import { type SheetRows, writeWorkbook } from '../../src/system/workbook/write.ts';
import { seededDice } from '../support/house.ts';

const KEYS = {
  appId: 'cli_a1b2c3d4e5f60718',
  appSecret: 'fictional-app-secret-000001',
  encryptKey: 'fictional-encrypt-key-01',
  verificationToken: 'Vt0kFict10nalExampleToken012345',
};

export interface Said {
  code: number;
  out: string[];
  err: string[];
  /** The last line, as scripts read it. */
  json: Record<string, unknown>;
}

/** An operator's desk: a folder, a platform that knows the people of the demo, and the settings of both. */
export interface Desk {
  platform: Platform;
  settings: Record<string, string>;
  path(name: string): string;
  /** The fictional city's workbook, after a change. */
  workbook(name: string, change?: (sheets: Record<string, SheetRows>) => void): Promise<string>;
  /** Runs one command on this database, with `--json`. */
  cli(database: string, args: string, settings?: Record<string, string>): Promise<Said>;
  /** A copy of a database that has been closed. */
  copy(database: string, name: string): string;
  close(): Promise<void>;
}

export async function openDesk(): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'qingfu-cli-'));
  const platform = createPlatform({
    ...KEYS,
    botOpenId: 'ou_bot_qingfu',
    botName: '轻负',
    tenantKey: 'tenant_demo',
    eventsUrl: 'http://127.0.0.1:9/feishu/events',
    clock: systemClock,
    dice: seededDice(1),
  });
  for (const person of demoPeople()) platform.addPerson({ ...person, state: 'active' });
  const { server, port } = await listen(platform.api, '127.0.0.1', 0);
  const path = (name: string) => join(folder, name);
  const settings = {
    FEISHU_APP_ID: KEYS.appId,
    FEISHU_APP_SECRET: KEYS.appSecret,
    FEISHU_BASE_URL: `http://127.0.0.1:${port}`,
    HOST_ORGANISATION: '景澜市委办公室',
    HOST_LEVEL: '市',
    FILING_NUMBER: '景网备〔2026〕7号',
  };
  return {
    platform,
    settings,
    path,
    async workbook(name, change = () => {}) {
      const sheets: Record<string, SheetRows> = demoWorkbook();
      change(sheets);
      const shapes = features
        .flatMap((feature) => feature.sheets ?? [])
        .filter((sheet) => sheets[sheet.name]);
      writeFileSync(path(name), await writeWorkbook(shapes, (sheet) => sheets[sheet.name] ?? []));
      return path(name);
    },
    cli: (database, args, changes = {}) =>
      command(splitArgs(`${args} --json`), { ...settings, DATABASE_PATH: database, ...changes }),
    copy(database, name) {
      copyFileSync(database, path(name));
      return path(name);
    },
    async close() {
      await closed(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** `ask "a b" --as x` as a shell would hand it over. */
export function splitArgs(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
}

export async function command(argv: string[], environment: Record<string, string>): Promise<Said> {
  const out: string[] = [];
  const err: string[] = [];
  const log = vi
    .spyOn(console, 'log')
    .mockImplementation((line: string) => void out.push(...line.split('\n')));
  const error = vi
    .spyOn(console, 'error')
    .mockImplementation((line: string) => void err.push(...line.split('\n')));
  try {
    const code = await runCli(argv, environment);
    const last = out.at(-1) ?? '';
    return {
      code,
      out,
      err,
      json: last.startsWith('{') ? (JSON.parse(last) as Record<string, unknown>) : {},
    };
  } finally {
    log.mockRestore();
    error.mockRestore();
  }
}
