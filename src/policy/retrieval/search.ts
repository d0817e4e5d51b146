import { eq, sql } from 'drizzle-orm';
import { searchRow, searchSound, searchToken } from '../../../db/schema/index.ts';
import type { Day } from '../../kernel/day.ts';
import type { Db } from '../../store/db.ts';
import { inList } from '../../store/statement.ts';
import { ANSWER_FROM } from '../rules/gate.ts';
import { isMeantFor, type Scope } from '../scope.ts';
import { corrected, soundsToLookUp } from './rules/correct.ts';
import { type Query, queryOf, type Term } from './rules/query.ts';
import { type Ranked, rank } from './rules/rank.ts';
import { statisticsOf, TOTALS } from './rules/statistics.ts';
import { ftsQuery, searchText, tokensOf } from './rules/tokens.ts';
import { latestSynonyms, type SynonymList, synonymsOf, versionInForce } from './synonyms.ts';

/** Rows looked at closely. Beyond fifty nothing right was found any more on the public sets. */
const CANDIDATES = 60;

/** Rows that the chosen tokens may match together, so that no question reads the whole index. */
const MATCH_BUDGET = 1_500;

/** A reading that was guessed is so much less certain, and must still be so much surer than the words as they stand. */
const GUESSED = 0.9;
const CLEARLY = 0.05;

export interface Found {
  query: Query;
  /** Best first. */
  entries: Ranked[];
}

/** Whose entries, and valid on which day; those for other units do not exist for them. */
export interface Audience extends Scope {
  day: Day;
  /** Entries that had ended by that day are found as well. */
  ended?: boolean;
  /** Numbers that are looked past. */
  without?: readonly string[];
}

/**
 * The entries nearest to these words. Where nothing is sure, characters are taken for others that sound alike, and the
 * better reading counts: the slips of whoever types by ear.
 */
export async function search(db: Db, text: string, audience: Audience): Promise<Found> {
  const plain = await lookUp(db, text, audience);
  if (confidenceIn(plain) >= ANSWER_FROM) return plain;
  const heard = await readByEar(db, plain.query);
  if (heard === undefined) return plain;
  const mended = guessed(await lookUp(db, heard, audience));
  return confidenceIn(mended) >= confidenceIn(plain) + CLEARLY ? mended : plain;
}

function confidenceIn({ entries }: Found): number {
  return entries[0]?.confidence ?? 0;
}

function guessed({ query, entries }: Found): Found {
  return {
    query,
    entries: entries.map((entry) => ({ ...entry, confidence: GUESSED * entry.confidence })),
  };
}

async function readByEar(db: Db, { text, statistics }: Query): Promise<string | undefined> {
  const sounds = soundsToLookUp(text, (pair) => (statistics.frequency.get(pair) ?? 0) > 0);
  if (sounds.length === 0) return undefined;
  const vocabulary = await db
    .select({ sound: searchSound.sound, token: searchSound.token, rows: searchToken.rows })
    .from(searchSound)
    .innerJoin(searchToken, eq(searchToken.token, searchSound.token))
    .where(inList(searchSound.sound, sounds));
  return corrected(text, vocabulary);
}

/** Two small reads: how rare the words are, then all rows of the entries that the rarest words lead to. */
async function lookUp(db: Db, text: string, audience: Audience): Promise<Found> {
  const query = await readQuery(db, text, latestSynonyms());
  const tokens = telling(query);
  if (tokens.length === 0) return { query, entries: [] };
  const rows = await db
    .select({ number: searchRow.number, kind: searchRow.kind, text: searchRow.text })
    .from(searchRow)
    .where(sql`${searchRow.number} in (${candidates(tokens, audience)})`);
  const { without = [] } = audience;
  const entries = rank(
    query,
    rows.filter(({ number }) => !without.includes(number)),
  );
  return { query, entries };
}

/** A list of synonyms that has changed meanwhile is noticed in the same read. */
async function readQuery(db: Db, text: string, synonyms: SynonymList): Promise<Query> {
  const searchable = searchText(text, synonyms.words);
  const counts = await db
    .select({ token: searchToken.token, rows: searchToken.rows, version: versionInForce })
    .from(searchToken)
    .where(inList(searchToken.token, [...TOTALS, ...new Set(tokensOf(searchable))]));
  const version = counts[0]?.version ?? '';
  if (version !== synonyms.version) return readQuery(db, text, await synonymsOf(db, version));
  return queryOf(searchable, statisticsOf(new Map(counts.map(({ token, rows }) => [token, rows]))));
}

function candidates(tokens: readonly string[], audience: Audience) {
  const { day, ended = false } = audience;
  return sql`select number from (
    select row.number as number from question_fts join search_row as row on row.id = question_fts.rowid
    where question_fts match ${ftsQuery(tokens)}
      and row.valid_from <= ${day} and (${ended ? 1 : 0} or row.valid_until = '' or row.valid_until >= ${day})
      and ${isMeantFor(sql.raw('row.units'), audience)}
    order by question_fts.rank limit ${CANDIDATES})`;
}

/** The rarest words first, as many as the budget allows; words that stand nowhere lead nowhere. */
function telling({ terms, statistics }: Query): string[] {
  const frequency = ({ token }: Term) => statistics.frequency.get(token) ?? 0;
  const known = terms.filter((term) => frequency(term) > 0).sort((a, b) => frequency(a) - frequency(b));
  let budget = MATCH_BUDGET;
  return known
    .filter((term, i) => {
      budget -= frequency(term);
      return budget >= 0 || i < 3;
    })
    .map(({ token }) => token);
}
