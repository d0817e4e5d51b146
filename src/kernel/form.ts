import { type Day, isDay } from './day.ts';
import { type CountProblem, MAX_COUNT, readCount } from './number.ts';
import { normaliseText } from './text.ts';

/** A field of a card's form as the verb expects it back. Choices are single; the platform sends them as text. */
export type FormField = { name: string; label: string; required?: boolean } & (
  | {
      kind: 'count';
      /** Greatest value allowed; 99,999 when absent. */
      max?: number;
    }
  | {
      kind: 'text';
      /** Greatest length in characters. */
      max?: number;
    }
  | { kind: 'day' }
  | { kind: 'choice'; options: readonly string[] }
);

export type FormProblemCode =
  | Exclude<CountProblem, 'empty'>
  | 'missing'
  | 'too-long'
  | 'not-a-day'
  | 'not-offered';

export interface FormProblem {
  name: string;
  label: string;
  code: FormProblemCode;
  /** What was typed, shortened; empty when nothing was. */
  typed: string;
  /** The bound that was broken, for `too-large` and `too-long`. */
  max?: number;
}

type ValueOf<F extends FormField> =
  | (F['kind'] extends 'count' ? number : F['kind'] extends 'day' ? Day : string)
  | (F['required'] extends true ? never : undefined);

/** Required fields have a value; the others may be undefined. */
export type FormValues<F extends readonly FormField[]> = { [One in F[number] as One['name']]: ValueOf<One> };

export type FormReading<F extends readonly FormField[]> =
  | { ok: true; values: FormValues<F> }
  /** `values` holds what could be read, so that further checks can report their problems along with these. */
  | { ok: false; problems: FormProblem[]; values: Partial<FormValues<F>> };

const SHOWN = 20;

/**
 * Reads a submitted form. All problems are reported at once, in the order of the fields, so that nobody submits twice
 * to learn of the second one. Fields that were not asked for are dropped; whatever arrives, nothing is thrown.
 */
export function readForm<const F extends readonly FormField[]>(fields: F, raw: unknown): FormReading<F> {
  const values: Record<string, string | number | undefined> = {};
  const problems: FormProblem[] = [];
  for (const field of fields) {
    const typed = typedText(raw, field.name);
    const reading = typed === '' ? readEmpty(field) : readField(field, typed);
    if ('value' in reading) values[field.name] = reading.value;
    else problems.push({ name: field.name, label: field.label, typed: shorten(typed), ...reading });
  }
  return problems.length === 0
    ? { ok: true, values: values as FormValues<F> }
    : { ok: false, problems, values: values as Partial<FormValues<F>> };
}

type FieldReading = { value: string | number | undefined } | { code: FormProblemCode; max?: number };

function readEmpty(field: FormField): FieldReading {
  return field.required ? { code: 'missing' } : { value: undefined };
}

function readField(field: FormField, typed: string): FieldReading {
  if (field.kind === 'count') return readCountField(typed, field.max ?? MAX_COUNT);
  if (field.kind === 'day') {
    const day = dayIn(typed);
    return day === undefined ? { code: 'not-a-day' } : { value: day };
  }
  if (field.kind === 'choice')
    return field.options.includes(typed) ? { value: typed } : { code: 'not-offered' };
  const max = field.max ?? Number.POSITIVE_INFINITY;
  return lettersOf(typed).length > max ? { code: 'too-long', max } : { value: typed };
}

function readCountField(typed: string, max: number): FieldReading {
  const reading = readCount(typed, max);
  if (reading.ok) return { value: reading.value };
  if (reading.problem === 'empty') return { code: 'missing' };
  return reading.problem === 'too-large' ? { code: 'too-large', max } : { code: reading.problem };
}

/** Pickers send `2026-09-10 +0800` or `2026-09-10 09:30 +0800`; people type 2026/9/10. */
function dayIn(typed: string): Day | undefined {
  const match = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?: \d{2}:\d{2})?(?: [+-]\d{4})?$/.exec(typed);
  if (!match) return undefined;
  const [, year = '', , month = '', day = ''] = match;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(written) ? written : undefined;
}

/** Normalised text of one field; empty for what is missing, blank, an empty list or of a kind no form sends. */
function typedText(raw: unknown, name: string): string {
  if (typeof raw !== 'object' || raw === null || !Object.hasOwn(raw, name)) return '';
  const value: unknown = (raw as Record<string, unknown>)[name];
  const parts: unknown[] = Array.isArray(value) ? value : [value];
  return parts.every(isPlain) ? normaliseText(parts.join('、')) : '';
}

function isPlain(value: unknown): value is string | number {
  return typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));
}

function shorten(typed: string): string {
  const letters = lettersOf(typed);
  return letters.length > SHOWN ? `${letters.slice(0, SHOWN).join('')}…` : typed;
}

/** Code points: a rare character counts as one, as people count it. */
function lettersOf(text: string): string[] {
  return Array.from(text);
}
