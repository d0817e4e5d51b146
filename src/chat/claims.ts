import type { Feature } from './feature.ts';

/** Whose business a free text is, before the policy answers are asked; the command line asks in the same order. */
export function claimOf(features: readonly Feature[], text: string) {
  return features.find((feature) => feature.claim?.takes(text))?.claim;
}
