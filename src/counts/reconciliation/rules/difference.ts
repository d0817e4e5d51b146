import type { Month } from '../../../kernel/period.ts';
import type { Booked, Numbered } from './ledger.ts';

/** The eight kinds of difference, in the order of domain 4.3. */
export const KINDS = [
  'gap',
  'duplicate',
  'unplanned',
  'unused',
  'unregistered',
  'unreceived',
  'month',
  'sum',
] as const;

export type Kind = (typeof KINDS)[number];

export interface MonthShift {
  month: Month;
  reported: number;
  listed: number;
}

/** One thing that two books tell differently. `key` stays the same as long as the books do. */
export interface Difference extends Numbered {
  key: string;
  kind: Kind;
  indicator: Booked;
  title: string;
  /** Of a number used twice. */
  titles: readonly string[];
  /** Sampled units that have it, or have it not. */
  receivers: readonly string[];
  /** Registered in, or what the other book would make it; empty when no book tells. */
  from: Month;
  to: Month;
  /** The two numbers that should be one: reported and listed, planned and issued; of a run of gaps first and last serial. */
  numbers: { left: number; right: number } | undefined;
  months: readonly MonthShift[];
  /** Settled by rule: known to every book, nobody is asked. */
  byRule: boolean;
}

export function differenceKey(kind: Kind, indicator: Booked, id = ''): string {
  return `${kind}:${indicator}:${id}`;
}

export function difference(
  kind: Kind,
  indicator: Booked,
  id: string,
  parts: Partial<Omit<Difference, 'kind' | 'indicator' | 'key'>> = {},
): Difference {
  return {
    key: differenceKey(kind, indicator, id),
    kind,
    indicator,
    code: '',
    serial: 0,
    numberYear: 0,
    title: '',
    titles: [],
    receivers: [],
    from: '',
    to: '',
    numbers: undefined,
    months: [],
    byRule: false,
    ...parts,
  };
}
