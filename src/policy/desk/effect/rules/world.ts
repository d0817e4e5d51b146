import { rarity } from '../../../retrieval/rules/query.ts';
import {
  countsOf,
  type IndexRow,
  type Statistics,
  statisticsOf,
} from '../../../retrieval/rules/statistics.ts';
import { tokensOf } from '../../../retrieval/rules/tokens.ts';

/** An entry as far as it decides what is answered. */
export interface WorldEntry {
  number: string;
  question: string;
  rows: readonly IndexRow[];
  /** Over, and found only to lead to its successor. */
  ended: boolean;
  replacedBy: string;
  /** A trial document that ran out: answered with, but with a warning. */
  expiredTrial: boolean;
  topic: string;
  factIds: readonly string[];
  missingFigures: readonly string[];
  historical: boolean;
  /** Meant for certain units. */
  special: boolean;
  /** All of its words, as they are written. */
  texts: readonly string[];
}

/** What is served at one time, with the statistics of its index. */
export interface World {
  entries: ReadonlyMap<string, WorldEntry>;
  statistics: Statistics;
}

export function worldOf(entries: readonly WorldEntry[]): World {
  return {
    entries: new Map(entries.map((entry) => [entry.number, entry])),
    statistics: statisticsOf(countsOf(entries.flatMap(({ rows }) => rows))),
  };
}

/** Cheap scores: which entries a question could lead to, before any of them is looked at closely. */
export interface Nearness {
  /** Numbers of the nearest entries, best first, and the score of each. */
  nearest(tokens: readonly string[], most: number): { number: string; score: number }[];
}

/** Saturation and length as in `retrieval/rules/score.ts`, on whether a word is there at all. */
const K1 = 1.4;
const B = 0.85;
const ANSWER_SHARE = 0.6;

/** One pass over the words of a question, whatever the number of entries. */
export function nearnessIn({ entries, statistics }: World): Nearness {
  const all = [...entries.values()];
  const rowEntry: number[] = [];
  const rowLength: number[] = [];
  const rowIsAnswer: boolean[] = [];
  const postings = new Map<string, number[]>();
  all.forEach(({ rows }, e) => {
    for (const row of rows) {
      if (row.kind === 'unlike') continue;
      const r = rowEntry.length;
      const isAnswer = row.kind === 'answer';
      const mean = Math.max(1, isAnswer ? statistics.meanAnswer : statistics.meanPhrasing);
      rowEntry.push(e);
      rowIsAnswer.push(isAnswer);
      rowLength.push(1 + K1 * (1 - B + (B * row.text.length) / mean));
      for (const token of new Set(tokensOf(row.text))) {
        const own = postings.get(token);
        if (own) own.push(r);
        else postings.set(token, [r]);
      }
    }
  });
  const gained = new Float64Array(rowEntry.length);
  const phrasing = new Float64Array(all.length);
  const answer = new Float64Array(all.length);

  return {
    nearest(tokens, most) {
      const touched: number[] = [];
      for (const token of tokens) {
        const weight = rarity(statistics, token);
        for (const r of postings.get(token) ?? []) {
          if (gained[r] === 0) touched.push(r);
          gained[r] = (gained[r] ?? 0) + weight;
        }
      }
      const met = new Set<number>();
      for (const r of touched) {
        const e = rowEntry[r] ?? 0;
        const score = (gained[r] ?? 0) / (rowLength[r] ?? 1);
        const best = rowIsAnswer[r] ? answer : phrasing;
        best[e] = Math.max(best[e] ?? 0, score);
        gained[r] = 0;
        met.add(e);
      }
      const found = [...met].map((e) => {
        const score = (phrasing[e] ?? 0) + ANSWER_SHARE * (answer[e] ?? 0);
        phrasing[e] = 0;
        answer[e] = 0;
        return { number: all[e]?.number ?? '', score };
      });
      return found.sort((a, b) => b.score - a.score || (a.number < b.number ? -1 : 1)).slice(0, most);
    },
  };
}
