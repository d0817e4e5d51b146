import { sql } from 'drizzle-orm';
import { searchRow, searchSound, searchToken } from '../../../db/schema/index.ts';
import type { Day } from '../../kernel/day.ts';
import type { Db, Statement } from '../../store/db.ts';
import { chunks, inList } from '../../store/statement.ts';
import { soundsOf } from './rules/sounds.ts';
import { countsOf, type IndexedEntry, type IndexRow, rowsOf } from './rules/statistics.ts';
import type { Synonyms } from './rules/synonyms.ts';
import { ftsTokens } from './rules/tokens.ts';

export interface EntryToIndex extends IndexedEntry {
  /** Both included; empty when open. */
  validFrom: Day;
  validUntil: Day;
  units: readonly string[];
}

/** Raised with every change of what the index holds for the same entry; `verbs/refresh-index.ts` then fills it anew. */
export const INDEX_FORM = 1;

/** Entries in one bound value: D1 takes 2 MB, an entry brings a few thousand characters. */
const PER_STATEMENT = 100;

/** Tokens in one bound value. */
const TOKENS_PER_STATEMENT = 20_000;

/** Puts entries into the index that are not in it. Few statements whatever their number, because D1 counts them. */
export function indexEntries(db: Db, entries: readonly EntryToIndex[], synonyms: Synonyms): Statement[] {
  const all = entries.map((entry) => ({ entry, rows: rowsOf(entry, synonyms) }));
  return [
    ...chunks(all, PER_STATEMENT).flatMap((part) => {
      const rows = part.flatMap(({ entry, rows: own }) =>
        own.map((row, position) => ({
          ...row,
          position,
          from: entry.validFrom,
          until: entry.validUntil,
          units: entry.units.length > 0 ? JSON.stringify(entry.units) : '',
        })),
      );
      const searched = rows
        .filter((row) => row.kind !== 'unlike')
        .map(({ number, position, text }) => ({ number, position, tokens: ftsTokens(text) }));
      return [insertRows(rows), insertTokens(searched)];
    }),
    ...count(
      db,
      all.flatMap(({ rows }) => rows),
      1,
    ),
  ];
}

function insertRows(rows: readonly unknown[]): Statement {
  return sql`insert into ${searchRow} (number, position, kind, text, valid_from, valid_until, units)
    select value ->> 'number', value ->> 'position', value ->> 'kind', value ->> 'text',
      value ->> 'from', value ->> 'until', value ->> 'units'
    from json_each(${JSON.stringify(rows)})`;
}

function insertTokens(rows: readonly unknown[]): Statement {
  return sql`insert into question_fts (rowid, tokens)
    select row.id, given.value ->> 'tokens'
    from json_each(${JSON.stringify(rows)}) as given join search_row as row
      on row.number = given.value ->> 'number' and row.position = given.value ->> 'position'`;
}

/** Takes entries out of the index. `rows` are all the rows that they have there now. */
export function unindexEntries(db: Db, rows: readonly IndexRow[]): Statement[] {
  if (rows.length === 0) return [];
  const numbers = [...new Set(rows.map(({ number }) => number))];
  const own = db.select({ id: searchRow.id }).from(searchRow).where(inList(searchRow.number, numbers));
  return [
    sql`delete from question_fts where rowid in ${own}`,
    db.delete(searchRow).where(inList(searchRow.number, numbers)),
    ...count(db, rows, -1),
  ];
}

function count(db: Db, rows: readonly IndexRow[], sign: 1 | -1): Statement[] {
  const counts = [...countsOf(rows)].map(([token, n]) => ({ token, n: n * sign }));
  const sounds = counts.flatMap(({ token }) => soundsOf(token).map((sound) => ({ sound, token })));
  return [
    ...chunks(counts, TOKENS_PER_STATEMENT).map(
      (part) => sql`insert into ${searchToken} (token, rows)
        select value ->> 'token', value ->> 'n' from json_each(${JSON.stringify(part)}) where true
        on conflict (token) do update set rows = ${searchToken.rows} + excluded.rows`,
    ),
    ...(sign < 0 ? [db.delete(searchToken).where(sql`${searchToken.rows} <= 0`)] : []),
    ...chunks(sounds, TOKENS_PER_STATEMENT).map(sign > 0 ? addSounds : removeSounds),
  ];
}

function addSounds(sounds: readonly unknown[]): Statement {
  return sql`insert into ${searchSound} (sound, token)
    select value ->> 'sound', value ->> 'token' from json_each(${JSON.stringify(sounds)}) where true
    on conflict do nothing`;
}

/** Those whose token stands nowhere any more. */
function removeSounds(sounds: readonly unknown[]): Statement {
  return sql`delete from ${searchSound} where (sound, token) in (
    select value ->> 'sound', value ->> 'token' from json_each(${JSON.stringify(sounds)})
    where value ->> 'token' not in (select token from ${searchToken}))`;
}
