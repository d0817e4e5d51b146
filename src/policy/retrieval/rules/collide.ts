import { ANSWER_FROM } from '../../rules/gate.ts';
import { queryOf } from './query.ts';
import { rank } from './rank.ts';
import type { IndexRow, Statistics } from './statistics.ts';

/** How an entry and its neighbours get into each other's way. */
export interface Collision {
  /** The entry that is to be published. */
  number: string;
  /**
   * A phrasing of its own leads to the other; it would be found by its own counter-example; it would take over a
   * phrasing of the other.
   */
  kind: 'leads_elsewhere' | 'counter_example' | 'takes_over';
  phrase: string;
  /** Number of the other entry; its own for `counter_example`. */
  other: string;
}

/**
 * As if the entry stood in the index beside these neighbours; rows must be complete per entry. Whoever asks in an
 * entry's own words is led to an entry that has them, so only words that stand twice can lead astray.
 */
export function collisionsOf(
  own: readonly IndexRow[],
  neighbours: readonly IndexRow[],
  statistics: Statistics,
): Collision[] {
  const number = own[0]?.number ?? '';
  const all = [...own, ...neighbours];
  const firstFor = (text: string, rows: readonly IndexRow[]) => rank(queryOf(text, statistics), rows)[0];
  const collision = (kind: Collision['kind'], { text }: IndexRow, other: string): Collision[] => [
    { number, kind, phrase: text.trim(), other },
  ];
  const ownTexts = textsOf(own);
  const otherTexts = textsOf(neighbours);
  const asked = own.filter((row) => isPhrasing(row) && otherTexts.has(row.text));
  const refused = own.filter(({ kind, text }) => kind === 'unlike' && ownTexts.has(text));
  const others = neighbours.filter((row) => isPhrasing(row) && ownTexts.has(row.text));
  return [
    ...asked.flatMap((row) => {
      const first = firstFor(row.text, all);
      return first && first.number !== number ? collision('leads_elsewhere', row, first.number) : [];
    }),
    ...refused.flatMap((row) => {
      const first = firstFor(row.text, all);
      const answers = first?.number === number && !first.vetoed && first.confidence >= ANSWER_FROM;
      return answers ? collision('counter_example', row, number) : [];
    }),
    ...others.flatMap((row) => {
      const taken = firstFor(row.text, all)?.number === number;
      const stood = taken && firstFor(row.text, neighbours)?.number === row.number;
      return stood ? collision('takes_over', row, row.number) : [];
    }),
  ];
}

export function isPhrasing({ kind }: IndexRow): boolean {
  return kind === 'question' || kind === 'like';
}

function textsOf(rows: readonly IndexRow[]): ReadonlySet<string> {
  return new Set(rows.filter(isPhrasing).map(({ text }) => text));
}
