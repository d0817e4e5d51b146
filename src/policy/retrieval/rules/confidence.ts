import weights from './confidence.json' with { type: 'json' };
import type { Features } from './rank.ts';

/** How sure we are that the entry answers the question, in [0, 1]: a logistic model (`npm run cli -- train`). */
export function confidenceOf(features: Features): number {
  const named: Partial<Record<keyof Features, number>> = weights.features;
  const sum = Object.entries(named).reduce(
    (total, [name, weight]) => total + weight * features[name as keyof Features],
    weights.bias,
  );
  return 1 / (1 + Math.exp(-sum));
}
