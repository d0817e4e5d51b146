import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, vi } from 'vitest';
import { inbox } from '../../../db/schema/index.ts';
import { createGroupCommit } from '../../../src/store/group-commit.ts';
import { migrate } from '../../../src/store/migrate.ts';
import { nodeStore, openSqlite } from '../../../src/store/node.ts';
import { MIGRATIONS } from '../../support/db.ts';

function claim(id: string) {
  return { id, messageKey: null, kind: 'message', body: '{}', receivedAt: 1 };
}

function openFile() {
  const path = join(mkdtempSync(join(tmpdir(), 'qingfu-')), 'test.db');
  const sqlite = openSqlite(path);
  migrate(sqlite, MIGRATIONS);
  return { path, sqlite, store: nodeStore(sqlite) };
}

function idsSeenBy(path: string): unknown[] {
  const other = openSqlite(path);
  const ids = other.prepare('select id from inbox order by id').pluck().all();
  other.close();
  return ids;
}

describe('writes of one event-loop turn share one commit', () => {
  it('one transaction for all of them, the next turn has its own', async () => {
    const { path } = openFile();
    const said: string[] = [];
    const store = nodeStore(new Database(path, { verbose: (sql) => said.push(String(sql)) }));
    const commits = () => said.filter((sql) => sql === 'COMMIT').length;
    await Promise.all(['a', 'b', 'c', 'a'].map((id) => store.claim(claim(id))));
    expect(commits()).toBe(1);
    await store.claim(claim('d'));
    expect(commits()).toBe(2);
    store.close();
  });

  it('effects and claims share it; one that fails takes nothing of the others with it', async () => {
    const { store } = openFile();
    await store.claim(claim('taken'));
    const insert = (id: string) => store.db.insert(inbox).values(claim(id));
    const results = await Promise.allSettled([
      store.atomically([insert('x'), insert('taken')]),
      store.atomically([insert('y')]),
      store.claim(claim('z')),
    ]);
    expect(results.map((result) => result.status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    const rows = await store.db.select({ id: inbox.id }).from(inbox).orderBy(inbox.id);
    expect(rows.map((row) => row.id)).toEqual(['taken', 'y', 'z']);
    store.close();
  });

  it('is on disk, fully synchronised, when the promise resolves', async () => {
    const { path, sqlite, store } = openFile();
    expect(sqlite.pragma('journal_mode', { simple: true })).toBe('wal');
    const first = store.claim(claim('a'));
    const second = store.claim(claim('b'));
    expect(idsSeenBy(path)).toEqual([]);
    expect(await Promise.all([first, second])).toEqual([true, true]);
    // The first connection is still open, as after a kill -9.
    expect(idsSeenBy(path)).toEqual(['a', 'b']);
    store.close();
  });

  it('is answered after the sync of the log, and what comes meanwhile gets the next one', async () => {
    const { sqlite } = openFile();
    const syncs: (() => void)[] = [];
    const sync = () => new Promise<void>((resolve) => syncs.push(resolve));
    const commits = createGroupCommit(sqlite, { sync, close() {} });
    const answered: string[] = [];
    const add = (name: string) => commits.add(() => name).then((done) => answered.push(done));
    const first = Promise.all([add('a'), add('b')]);
    await vi.waitFor(() => expect(syncs).toHaveLength(1));
    const second = add('c');
    expect(answered).toEqual([]);
    syncs[0]?.();
    await first;
    expect(answered).toEqual(['a', 'b']);
    await vi.waitFor(() => expect(syncs).toHaveLength(2));
    syncs[1]?.();
    await second;
    expect(answered).toEqual(['a', 'b', 'c']);
    sqlite.close();
  });

  it('a disk that cannot sync is an error, never a silent yes', async () => {
    const { sqlite } = openFile();
    const commits = createGroupCommit(sqlite, { sync: () => Promise.reject(new Error('EIO')), close() {} });
    await expect(commits.add(() => true)).rejects.toThrow('EIO');
    sqlite.close();
  });

  it('is committed before the store closes', async () => {
    const { path, store } = openFile();
    const last = store.claim(claim('a'));
    store.close();
    expect(await last).toBe(true);
    expect(idsSeenBy(path)).toEqual(['a']);
  });

  it('a failed commit is an error for each of them, never a silent yes', async () => {
    const { sqlite, store } = openFile();
    sqlite.exec('drop table inbox');
    const results = await Promise.allSettled(['a', 'b'].map((id) => store.claim(claim(id))));
    expect(results.map((result) => result.status)).toEqual(['rejected', 'rejected']);
    store.close();
  });
});
