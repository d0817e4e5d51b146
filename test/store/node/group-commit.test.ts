import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
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

describe('claims of one event-loop turn share one commit', () => {
  it('one transaction for all of them, the next turn has its own', async () => {
    const { sqlite, store } = openFile();
    const transaction = vi.spyOn(sqlite, 'transaction');
    await Promise.all(['a', 'b', 'c', 'a'].map((id) => store.claim(claim(id))));
    expect(transaction).toHaveBeenCalledTimes(1);
    await store.claim(claim('d'));
    expect(transaction).toHaveBeenCalledTimes(2);
    store.close();
  });

  it('is on disk, fully synchronised, when the promise resolves', async () => {
    const { path, sqlite, store } = openFile();
    expect(sqlite.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(sqlite.pragma('synchronous', { simple: true })).toBe(2); // FULL
    const first = store.claim(claim('a'));
    const second = store.claim(claim('b'));
    expect(idsSeenBy(path)).toEqual([]);
    expect(await Promise.all([first, second])).toEqual([true, true]);
    // The first connection is still open, as after a kill -9.
    expect(idsSeenBy(path)).toEqual(['a', 'b']);
    store.close();
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
