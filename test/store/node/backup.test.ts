import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupDatabase, checkDatabase, restoreDatabase } from '../../../src/store/backup.ts';
import { readSetting, writeSetting } from '../../../src/store/settings.ts';
import { testStore } from '../../support/db.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qingfu-backup-'));
  path = join(folder, 'qingfu.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function write(value: string): Promise<void> {
  const store = testStore(path);
  await store.atomically([writeSetting(store.db, 'test', value)]);
  store.close();
}

async function read(): Promise<string | undefined> {
  const store = testStore(path);
  const value = await readSetting(store.db, 'test');
  store.close();
  return value;
}

describe('backup and restore', () => {
  it('copies while a server is writing, and brings the data back', async () => {
    const server = testStore(path);
    await server.atomically([writeSetting(server.db, 'test', 'before')]);
    const copy = join(folder, 'copy.db');
    await backupDatabase(path, copy);
    await server.atomically([writeSetting(server.db, 'test', 'after')]);
    server.close();

    restoreDatabase(copy, path);
    expect(await read()).toBe('before');
    const kept = checkDatabase(`${path}.before-restore`);
    expect(kept.migrations).toContain('0000_init.sql');
  });

  it('refuses a damaged copy and leaves the database alone', async () => {
    await write('sound');
    const copy = join(folder, 'copy.db');
    await backupDatabase(path, copy);
    const bytes = readFileSync(copy);
    bytes.fill(0x5a, 4096, 12_288);
    writeFileSync(copy, bytes);
    expect(() => restoreDatabase(copy, path)).toThrow();
    expect(await read()).toBe('sound');
  });

  it('refuses to restore while a server holds the database', async () => {
    await write('held');
    const copy = join(folder, 'copy.db');
    await backupDatabase(path, copy);
    const server = testStore(path);
    await readSetting(server.db, 'test');
    expect(() => restoreDatabase(copy, path)).toThrow(/locked|busy/i);
    server.close();
    expect(await read()).toBe('held');
  });
});
