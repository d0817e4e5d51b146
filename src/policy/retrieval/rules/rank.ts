import { confidenceOf } from './confidence.ts';
import { type Nearness, nearness, type OwnFeatures, ownFeatures } from './features.ts';
import type { Query } from './query.ts';
import { type Read, readRow, scoreEntry } from './score.ts';
import type { IndexRow } from './statistics.ts';

/** Among the nearest entries, words that tell them apart count up to this much more than words they all have. */
const CONTRAST = 0.6;
const NEAREST = 20;

/** Who asks in an entry's own words means that entry. */
const VERBATIM = 0.97;

export interface Features extends OwnFeatures {
  /** Lead over the second entry; of all others how far they lie behind the first, below 0. */
  lead: number;
  /** The lead as far as the question is covered: to lead in a question that is found nowhere means little. */
  won: number;
}

export interface Ranked {
  number: string;
  score: number;
  /** How sure we are that this entry answers the question, in [0, 1]. */
  confidence: number;
  /** Nearer to a counter-example than to any phrasing of its own. */
  vetoed: boolean;
  features: Features;
}

interface Scored {
  number: string;
  rows: Read[];
  score: number;
  reached: readonly number[];
  nearest: Nearness;
  verbatim: boolean;
  vetoed: boolean;
}

/** The nearest twenty of the entries behind these rows, best first; all rows of an entry must be there. */
export function rank(query: Query, rows: readonly IndexRow[]): Ranked[] {
  const weights = query.terms.map(({ weight }) => weight);
  const first = [...Map.groupBy(rows, (row) => row.number)]
    .map(([number, own]) => scoredOf(query, weights, number, own))
    .sort(bestFirst);
  const nearest = first.slice(0, NEAREST);
  const apart = contrasted(query, weights, nearest);
  const again = nearest
    .map((entry) => ({ ...entry, ...scoreEntry(query, apart, entry.rows) }))
    .sort(bestFirst);
  const scores = again.map(({ score }) => score);
  return again.map((entry, place) => rankedOf(query, entry, place, scores));
}

function scoredOf(
  query: Query,
  weights: readonly number[],
  number: string,
  own: readonly IndexRow[],
): Scored {
  const rows = own.map((row) => readRow(query, row));
  const ofKind = (wanted: (kind: IndexRow['kind']) => boolean) =>
    rows.filter(({ row }) => wanted(row.kind)).map((row) => nearness(query, row));
  const nearest = closest(ofKind((kind) => kind === 'question' || kind === 'like'));
  const unlike = closest(ofKind((kind) => kind === 'unlike'));
  const verbatim = rows.some(
    ({ row }) => (row.kind === 'question' || row.kind === 'like') && row.text === query.text,
  );
  return {
    number,
    rows,
    ...scoreEntry(query, weights, rows),
    nearest,
    verbatim,
    vetoed: !verbatim && unlike.both > 0.5 && unlike.both >= nearest.both,
  };
}

function bestFirst(a: Scored, b: Scored): number {
  return (
    Number(b.verbatim) - Number(a.verbatim) ||
    Number(a.vetoed) - Number(b.vetoed) ||
    b.score - a.score ||
    (a.number < b.number ? -1 : 1)
  );
}

/** Weights of the terms once it is known which entries are near: what all of them have does not help to choose. */
function contrasted(query: Query, weights: readonly number[], nearest: readonly Scored[]): number[] {
  const total = nearest.reduce((sum, { score }) => sum + score, 0);
  if (total === 0) return [...weights];
  return query.terms.map((_, i) => {
    const having = nearest
      .filter(({ rows }) => rows.some(({ row, counts }) => row.kind !== 'unlike' && (counts[i] ?? 0) > 0))
      .reduce((sum, { score }) => sum + score, 0);
    return (weights[i] ?? 0) * (1 + CONTRAST * (1 - having / total));
  });
}

function rankedOf(query: Query, entry: Scored, place: number, scores: readonly number[]): Ranked {
  const { number, score, vetoed, verbatim } = entry;
  const own = ownFeatures(query, entry.rows, entry);
  const rival = (place === 0 ? scores[1] : scores[0]) ?? 0;
  const lead = score > 0 ? (score - rival) / Math.max(score, rival) : 1;
  const features = { ...own, lead, won: lead * own.covered };
  const learned = vetoed ? 0 : confidenceOf(features);
  return {
    number,
    score,
    vetoed,
    features,
    confidence: verbatim ? Math.max(learned, VERBATIM) : learned,
  };
}

function closest(all: readonly Nearness[]): Nearness {
  return all.reduce((a, b) => (b.both > a.both ? b : a), { asked: 0, said: 0, both: 0 });
}
