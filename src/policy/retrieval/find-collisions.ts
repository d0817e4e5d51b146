import { and, inArray } from 'drizzle-orm';
import { searchRow, searchToken } from '../../../db/schema/index.ts';
import type { Db } from '../../store/db.ts';
import { inList } from '../../store/statement.ts';
import type { EntryToIndex } from './index-writes.ts';
import { type Collision, collisionsOf, isPhrasing } from './rules/collide.ts';
import { countsOf, type IndexRow, rowsOf, statisticsOf, TOTALS } from './rules/statistics.ts';
import type { Synonyms } from './rules/synonyms.ts';
import { tokensOf } from './rules/tokens.ts';

/** An entry as the index holds it, or will hold it. */
interface Held {
  number: string;
  validFrom: string;
  validUntil: string;
  units: string;
  rows: IndexRow[];
}

/**
 * Where entries that are to be published together would get into the way of each other or of what stands. Three reads
 * whatever their number. Entries that no two people can be served on one day never collide, nor a unit's own entry
 * with the one for everybody, which it is meant to take the place of.
 */
export async function findCollisions(
  db: Db,
  entries: readonly EntryToIndex[],
  synonyms: Synonyms,
): Promise<Collision[]> {
  const coming = entries.map((entry) => held(entry, synonyms));
  const numbers = new Set(coming.map(({ number }) => number));
  const standing = await findSharing(
    db,
    coming.flatMap(({ rows }) => textsOf(rows)),
  );
  const all = [...coming, ...standing.filter(({ number }) => !numbers.has(number))];
  const owners = Map.groupBy(
    all.flatMap((one) => textsOf(one.rows).map((text) => ({ text, one }))),
    ({ text }) => text,
  );
  const counts = await countsIn(
    db,
    [...owners].flatMap(([text, own]) => (own.length > 1 ? tokensOf(text) : [])),
  );
  for (const [token, n] of countsOf(coming.flatMap(({ rows }) => rows)))
    counts.set(token, (counts.get(token) ?? 0) + n);
  const statistics = statisticsOf(counts);
  return coming.flatMap((one) => {
    const others = textsOf(one.rows).flatMap((text) => (owners.get(text) ?? []).map((owner) => owner.one));
    const rivals = [...new Set(others)].filter((other) => other.number !== one.number && compete(one, other));
    return collisionsOf(
      one.rows,
      rivals.flatMap(({ rows }) => rows),
      statistics,
    );
  });
}

function held(entry: EntryToIndex, synonyms: Synonyms): Held {
  const { number, validFrom, validUntil, units } = entry;
  const rows = rowsOf(entry, synonyms);
  return { number, validFrom, validUntil, units: units.length > 0 ? JSON.stringify(units) : '', rows };
}

function textsOf(rows: readonly IndexRow[]): string[] {
  return [...new Set(rows.filter(isPhrasing).map(({ text }) => text))];
}

/** The same people can be served both on one day. */
function compete(a: Held, b: Held): boolean {
  const apart = (a.validUntil && a.validUntil < b.validFrom) || (b.validUntil && b.validUntil < a.validFrom);
  return !apart && a.units === b.units;
}

/** The entries that have one of these phrasings, with all their rows. */
async function findSharing(db: Db, texts: readonly string[]): Promise<Held[]> {
  const sharing = db
    .select({ number: searchRow.number })
    .from(searchRow)
    .where(and(inArray(searchRow.kind, ['question', 'like']), inList(searchRow.text, texts)));
  const rows = await db.select().from(searchRow).where(inArray(searchRow.number, sharing));
  return [...Map.groupBy(rows, ({ number }) => number).values()].flatMap((own) =>
    own.slice(0, 1).map(({ number, validFrom, validUntil, units }) => ({
      number,
      validFrom,
      validUntil,
      units,
      rows: own,
    })),
  );
}

async function countsIn(db: Db, tokens: readonly string[]): Promise<Map<string, number>> {
  const rows = await db
    .select()
    .from(searchToken)
    .where(inList(searchToken.token, [...TOTALS, ...new Set(tokens)]));
  return new Map(rows.map(({ token, rows: n }) => [token, n]));
}
