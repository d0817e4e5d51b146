import Database, { type Database as Sqlite } from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import * as schema from '../../db/schema/index.ts';
import { compile, type Db, type InboxClaim, type Statement, type Store } from './db.ts';
import { createGroupCommit } from './group-commit.ts';
import { createLogSync } from './log-sync.ts';

/** Opens (or creates) a SQLite file; `:memory:` for tests. Migrations are a separate step (`migrate.ts`). */
export function openSqlite(path: string): Sqlite {
  const sqlite = new Database(path);
  sqlite.pragma('journal_mode = WAL');
  // What must survive a power cut is synced by `log-sync.ts`, without holding up the event loop.
  sqlite.pragma('synchronous = NORMAL');
  sqlite.pragma('busy_timeout = 5000');
  return sqlite;
}

export function nodeStore(sqlite: Sqlite): Store {
  const log = createLogSync(sqlite);
  const commits = createGroupCommit(sqlite, log);
  const claim = claimIn(sqlite);
  return {
    db: drizzle(sqlite, { schema }) as unknown as Db,
    async atomically(statements) {
      if (statements.length > 0) await commits.add(() => runAll(sqlite, statements));
    },
    claim: (row) => commits.add(() => claim(row), { single: true }),
    close() {
      commits.flush();
      log.close();
      sqlite.close();
    },
  };
}

function runAll(sqlite: Sqlite, statements: readonly Statement[]): void {
  for (const { text, params } of statements.map(compile)) {
    const prepared = sqlite.prepare(text);
    if (prepared.reader) prepared.all(...params);
    else prepared.run(...params);
  }
}

/** The hottest statement of all is prepared once; not before the first claim, as the table may not be there yet. */
function claimIn(sqlite: Sqlite): (claim: InboxClaim) => boolean {
  let insert: ReturnType<typeof Database.prototype.prepare<unknown[]>> | undefined;
  return ({ id, messageKey, kind, body, receivedAt }) => {
    insert ??= sqlite.prepare(
      'insert into inbox (id, message_key, kind, body, received_at) values (?, ?, ?, ?, ?) on conflict do nothing',
    );
    return insert.run(id, messageKey, kind, body, receivedAt).changes === 1;
  };
}
