import { type Query, rarity } from './query.ts';
import { most, type Read } from './score.ts';
import { tokenCount } from './tokens.ts';

/** What the confidence is made from, but for how the entry stands to its rivals; shares in [0, 1]. */
export interface OwnFeatures {
  /** Share of the nearest phrasing that stands in the question. */
  said: number;
  /** Share of the question that the whole entry covers. */
  covered: number;
  /** Rarity of the rarest word of the question that the entry lacks. */
  missing: number;
  /** Best contribution of each word over all rows of the entry, as a share of the best possible one. */
  spread: number;
  /** Length of the question without scaffolding, as a share of 30 characters. */
  length: number;
}

export interface Nearness {
  /** Share of the question that stands in the phrasing. */
  asked: number;
  /** Share of the phrasing that stands in the question. */
  said: number;
  /** Both in one. */
  both: number;
}

export function ownFeatures(
  query: Query,
  rows: readonly Read[],
  { reached, nearest }: { reached: readonly number[]; nearest: Nearness },
): OwnFeatures {
  const searched = rows.filter(({ row }) => row.kind !== 'unlike');
  const rarest = rarity(query.statistics, '');
  let total = 0;
  let found = 0;
  let gained = 0;
  let missing = 0;
  query.terms.forEach(({ token, weight, content }, i) => {
    if (!content) return;
    total += weight;
    gained += reached[i] ?? 0;
    if (searched.some(({ counts }) => (counts[i] ?? 0) > 0)) found += weight;
    else if (Array.from(token).length === 1) missing = Math.max(missing, weight / rarest);
  });
  return {
    said: nearest.said,
    covered: total === 0 ? 0 : found / total,
    missing: Math.min(1, missing),
    spread: total === 0 ? 0 : gained / most(total),
    length: Math.min(1, query.contentLength / 30),
  };
}

/** How much of the question stands in a phrasing, how much of the phrasing in the question. */
export function nearness({ terms }: Query, { row, counts }: Read): Nearness {
  let found = 0;
  let total = 0;
  let shared = 0;
  terms.forEach(({ weight }, i) => {
    total += weight;
    if ((counts[i] ?? 0) > 0) {
      found += weight;
      shared++;
    }
  });
  const asked = total === 0 ? 0 : found / total;
  const said = shared / tokenCount(row.text);
  return { asked, said, both: asked + said === 0 ? 0 : (2 * asked * said) / (asked + said) };
}
