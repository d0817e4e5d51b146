import type { Features } from './rank.ts';

/** Logistic weights; see `npm run cli -- train`. */
const WEIGHTS = {
  bias: -6,
  asked: 4,
  said: 2,
  covered: 4,
  missing: -1.5,
  lead: 4,
  strength: 0,
  whole: 0,
  length: 0,
  unlike: -1,
};

/** How sure we are that the entry answers the question, in [0, 1]. */
export function confidenceOf(features: Features): number {
  const { bias, ...weights } = WEIGHTS;
  const names = Object.keys(weights) as (keyof Features)[];
  const sum = names.reduce((total, name) => total + weights[name] * features[name], bias);
  return 1 / (1 + Math.exp(-sum));
}
