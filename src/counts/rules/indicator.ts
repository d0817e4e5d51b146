/** 发文, 会议, 督查检查考核. */
export const INDICATORS = ['document', 'meeting', 'inspection'] as const;

export type Indicator = (typeof INDICATORS)[number];

/** The numbers one unit states for one indicator and month. */
export interface Entry {
  indicator: Indicator;
  amount: number;
  /** Of these, outside the annual plan. */
  unplanned: number;
  /** Of these, reaching the townships directly; meetings only. */
  direct: number;
}

export type EntryPart = 'amount' | 'unplanned' | 'direct';

export interface MonthField {
  name: string;
  indicator: Indicator;
  part: EntryPart;
}

/** BR-13: a month's card asks for six numbers at most; a seventh does not compile. */
export type AtMostSix<T> = readonly [T?, T?, T?, T?, T?, T?];

/** The numbers of the month's card (domain 3.4). */
const ALL = [
  { name: 'document', indicator: 'document', part: 'amount' },
  { name: 'document_unplanned', indicator: 'document', part: 'unplanned' },
  { name: 'meeting', indicator: 'meeting', part: 'amount' },
  { name: 'meeting_unplanned', indicator: 'meeting', part: 'unplanned' },
  { name: 'meeting_direct', indicator: 'meeting', part: 'direct' },
  { name: 'inspection', indicator: 'inspection', part: 'amount' },
] as const satisfies AtMostSix<MonthField>;

export const FIELDS: readonly MonthField[] = ALL;

/** In the fixed order of the indicators. */
export function byIndicator<T extends { indicator: Indicator }>(items: Iterable<T>): T[] {
  return [...items].sort((a, b) => INDICATORS.indexOf(a.indicator) - INDICATORS.indexOf(b.indicator));
}

/** Tells whether two people mean the same figures, and which figures a card showed. */
export function fingerprint(entries: readonly Entry[]): string {
  return byIndicator(entries)
    .map((e) => `${e.indicator}:${e.amount}/${e.unplanned}/${e.direct}`)
    .join(';');
}
