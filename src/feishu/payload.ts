/** Readers for data that came from outside: any field may be missing, null or of another type. */

export type Json = Record<string, unknown>;

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path of keys; undefined as soon as something on the way is no object. */
export function at(value: unknown, ...path: string[]): unknown {
  let current = value;
  for (const key of path) {
    if (!isJson(current) || !Object.hasOwn(current, key)) return undefined;
    current = current[key];
  }
  return current;
}

/** The text at a path; empty when it is missing, null or no text. */
export function textAt(value: unknown, ...path: string[]): string {
  const found = at(value, ...path);
  return typeof found === 'string' ? found : '';
}

export function listAt(value: unknown, ...path: string[]): unknown[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** Undefined for text that is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Platform times are decimal text or numbers in seconds (menu clicks), milliseconds (events) or microseconds (card
 * clicks), told apart by their length. Milliseconds UTC; 0 when unreadable.
 */
export function instantOf(value: unknown): number {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || !/^\d{1,16}$/.test(text)) return 0;
  const number = Number(text);
  if (text.length <= 11) return number * 1000;
  return text.length <= 14 ? number : Math.floor(number / 1000);
}

/** `header.event_id` of schema 2.0, `uuid` of the old 1.0 envelope; empty when there is none. */
export function eventIdOf(payload: unknown): string {
  return textAt(payload, 'header', 'event_id') || textAt(payload, 'uuid');
}
