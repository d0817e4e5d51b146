import type { Statistics } from './statistics.ts';
import { tokensOf, withoutScaffolding } from './tokens.ts';

/** What somebody wants to know stands late in a question, after what it is about: the last word counts this much more. */
const LATE = 0.25;

export interface Term {
  token: string;
  /** Rarity (idf), a little more towards the end of the question. */
  weight: number;
  /** False for words that only make it a question; they count against phrasings alone. */
  content: boolean;
}

export interface Query {
  /** As `searchText` writes it. */
  text: string;
  terms: Term[];
  /** Letters of it without the words that only make it a question. */
  contentLength: number;
  statistics: Statistics;
}

export function queryOf(text: string, statistics: Statistics): Query {
  const bare = withoutScaffolding(text);
  const content = new Set(tokensOf(bare));
  const tokens = [...new Set(tokensOf(text))];
  const last = Math.max(1, tokens.length - 1);
  const terms = tokens.map((token, i) => ({
    token,
    weight: rarity(statistics, token) * (1 + (LATE * i) / last),
    content: content.has(token),
  }));
  return { text, terms, contentLength: bare.length, statistics };
}

export function rarity({ rows, frequency }: Statistics, token: string): number {
  const known = frequency.get(token) ?? 0;
  return Math.log(1 + (rows - known + 0.5) / (known + 0.5));
}
