import type { Query } from './query.ts';
import type { IndexRow } from './statistics.ts';
import { countToken } from './tokens.ts';

/** Measured on public question sets: term saturation, and length normalisation of phrasings and of answers. */
const K1 = 1.4;
const B = { phrasing: 0.85, answer: 0.95 };

/** Weight of the standard question against the answer when both are read as one text. */
const QUESTION_WEIGHT = 2;

/** What the best, the second, the third … phrasing of an entry adds to its score. */
const VOTES = [1, 0.5, 0.25, 0.12, 0.06];

/** Share of the whole entry's score (question and answer as one text) beside the votes of its phrasings. */
const WHOLE = 0.6;

/** Share of what each word finds at its best place, wherever in the entry: long-winded questions mix phrasings. */
const SPREAD = 1;

/** An answer names its subject at its start: a word there counts once more, half of that after this many characters. */
const EARLY_WITHIN = 80;

/** A row of the index as one question reads it. */
export interface Read {
  row: IndexRow;
  /** How often each term of the query stands in it. */
  counts: readonly number[];
  /** Length against the mean of its kind, as it weighs. */
  length: number;
}

export interface EntryScore {
  score: number;
  /** What each term adds at its best place, wherever in the entry. */
  reached: readonly number[];
}

/** The most a term of this weight can add in one row. */
export function most(weight: number): number {
  return weight * (K1 + 1);
}

export function readRow({ terms, statistics }: Query, row: IndexRow): Read {
  const isAnswer = row.kind === 'answer';
  const mean = isAnswer ? statistics.meanAnswer : statistics.meanPhrasing;
  const b = isAnswer ? B.answer : B.phrasing;
  return {
    row,
    counts: terms.map(({ token }) => countToken(row.text, token)),
    length: 1 - b + (b * row.text.length) / Math.max(1, mean),
  };
}

/** `weights`: of the terms of the query. Counter-examples among the rows are not searched. */
export function scoreEntry(query: Query, weights: readonly number[], rows: readonly Read[]): EntryScore {
  const searched = rows.filter(({ row }) => row.kind !== 'unlike');
  const question = searched.find(({ row }) => row.kind === 'question');
  const answer = searched.find(({ row }) => row.kind === 'answer');
  const gains = searched.map((read) => gainsOf(query, weights, read));
  const reached = weights.map(() => 0);
  for (const own of gains)
    for (let i = 0; i < own.length; i++) reached[i] = Math.max(reached[i] ?? 0, own[i] ?? 0);
  const whole = wholeScore(query, weights, question, answer);
  const early = answer ? earlyScore(query, weights, answer) : 0;
  const phrasings = searched
    .flatMap(({ row }, i) => (row.kind === 'answer' ? [] : [sum(gains[i] ?? [])]))
    .sort((a, b) => b - a);
  if (phrasings.length === 0) return { score: whole + early, reached };
  const votes = sum(phrasings.map((score, i) => score * (VOTES[i] ?? 0)));
  const answered = (answer?.row.text.length ?? 0) > 2;
  return { score: votes + (answered ? WHOLE * whole : 0) + SPREAD * sum(reached) + early, reached };
}

function gainsOf({ terms }: Query, weights: readonly number[], { row, counts, length }: Read): number[] {
  return terms.map(({ content }, i) => {
    const count = row.kind === 'answer' && !content ? 0 : (counts[i] ?? 0);
    if (count === 0) return 0;
    return (most(weights[i] ?? 0) * count) / (count + K1 * length);
  });
}

/** Question and answer as one text (BM25F): for entries whose words are spread over both. */
function wholeScore(
  { terms }: Query,
  weights: readonly number[],
  question: Read | undefined,
  answer: Read | undefined,
): number {
  return sum(
    terms.map(({ content }, i) => {
      const inQuestion = (QUESTION_WEIGHT * (question?.counts[i] ?? 0)) / (question?.length ?? 1);
      const inAnswer = content ? (answer?.counts[i] ?? 0) / (answer?.length ?? 1) : 0;
      const count = inQuestion + inAnswer;
      return (most(weights[i] ?? 0) * count) / (count + K1);
    }),
  );
}

function earlyScore({ terms }: Query, weights: readonly number[], { row, counts }: Read): number {
  return sum(
    terms.map(({ token, content }, i) =>
      content && (counts[i] ?? 0) > 0 ? (weights[i] ?? 0) / (1 + row.text.indexOf(token) / EARLY_WITHIN) : 0,
    ),
  );
}

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
