import { eq, sql } from 'drizzle-orm';
import { setting, synonym } from '../../../db/schema/index.ts';
import { starterSynonyms } from '../../../db/seed/synonyms.ts';
import type { Db, Statement } from '../../store/db.ts';
import { readSetting } from '../../store/settings.ts';
import { inOrder, type Synonym, type Synonyms } from './rules/synonyms.ts';

/** Holds the version of the administrators' list; absent while they have none, and the starter list is in force. */
export const SYNONYMS_VERSION = 'synonyms.version';

export interface SynonymRow extends Synonym {
  enabled: boolean;
  note: string;
}

export interface SynonymList {
  /** Made from the words themselves, so that equal versions are equal lists in any database; empty for the starters. */
  version: string;
  words: Synonyms;
}

export const starterRows: readonly SynonymRow[] = starterSynonyms.flatMap(({ official, said, note }) =>
  said.map((one) => ({ said: one, official, enabled: true, note })),
);

export const starterList: SynonymList = { version: '', words: inOrder(starterRows) };

/** The list that was met last: nearly always the one in force, so that no question reads it. */
let latest = starterList;

export function latestSynonyms(): SynonymList {
  return latest;
}

/** The version in force, as a column of another read; null for the starters. */
export const versionInForce = sql<string | null>`(select value from setting where key = ${SYNONYMS_VERSION})`;

/** The list of that version, read when it is not the one met last. */
export async function synonymsOf(db: Db, version: string): Promise<SynonymList> {
  if (version === latest.version) return latest;
  latest =
    version === ''
      ? starterList
      : { version, words: inOrder((await findSynonymRows(db)).filter(({ enabled }) => enabled)) };
  return latest;
}

export async function readSynonyms(db: Db): Promise<SynonymList> {
  return synonymsOf(db, (await readSetting(db, SYNONYMS_VERSION)) ?? '');
}

/** What stands in the table, or the starters while the administrators have no list of their own. */
export async function findSynonymRows(db: Db): Promise<readonly SynonymRow[]> {
  const rows = await db.select().from(synonym).orderBy(synonym.official, synonym.said);
  if (rows.length > 0) return rows;
  const [own] = await db.select({ key: setting.key }).from(setting).where(eq(setting.key, SYNONYMS_VERSION));
  return own ? [] : starterRows;
}

/** Aborts the effect as a conflict when it was decided under another list than the one in force. */
export function mustStillRead({ version }: SynonymList): Statement {
  return sql`insert into guard (ok) select 0 where coalesce(${versionInForce}, '') <> ${version}`;
}
