/** Values that have broken programs before. */
const JUNK: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER + 2,
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202e右起',
  '０１２',
  '1e9',
  'NaN',
  'Infinity',
  '__proto__',
  'constructor',
  '../../etc/passwd',
  "'; drop table unit; --",
  '<script>alert(1)</script>',
  '{{7*7}}',
  '=1+1',
  '%00',
  '%',
  '_',
  '\\',
  '"',
  '2026-02-30',
  '2026-13',
  '0000-00-00',
  '9999-12',
  'undefined',
  [],
  {},
  [[]],
  [null],
  { a: { b: {} } },
  '一二三',
  '两万三千',
  '1,234',
  '1，234',
  '12.0',
  '1 2',
  '好'.repeat(5000),
  'x'.repeat(70_000),
  Array.from({ length: 500 }, () => 'x'),
];

export type Dice = () => number;

export function pick<T>(dice: Dice, items: readonly T[]): T {
  return items[Math.floor(dice() * items.length)] as T;
}

export function junk(dice: Dice): unknown {
  return structuredClone(pick(dice, JUNK));
}

export function junkText(dice: Dice): string {
  const value = junk(dice);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A copy in which one to three places are missing, doubled, of another kind or nested where they should not be. */
export function mutateJson(value: unknown, dice: Dice): unknown {
  let copy = structuredClone(value);
  for (let times = 1 + Math.floor(dice() * 3); times > 0; times--) copy = mutateOnce(copy, dice);
  // As it comes over a wire: without holes, and without what JSON does not know.
  return JSON.parse(JSON.stringify(copy) ?? 'null');
}

function mutateOnce(value: unknown, dice: Dice): unknown {
  if (typeof value !== 'object' || value === null || dice() < 0.05) return junk(dice);
  const keys = Object.keys(value);
  if (keys.length === 0) return junk(dice);
  const holder = value as Record<string, unknown>;
  const key = pick(dice, keys);
  const inside = holder[key];
  // Texts that are JSON themselves, as message contents are.
  if (typeof inside === 'string' && /^[{[]/.test(inside) && dice() < 0.5) {
    try {
      holder[key] = JSON.stringify(mutateOnce(JSON.parse(inside), dice));
      return value;
    } catch {
      return value;
    }
  }
  if (typeof inside === 'object' && inside !== null && dice() < 0.75) holder[key] = mutateOnce(inside, dice);
  else if (dice() < 0.25) Reflect.deleteProperty(holder, key);
  else if (dice() < 0.15) holder[key] = [inside, inside];
  else if (dice() < 0.1) holder[pick(dice, ['__proto__', 'toString', 'x', ''])] = inside;
  else holder[key] = junk(dice);
  return value;
}

/** A copy with bytes flipped, cut, doubled or put in. */
export function mutateBytes(bytes: Uint8Array, dice: Dice): Uint8Array {
  const at = Math.floor(dice() * bytes.length);
  switch (Math.floor(dice() * 5)) {
    case 0:
      return bytes.slice(0, at);
    case 1:
      return Uint8Array.from([...bytes.slice(0, at), Math.floor(dice() * 256), ...bytes.slice(at)]);
    case 2:
      return Uint8Array.from([...bytes.slice(0, at), ...bytes.slice(at + 1)]);
    case 3:
      return Uint8Array.from([...bytes, ...bytes.slice(at)]);
    default: {
      const copy = bytes.slice();
      for (let times = 1 + Math.floor(dice() * 8); times > 0; times--)
        copy[Math.floor(dice() * copy.length)] = Math.floor(dice() * 256);
      return copy;
    }
  }
}
