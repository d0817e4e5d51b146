import type { Tier } from './step.ts';

/** Rules of other places that can be computed with: examples, never a local standard. Yuan a month. */
export type ExampleId = 'BT-07' | 'BT-08';

interface Example {
  tiers: readonly Tier[];
  /** In remote townships: a sum on top, or tiers of their own. */
  extra?: number;
  remote?: readonly Tier[];
}

/** BT-07 (Hunan, 2015) and BT-08 (province not named). */
export const EXAMPLES: Record<ExampleId, Example> = {
  'BT-07': {
    tiers: [
      { from: 0, until: 10, amount: 200 },
      { from: 10, until: 15, amount: 260 },
      { from: 15, until: 20, amount: 320 },
      { from: 20, until: 25, amount: 380 },
      { from: 25, until: 30, amount: 440 },
      { from: 30, amount: 500 },
    ],
    extra: 100,
  },
  'BT-08': {
    tiers: [
      { from: 0, until: 10, amount: 200 },
      { from: 10, until: 20, amount: 260 },
      { from: 20, until: 30, amount: 330 },
      { from: 30, amount: 410 },
    ],
    remote: [
      { from: 0, until: 10, amount: 290 },
      { from: 10, until: 20, amount: 350 },
      { from: 20, until: 30, amount: 420 },
      { from: 30, amount: 500 },
    ],
  },
};
