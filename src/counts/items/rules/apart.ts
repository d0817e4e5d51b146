import type { Day } from '../../../kernel/day.ts';
import { type Month, monthOf } from '../../../kernel/period.ts';
import { INDICATORS, type Indicator } from '../../rules/indicator.ts';
import { isCounted } from './kinds.ts';

/** What is told apart besides the figures (domain 3); the same for a unit, a level and any span of months. */
export interface Apart {
  /** 研讨、协调、座谈 (三个多开): statistics only, never a warning. */
  discussion: number;
  /** Registered and not counted, by indicator; discussions are not among them. */
  uncounted: Record<Indicator, number>;
  /** Counted documents without a number. */
  unnumbered: number;
  /** Meetings saved by holding several in a row: Σ(n − 1). */
  saved: number;
  /** Documents that came under one number with others: Σ(n − 1). */
  bundled: number;
  /** Meetings, discussions included, that the heads of townships have to attend. */
  heads: number;
  emergency: Record<Indicator, number>;
}

export interface ApartItem {
  indicator: Indicator;
  kind: string;
  number: string;
  day: Day;
  parts: number;
  emergency: boolean;
  heads: boolean;
  struck: string | null;
  withdrawnDay: Day | null;
}

/** Of the items that belong to these months; withdrawn ones are left out wherever they were withdrawn. */
export function apartOf(items: readonly ApartItem[], months: ReadonlySet<Month>): Apart {
  const standing = items.filter(
    (item) => item.struck === null && item.withdrawnDay === null && months.has(monthOf(item.day)),
  );
  const counted = standing.filter((item) => isCounted(item.indicator, item.kind));
  const discussions = standing.filter((item) => item.kind === 'discussion');
  const others = standing.filter((item) => !counted.includes(item) && !discussions.includes(item));
  const perIndicator = (some: readonly ApartItem[]) =>
    Object.fromEntries(
      INDICATORS.map((indicator) => [indicator, some.filter((item) => item.indicator === indicator).length]),
    ) as Record<Indicator, number>;
  const more = (indicator: Indicator) =>
    counted
      .filter((item) => item.indicator === indicator)
      .reduce((sum, item) => sum + Math.max(0, item.parts - 1), 0);
  return {
    discussion: discussions.length,
    uncounted: perIndicator(others),
    unnumbered: counted.filter((item) => item.indicator === 'document' && item.number === '').length,
    saved: more('meeting'),
    bundled: more('document'),
    heads: standing.filter((item) => item.heads).length,
    emergency: perIndicator(counted.filter((item) => item.emergency)),
  };
}
