import { AppError } from '../kernel/errors.ts';
import { errorWords } from './words.ts';

/** What came with a form: every field by its name, a repeated one with all its values in their order. */
export interface Sent {
  values: ReadonlyMap<string, readonly string[]>;
  files: ReadonlyMap<string, Uint8Array>;
}

export const NOTHING_SENT: Sent = { values: new Map(), files: new Map() };

/** First value of a field, trimmed; empty when there is none. */
export function textOf({ values }: Sent, name: string): string {
  return values.get(name)?.[0]?.trim() ?? '';
}

/** All values of a repeated field, blank ones too: rows of a table keep their places. */
export function textsOf({ values }: Sent, name: string): string[] {
  return (values.get(name) ?? []).map((value) => value.trim());
}

/** One entry for each line that is not blank. */
export function linesOf(sent: Sent, name: string): string[] {
  return textOf(sent, name)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
}

/** For `kernel/form.ts`. */
export function valuesOf({ values }: Sent): Record<string, string> {
  return Object.fromEntries([...values].map(([name, [value = '']]) => [name, value]));
}

const MOST_FIELDS = 2_000;

/** @throws AppError `invalid` when there are more fields than any form of the desk has */
export async function readSent(body: FormData): Promise<Sent> {
  const values = new Map<string, string[]>();
  const files = new Map<string, Uint8Array>();
  let fields = 0;
  for (const [name, value] of body) {
    if (++fields > MOST_FIELDS) throw new AppError('invalid', errorWords.tooMany);
    if (typeof value === 'string') values.set(name, [...(values.get(name) ?? []), value]);
    else if (value.size > 0) files.set(name, new Uint8Array(await value.arrayBuffer()));
  }
  return { values, files };
}
