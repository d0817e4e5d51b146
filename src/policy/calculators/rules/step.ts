import type { Calendar } from '../../../kernel/calendar.ts';
import type { Day } from '../../../kernel/day.ts';

/**
 * What is known of a calculation so far, by name and as people wrote it. It travels in the buttons of the card that
 * asks for the next value, so nothing is stored; everything in it is read anew each time and may be forged.
 */
export type Inputs = Readonly<Record<string, string>>;

/** Values that may be asked for. One at a time, and only what no answer can do without. */
export const FIELDS = [
  'years',
  'income',
  'pay',
  'start',
  'days',
  'step',
  'count',
  'plan',
  'done',
  'now',
  'before',
] as const;

export type Field = (typeof FIELDS)[number];

/** Why a value that was given cannot be computed with. */
export type Problem =
  | 'unreadable'
  | 'negative'
  | 'zero'
  | 'fraction'
  | 'too_small'
  | 'too_large'
  | 'not_a_day'
  | 'too_many_years';

/** Local standards in force today, as far as a calculator uses them; empty where nobody has entered them. */
export interface LocalStandards {
  /** LOC-01; amounts in yuan a month. */
  tiers: readonly Tier[];
  /** When they came into force; empty when unknown. */
  tiersSince: string;
  /** LOC-02; amounts in yuan a month on top. */
  remote: readonly { place: string; category: string; amount: number }[];
  /** LOC-03 has been entered. */
  serviceRules: boolean;
  /** LOC-08; shares in percent. */
  shares: readonly { level: string; share: number }[];
  /** LOC-17. */
  procedure: readonly { step: string; days: number }[];
}

/** Years of service from (included) and until (excluded; absent for the last one), and yuan a month. */
export interface Tier {
  from: number;
  until?: number;
  amount: number;
}

/** What a calculation rests on beside its inputs. */
export interface Given {
  today: Day;
  calendar: Calendar;
  local: LocalStandards;
  /** Name of the township the asker works at; empty when unknown. */
  township: string;
}

/** The one value that is missing, or that has a problem. */
export interface Ask {
  kind: 'ask';
  field: Field;
  /** As it was given; kept in the field. */
  typed?: string;
  problem?: Problem;
  /** Values that one tap may give. */
  offers?: readonly string[];
}

export type Step<R> =
  | { kind: 'done'; result: R }
  | Ask
  /** Nothing can be said without these local standards (LOC codes). */
  | { kind: 'gap'; codes: readonly string[]; factIds: readonly string[] }
  /** The holiday notice of this year is missing, so no workday is guessed. */
  | { kind: 'no_calendar'; year: number; factIds: readonly string[] };

/** Reads its own values from a sentence, and computes from them. */
export interface Calculator<R> {
  /** `said` is `plainly(text)`. Undefined when the sentence asks for something else. */
  read(said: string, text: string): Inputs | undefined;
  compute(inputs: Inputs, given: Given): Step<R>;
}

/** Inputs without what is undefined or empty. */
export function inputsOf(values: Record<string, string | undefined>): Inputs {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}

export function done<R>(result: R): Step<R> {
  return { kind: 'done', result };
}

export function ask(field: Field, more: Omit<Ask, 'kind' | 'field'> = {}): Ask {
  return { kind: 'ask', field, ...more };
}
