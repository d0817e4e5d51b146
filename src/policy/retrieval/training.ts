import { fitLogistic, type Sample } from './rules/logistic.ts';
import { queryOf } from './rules/query.ts';
import { type Features, type Ranked, rank } from './rules/rank.ts';
import {
  countsOf,
  type IndexedEntry,
  type IndexRow,
  rowsOf,
  type Statistics,
  statisticsOf,
} from './rules/statistics.ts';
import type { Synonyms } from './rules/synonyms.ts';
import { searchText } from './rules/tokens.ts';

/** What the confidence is made from, in the order of the model. */
const FEATURES: readonly (keyof Features)[] = ['said', 'covered', 'missing', 'spread', 'won', 'length'];

/** One question and what the ranking put first for it. */
export interface Observation {
  top: Ranked | undefined;
  answerable: boolean;
  right: boolean;
}

/** As many of the starter phrasings as give a stable model within a minute. */
const EVERY = 5;

/**
 * The starter questions ask each other: a phrasing is taken out and asked (it should find its own entry), and asked
 * again with the whole entry taken out (then nothing should be sure).
 */
export function leaveOneOut(entries: readonly IndexedEntry[], synonyms: Synonyms): Observation[] {
  const own = new Map(entries.map((entry) => [entry.number, rowsOf(entry, synonyms)]));
  const all = [...own.values()].flat();
  const counts = countsOf(all);
  const phrasings = all.filter(({ kind }) => kind === 'question' || kind === 'like');
  return phrasings
    .filter((_, i) => i % EVERY === 0)
    .flatMap((asked) => {
      const same = (row: IndexRow) => row.number === asked.number && row.text === asked.text;
      const entry = own.get(asked.number) ?? [];
      const withoutPhrase = all.filter((row) => !same(row));
      const withoutEntry = all.filter((row) => row.number !== asked.number);
      return [
        observe(asked.text, withoutPhrase, less(counts, entry.filter(same)), [asked.number]),
        observe(asked.text, withoutEntry, less(counts, entry), []),
      ];
    });
}

/** Questions somebody has labelled with the entries that answer them; none for what has nothing to do with any entry. */
export function observeAsked(
  entries: readonly IndexedEntry[],
  questions: readonly { text: string; relevant: readonly string[] }[],
  synonyms: Synonyms,
): Observation[] {
  const rows = entries.flatMap((entry) => rowsOf(entry, synonyms));
  const statistics = statisticsOf(countsOf(rows));
  return questions.map(({ text, relevant }) =>
    observe(searchText(text, synonyms), rows, statistics, relevant),
  );
}

function observe(
  text: string,
  rows: readonly IndexRow[],
  statistics: Statistics,
  relevant: readonly string[],
): Observation {
  return observation(rank(queryOf(text, statistics), rows), relevant);
}

export function observation(ranked: readonly Ranked[], relevant: readonly string[]): Observation {
  const top = ranked.find(({ vetoed }) => !vetoed);
  return {
    top,
    answerable: relevant.length > 0,
    right: top !== undefined && relevant.includes(top.number),
  };
}

function less(counts: ReadonlyMap<string, number>, rows: readonly IndexRow[]): Statistics {
  const rest = new Map(counts);
  for (const [token, n] of countsOf(rows)) rest.set(token, (rest.get(token) ?? 0) - n);
  return statisticsOf(rest);
}

export interface ConfidenceModel {
  bias: number;
  features: Record<string, number>;
}

/** Each set counts `weight`, three quarters of it for questions that can be answered, however many it has of either. */
export function trainConfidence(
  sets: readonly { observations: readonly Observation[]; weight: number }[],
): ConfidenceModel {
  const samples = sets.flatMap(({ observations, weight }) => {
    const answerable = observations.filter((one) => one.answerable).length;
    const share = (one: Observation) =>
      one.answerable ? 0.75 / answerable : 0.25 / (observations.length - answerable);
    return observations.flatMap((one): Sample[] =>
      one.top
        ? [
            {
              features: FEATURES.map((name) => one.top?.features[name] ?? 0),
              holds: one.right,
              weight: weight * share(one),
            },
          ]
        : [],
    );
  });
  const [bias = 0, ...weights] = fitLogistic(samples).map((value) => Math.round(value * 100) / 100);
  return { bias, features: Object.fromEntries(FEATURES.map((name, i) => [name, weights[i] ?? 0])) };
}
