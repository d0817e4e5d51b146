import Database, { type Database as Sqlite } from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import * as schema from '../../db/schema/index.ts';
import { compile, type Db, type InboxClaim, type Statement, type Store } from './db.ts';

/** Opens (or creates) a SQLite file; `:memory:` for tests. Migrations are a separate step (`migrate.ts`). */
export function openSqlite(path: string): Sqlite {
  const sqlite = new Database(path);
  sqlite.pragma('journal_mode = WAL');
  // FULL: an acknowledged event survives a power cut; group commit keeps it cheap.
  sqlite.pragma('synchronous = FULL');
  sqlite.pragma('busy_timeout = 5000');
  return sqlite;
}

export function nodeStore(sqlite: Sqlite): Store {
  const runAll = sqlite.transaction((statements: readonly Statement[]) => {
    for (const { text, params } of statements.map(compile)) {
      const prepared = sqlite.prepare(text);
      if (prepared.reader) prepared.all(...params);
      else prepared.run(...params);
    }
  });
  const claims = groupedClaims(sqlite);
  return {
    db: drizzle(sqlite, { schema }) as unknown as Db,
    async atomically(statements) {
      if (statements.length > 0) runAll.immediate(statements);
    },
    claim: claims.add,
    close() {
      claims.flush();
      sqlite.close();
    },
  };
}

type BindableStatement = ReturnType<typeof Database.prototype.prepare<unknown[]>>;

interface Waiting {
  claim: InboxClaim;
  resolve(isNew: boolean): void;
  reject(error: unknown): void;
}

/** Claims of one event-loop turn share one transaction, hence one fsync; each is answered after its commit. */
function groupedClaims(sqlite: Sqlite): { add: Store['claim']; flush(): void } {
  let waiting: Waiting[] = [];
  let insert: BindableStatement | undefined;

  function flush(): void {
    const group = waiting;
    if (group.length === 0) return;
    waiting = [];
    try {
      insert ??= sqlite.prepare(
        `insert into inbox (id, message_key, kind, body, received_at) values (?, ?, ?, ?, ?) on conflict do nothing`,
      );
      const statement = insert;
      const results = sqlite
        .transaction(() =>
          group.map(
            ({ claim: c }) => statement.run(c.id, c.messageKey, c.kind, c.body, c.receivedAt).changes === 1,
          ),
        )
        .immediate();
      group.forEach((entry, i) => {
        entry.resolve(results[i] === true);
      });
    } catch (error) {
      for (const entry of group) entry.reject(error);
    }
  }

  return {
    flush,
    add: (claim) =>
      new Promise((resolve, reject) => {
        if (waiting.length === 0) setImmediate(flush);
        waiting.push({ claim, resolve, reject });
      }),
  };
}
