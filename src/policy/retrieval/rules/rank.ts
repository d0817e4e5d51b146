import { confidenceOf } from './confidence.ts';
import type { IndexRow, Statistics } from './statistics.ts';
import { countToken, tokensOf, withoutScaffolding } from './tokens.ts';

/** Measured on public question sets: term saturation, length normalisation, and the worth of a single character. */
const K1 = 1.4;
const B = 0.85;
const SINGLE = 0.9;

/** Weight of the standard question against the answer when both are read as one text. */
const QUESTION_WEIGHT = 2;

/** What the best, the second, the third … phrasing of an entry adds to its score. */
const VOTES = [1, 0.5, 0.25, 0.12, 0.06];

/** Share of the whole entry's score (question and answer as one text) beside the votes of its phrasings. */
const WHOLE = 0.6;

/** Share of what each word finds at its best place, wherever in the entry: long-winded questions mix phrasings. */
const SPREAD = 1;

/** Who asks in an entry's own words means that entry. */
const VERBATIM = 0.97;

export interface Term {
  token: string;
  /** Rarity (idf), single characters counted less. */
  weight: number;
  /** False for words that only make it a question; they count against phrasings alone. */
  content: boolean;
}

export interface Query {
  text: string;
  terms: Term[];
  statistics: Statistics;
}

/** What the confidence is made from; shares in [0, 1] but for `lead` and `won`. */
export interface Features {
  /** Share of the nearest phrasing that stands in the question. */
  said: number;
  /** Share that the whole entry covers. */
  covered: number;
  /** Rarity of the rarest word of the question that the entry lacks. */
  missing: number;
  /** Best contribution of each word over all rows of the entry, as a share of the best possible one. */
  spread: number;
  /** Lead over the second entry; of all others how far they lie behind the first, below 0. */
  lead: number;
  /** The lead as far as the question is covered: to lead in a question that is found nowhere means little. */
  won: number;
  /** Characters of the question without scaffolding, as a share of 30. */
  length: number;
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

export function queryOf(text: string, statistics: Statistics): Query {
  const content = new Set(tokensOf(withoutScaffolding(text)));
  const terms = [...new Set(tokensOf(text))].map((token) => ({
    token,
    weight:
      rarity(statistics, token) * (Array.from(token).length === 1 && !/[a-z\d]/.test(token) ? SINGLE : 1),
    content: content.has(token),
  }));
  return { text, terms, statistics };
}

function rarity({ rows, frequency }: Statistics, token: string): number {
  const known = frequency.get(token) ?? 0;
  return Math.log(1 + (rows - known + 0.5) / (known + 0.5));
}

/** The entries behind these rows, best first; all rows of an entry must be there. */
export function rank(query: Query, rows: readonly IndexRow[]): Ranked[] {
  const byEntry = Map.groupBy(rows, (row) => row.number);
  const scored = [...byEntry].map(([number, own]) => ({ number, ...scoreEntry(query, own) }));
  scored.sort(
    (a, b) =>
      Number(b.verbatim) - Number(a.verbatim) ||
      Number(a.vetoed) - Number(b.vetoed) ||
      b.score - a.score ||
      (a.number < b.number ? -1 : 1),
  );
  const highest = scored[0]?.score ?? 0;
  return scored.map(({ number, score, vetoed, verbatim, features: own }, i) => {
    const rival = (i === 0 ? scored[1]?.score : highest) ?? 0;
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
  });
}

interface Matched {
  row: IndexRow;
  /** Per term of the query. */
  counts: number[];
  /** What each term adds to the row's score. */
  gains: number[];
  score: number;
}

function scoreEntry(query: Query, rows: readonly IndexRow[]) {
  const matched = rows.map((row) => match(query, row));
  const phrasings = matched
    .filter(({ row }) => row.kind === 'question' || row.kind === 'like')
    .sort((a, b) => b.score - a.score);
  const answer = matched.find(({ row }) => row.kind === 'answer');
  const question = matched.find(({ row }) => row.kind === 'question');
  const votes = phrasings.reduce((sum, { score }, i) => sum + score * (VOTES[i] ?? 0), 0);
  const whole = wholeScore(query, question, answer);
  const answered = (answer?.row.text.length ?? 0) > 2;
  const searched = matched.filter(({ row }) => row.kind !== 'unlike');
  const reached = query.terms.map((_, i) => Math.max(0, ...searched.map(({ gains }) => gains[i] ?? 0)));
  const spread = reached.reduce((sum, gain) => sum + gain, 0);
  const score = phrasings.length === 0 ? whole : votes + (answered ? WHOLE * whole : 0) + SPREAD * spread;
  const ofContent = (values: readonly number[]) =>
    query.terms.reduce((sum, { content }, i) => sum + (content ? (values[i] ?? 0) : 0), 0);
  const possible = ofContent(query.terms.map(({ weight }) => weight * (K1 + 1)));
  const nearest = best(phrasings.map((phrasing) => nearness(query, phrasing)));
  const unlike = best(
    matched.filter(({ row }) => row.kind === 'unlike').map((other) => nearness(query, other)),
  );
  const features: Omit<Features, 'lead' | 'won'> = {
    said: nearest.said,
    ...coverage(query, searched),
    spread: possible === 0 ? 0 : ofContent(reached) / possible,
    length: Math.min(1, withoutScaffolding(query.text).length / 30),
  };
  const verbatim = phrasings.some(({ row }) => row.text === query.text);
  return {
    score,
    verbatim,
    vetoed: !verbatim && unlike.both > 0.5 && unlike.both >= nearest.both,
    features,
  };
}

function match(query: Query, row: IndexRow): Matched {
  const counts = query.terms.map(({ token }) => countToken(row.text, token));
  const isAnswer = row.kind === 'answer';
  const mean = isAnswer ? query.statistics.meanAnswer : query.statistics.meanPhrasing;
  const damp = K1 * (1 - B + (B * row.text.length) / Math.max(1, mean));
  const gains = query.terms.map((term, i) => {
    const count = isAnswer && !term.content ? 0 : (counts[i] ?? 0);
    return (term.weight * count * (K1 + 1)) / (count + damp);
  });
  return { row, counts, gains, score: gains.reduce((sum, gain) => sum + gain, 0) };
}

/** Question and answer as one text (BM25F): for entries whose words are spread over both. */
function wholeScore(query: Query, question: Matched | undefined, answer: Matched | undefined): number {
  const { meanPhrasing, meanAnswer } = query.statistics;
  const questionLength = 1 - B + (B * (question?.row.text.length ?? 0)) / Math.max(1, meanPhrasing);
  const answerLength = 1 - B + (B * (answer?.row.text.length ?? 0)) / Math.max(1, meanAnswer);
  return query.terms.reduce((sum, term, i) => {
    const inQuestion = (QUESTION_WEIGHT * (question?.counts[i] ?? 0)) / questionLength;
    const inAnswer = term.content ? (answer?.counts[i] ?? 0) / answerLength : 0;
    const count = inQuestion + inAnswer;
    return sum + (term.weight * count * (K1 + 1)) / (count + K1);
  }, 0);
}

/** How much of the question stands in a phrasing, how much of the phrasing in the question, and both in one. */
function nearness(query: Query, { row, counts }: Matched): { asked: number; said: number; both: number } {
  let found = 0;
  let total = 0;
  let shared = 0;
  query.terms.forEach(({ weight }, i) => {
    total += weight;
    if ((counts[i] ?? 0) > 0) {
      found += weight;
      shared++;
    }
  });
  const asked = total === 0 ? 0 : found / total;
  const said = shared / Math.max(1, new Set(tokensOf(row.text)).size);
  return { asked, said, both: asked + said === 0 ? 0 : (2 * asked * said) / (asked + said) };
}

function best(all: { asked: number; said: number; both: number }[]) {
  return all.reduce((a, b) => (b.both > a.both ? b : a), { asked: 0, said: 0, both: 0 });
}

function coverage(query: Query, matched: readonly Matched[]): { covered: number; missing: number } {
  const top = rarity(query.statistics, '');
  let total = 0;
  let found = 0;
  let missing = 0;
  query.terms.forEach(({ token, weight, content }, i) => {
    if (!content) return;
    total += weight;
    if (matched.some(({ counts }) => (counts[i] ?? 0) > 0)) found += weight;
    else if (Array.from(token).length === 1) missing = Math.max(missing, weight / (SINGLE * top));
  });
  return { covered: total === 0 ? 0 : found / total, missing: Math.min(1, missing) };
}
