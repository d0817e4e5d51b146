/** WX-01, in its order. */
export const FIVE_SMALL = ['canteen', 'toilet', 'bath', 'library', 'activities'] as const;
export type Small = (typeof FIVE_SMALL)[number];

/** WX-04, WX-08: what must not be. */
export const FIVE_SMALL_LIMITS = ['building', 'luxury', 'self_funded'] as const;
export type Limit = (typeof FIVE_SMALL_LIMITS)[number];

export function missingOf(there: readonly Small[]): Small[] {
  return FIVE_SMALL.filter((small) => !there.includes(small));
}
