import type { Synonyms } from './synonyms.ts';
import { searchText, tokensOf } from './tokens.ts';

export type RowKind = 'question' | 'like' | 'answer' | 'unlike';

/** One row of the index. */
export interface IndexRow {
  number: string;
  kind: RowKind;
  /** As `searchText` writes it. */
  text: string;
}

/** Of the whole index, as far as one question needs it. */
export interface Statistics {
  /** Searched rows. */
  rows: number;
  /** Mean length in characters of phrasings and of answers. */
  meanPhrasing: number;
  meanAnswer: number;
  /** Token → rows it stands in. */
  frequency: ReadonlyMap<string, number>;
}

/** Kept in the token table beside the tokens, which never begin with `#`. */
export const TOTALS = ['#phrasings', '#phrasing-length', '#answers', '#answer-length'] as const;

/** What rows add to the token table (or take from it, with -1). `unlike` rows are not searched. */
export function countsOf(rows: readonly IndexRow[]): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (token: string, n: number) => counts.set(token, (counts.get(token) ?? 0) + n);
  for (const row of rows) {
    if (row.kind === 'unlike') continue;
    const [count, length] =
      row.kind === 'answer'
        ? (['#answers', '#answer-length'] as const)
        : (['#phrasings', '#phrasing-length'] as const);
    add(count, 1);
    add(length, row.text.length);
    for (const token of new Set(tokensOf(row.text))) add(token, 1);
  }
  return counts;
}

export function statisticsOf(counts: ReadonlyMap<string, number>): Statistics {
  const of = (name: (typeof TOTALS)[number]) => counts.get(name) ?? 0;
  return {
    rows: of('#phrasings') + of('#answers'),
    meanPhrasing: of('#phrasing-length') / Math.max(1, of('#phrasings')),
    meanAnswer: of('#answer-length') / Math.max(1, of('#answers')),
    frequency: counts,
  };
}

/** What one entry brings into the index. */
export interface IndexedEntry {
  number: string;
  question: string;
  like: readonly string[];
  unlike: readonly string[];
  /** Topic, title or heading above the answer. */
  title: string;
  answer: string;
}

export function rowsOf(entry: IndexedEntry, synonyms: Synonyms): IndexRow[] {
  const { number } = entry;
  const row = (kind: RowKind, text: string): IndexRow => ({ number, kind, text: searchText(text, synonyms) });
  return [
    ...(entry.question ? [row('question', entry.question)] : []),
    ...entry.like.map((text) => row('like', text)),
    row('answer', `${entry.title}\n${entry.answer}`),
    ...entry.unlike.map((text) => row('unlike', text)),
  ];
}
