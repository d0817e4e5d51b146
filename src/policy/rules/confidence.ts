import weights from './confidence.json' with { type: 'json' };
import type { Features } from './rank.ts';

/** How sure we are that the entry answers the question, in [0, 1]: a logistic model (`npm run cli -- train`). */
export function confidenceOf(features: Features): number {
  const names = Object.keys(weights.features) as (keyof Features)[];
  const sum = names.reduce((total, name) => total + weights.features[name] * features[name], weights.bias);
  return 1 / (1 + Math.exp(-sum));
}
