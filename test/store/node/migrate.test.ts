import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { migrate, NewerDatabase } from '../../../src/store/migrate.ts';
import { openSqlite } from '../../../src/store/node.ts';
import { MIGRATIONS } from '../../support/db.ts';

function folder(files: Record<string, string>): string {
  const path = mkdtempSync(join(tmpdir(), 'qingfu-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
  return path;
}

function tables(sqlite: ReturnType<typeof openSqlite>): unknown[] {
  return sqlite.prepare("select name from sqlite_master where type = 'table' order by name").pluck().all();
}

describe('migrations', () => {
  it('the product’s own run in order of their names, once', () => {
    const sqlite = openSqlite(':memory:');
    const files = readdirSync(MIGRATIONS).filter((name) => name.endsWith('.sql'));
    expect(migrate(sqlite, MIGRATIONS)).toEqual(files.sort());
    expect(migrate(sqlite, MIGRATIONS)).toEqual([]);
    expect(tables(sqlite)).toContain('inbox');
  });

  it('a file that was merged late is applied, not skipped', () => {
    const sqlite = openSqlite(':memory:');
    migrate(sqlite, folder({ '0000_a.sql': 'create table a (x)', '0002_c.sql': 'create table c (x)' }));
    const all = folder({
      '0000_a.sql': 'create table a (x)',
      '0001_b.sql': 'create table b (x)',
      '0002_c.sql': 'create table c (x)',
    });
    expect(migrate(sqlite, all)).toEqual(['0001_b.sql']);
  });

  it('a file that fails leaves nothing of itself behind and is tried again', () => {
    const sqlite = openSqlite(':memory:');
    const broken = folder({
      '0000_a.sql': 'create table a (x)',
      '0001_b.sql': 'create table b (x); insert into nowhere values (1)',
    });
    expect(() => migrate(sqlite, broken)).toThrow('nowhere');
    expect(tables(sqlite)).toEqual(['a', 'migration']);
    writeFileSync(join(broken, '0001_b.sql'), 'create table b (x)');
    expect(migrate(sqlite, broken)).toEqual(['0001_b.sql']);
  });

  it('a database from a newer version is refused and left alone', () => {
    const sqlite = openSqlite(':memory:');
    migrate(sqlite, folder({ '0000_a.sql': 'create table a (x)', '0007_new.sql': 'create table n (x)' }));
    const older = folder({ '0000_a.sql': 'create table a (x)', '0001_b.sql': 'create table b (x)' });
    expect(() => migrate(sqlite, older)).toThrow(NewerDatabase);
    expect(tables(sqlite)).toEqual(['a', 'migration', 'n']);
  });
});
