import { asc, sql } from 'drizzle-orm';
import { searchRow, synonym } from '../../../db/schema/index.ts';
import type { Ctx } from '../../store/context.ts';
import type { Db, Statement } from '../../store/db.ts';
import { writeSetting } from '../../store/settings.ts';
import { indexed } from '../content.ts';
import { findPublished } from '../repo.ts';
import { fingerprint } from '../self-checks/rules/fingerprint.ts';
import { indexEntries, unindexEntries } from './index-writes.ts';
import { mustStillBePublished, readPublishedState } from './published-state.ts';
import { type IndexRow, rowsOf } from './rules/statistics.ts';
import { inOrder } from './rules/synonyms.ts';
import {
  mustStillRead,
  readSynonyms,
  SYNONYMS_VERSION,
  type SynonymList,
  type SynonymRow,
} from './synonyms.ts';

/** The list that these rows make. */
export function listOf(rows: readonly SynonymRow[]): SynonymList {
  const words = inOrder(rows.filter(({ enabled }) => enabled));
  return { version: fingerprint(words.map(({ said, official }) => `${said} ${official}`)), words };
}

/** Puts this list in the place of the one in force; entries that it reads differently change in the index at once. */
export async function synonymWrites({ db }: Ctx, rows: readonly SynonymRow[]): Promise<Statement[]> {
  const before = await readSynonyms(db);
  const after = listOf(rows);
  const published = await readPublishedState(db);
  const standing = Map.groupBy(await findIndex(db), (row) => row.number);
  const changed = (await findPublished(db)).map(indexed).flatMap((entry) => {
    const old = standing.get(entry.number) ?? [];
    return sameRows(old, rowsOf(entry, after.words)) ? [] : [{ entry, old }];
  });
  return [
    mustStillRead(before),
    mustStillBePublished(published),
    db.delete(synonym),
    sql`insert into ${synonym} (said, official, enabled, note)
      select value ->> 'said', value ->> 'official', value ->> 'enabled', value ->> 'note'
      from json_each(${JSON.stringify(rows)})`,
    writeSetting(db, SYNONYMS_VERSION, after.version),
    ...unindexEntries(
      db,
      changed.flatMap(({ old }) => old),
    ),
    ...indexEntries(
      db,
      changed.map(({ entry }) => entry),
      after.words,
    ),
  ];
}

function findIndex(db: Db): PromiseLike<IndexRow[]> {
  return db
    .select({ number: searchRow.number, kind: searchRow.kind, text: searchRow.text })
    .from(searchRow)
    .orderBy(asc(searchRow.number), asc(searchRow.position));
}

function sameRows(a: readonly IndexRow[], b: readonly IndexRow[]): boolean {
  return a.length === b.length && a.every(({ kind, text }, i) => kind === b[i]?.kind && text === b[i]?.text);
}
