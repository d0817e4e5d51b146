/**
 * Splits a total into whole numbers by weight (largest remainder), so that the parts always add up and every run of
 * the demo is the same.
 */
export function share(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const parts = weights.map((weight) => Math.floor((total * weight) / sum));
  const left = total - parts.reduce((a, b) => a + b, 0);
  const byRemainder = weights
    .map((weight, i) => ({ i, remainder: (total * weight) % sum }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  for (const { i } of byRemainder.slice(0, left)) parts[i] = (parts[i] ?? 0) + 1;
  return parts;
}

/** The same with a least part for each; the rest is split by weight. */
export function shareAbove(total: number, least: readonly number[], weights: readonly number[]): number[] {
  const rest = share(total - least.reduce((a, b) => a + b, 0), weights);
  return least.map((part, i) => part + (rest[i] ?? 0));
}
