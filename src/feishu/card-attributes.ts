import { type Check, CODE, isObject, report, type Walk } from './card-walk.ts';

// The words in which the allow-lists are written: each makes a check for one attribute.

export const boolean: Check = (value, path, walk) => {
  if (typeof value !== 'boolean') report(walk, path, 'not a boolean');
};

export function integer(min: number, max: number): Check {
  return (value, path, walk) => {
    if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max)
      report(walk, path, `not an integer from ${min} to ${max}`);
  };
}

export function string(max = Number.POSITIVE_INFINITY): Check {
  return (value, path, walk) => {
    if (typeof value !== 'string') report(walk, path, 'not a string');
    else if (value.length > max) report(walk, path, `longer than ${max} characters`);
  };
}

export function matching(pattern: RegExp, what: string): Check {
  return (value, path, walk) => {
    if (typeof value !== 'string' || !pattern.test(value)) report(walk, path, `not ${what}`);
  };
}

export function oneOf(...allowed: (string | number)[]): Check {
  return (value, path, walk) => {
    if (!allowed.includes(value as string)) report(walk, path, `none of ${allowed.join(', ')}`);
  };
}

/** Pixels within bounds, or one of the words: `size(['auto', 'fill'], 16, 999)`. */
export function size(words: readonly string[], min: number, max = Number.POSITIVE_INFINITY): Check {
  return (value, path, walk) => {
    const pixels = typeof value === 'string' ? /^(\d+)px$/.exec(value)?.[1] : undefined;
    const fits = pixels !== undefined && Number(pixels) >= min && Number(pixels) <= max;
    if (!fits && !words.includes(value as string))
      report(walk, path, `no size: ${words.join(', ')} or pixels`);
  };
}

/** One to four values, as in `8px` and `4px 0`. */
function box(min: number): Check {
  return (value, path, walk) => {
    const sides = typeof value === 'string' ? value.split(' ') : [];
    const fits = (side: string) =>
      side === '0' || (/^-?\d{1,2}px$/.test(side) && Number.parseInt(side, 10) >= min);
    if (sides.length < 1 || sides.length > 4 || !sides.every(fits)) report(walk, path, 'no box of pixels');
  };
}

export const margin = box(-99);
export const padding = box(0);
export const spacing = size(['small', 'medium', 'large', 'extra_large'], 0, 99);

export const anyObject: Check = (value, path, walk) => {
  if (!isObject(value)) report(walk, path, 'not an object');
};

export function list(of: Check, max = Number.POSITIVE_INFINITY): Check {
  return (value, path, walk) => {
    if (!Array.isArray(value)) return report(walk, path, 'not a list');
    if (value.length > max) report(walk, path, `more than ${max}`);
    value.forEach((item, i) => of(item, `${path}[${i}]`, walk));
  };
}

/** An object with these attributes and no others. */
export function object(attributes: Record<string, Check>, required: readonly string[] = []): Check {
  return (value, path, walk) => {
    if (isObject(value)) checkAttributes(value, attributes, required, path, walk);
    else report(walk, path, 'not an object');
  };
}

export function checkAttributes(
  value: Record<string, unknown>,
  attributes: Record<string, Check>,
  required: readonly string[],
  path: string,
  walk: Walk,
): void {
  for (const key of required) if (value[key] === undefined) report(walk, path, `${key} is missing`);
  for (const [key, part] of Object.entries(value)) {
    const check = Object.hasOwn(attributes, key) ? attributes[key] : undefined;
    if (!check) report(walk, `${path}.${key}`, 'unknown attribute');
    else if (part !== undefined) check(part, `${path}.${key}`, walk);
  }
}

/** Letter first, letters, digits and underscores, at most 20, unique in the card. */
export const elementId: Check = (value, path, walk) => {
  if (typeof value !== 'string' || !/^[A-Za-z]\w{0,19}$/.test(value))
    return report(walk, path, 'no element_id');
  if (walk.ids.has(value)) report(walk, path, 'duplicate element_id', CODE.duplicateId);
  walk.ids.add(value);
};

export const uniqueName: Check = (value, path, walk) => {
  if (typeof value !== 'string' || value === '') return report(walk, path, 'not a name');
  if (walk.names.has(value)) report(walk, path, 'duplicate name');
  walk.names.add(value);
};
