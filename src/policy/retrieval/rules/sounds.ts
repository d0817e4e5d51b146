import syllables from './syllables.json' with { type: 'json' };

/** Readings of a character that are looked at; further ones are rare and only find nonsense. */
const READINGS = 3;

const readings = new Map<string, string[]>();
for (const level of [syllables.common, syllables.rare])
  for (const [syllable, characters] of Object.entries(level))
    for (const character of characters)
      readings.set(character, [...(readings.get(character) ?? []), syllable]);

/** Syllables that a character may be read as, without tone; none for what is no common Chinese character. */
export function readingsOf(character: string): readonly string[] {
  return readings.get(character) ?? [];
}

/** What a pair of characters may sound like (`bao chou`); empty for anything else. */
export function soundsOf(token: string): string[] {
  const [first = '', second = '', ...rest] = Array.from(token);
  if (rest.length > 0) return [];
  return readingsOf(first)
    .slice(0, READINGS)
    .flatMap((one) =>
      readingsOf(second)
        .slice(0, READINGS)
        .map((other) => `${one} ${other}`),
    );
}

/** Common characters that sound like this one, itself not among them. */
export function homophonesOf(character: string): string[] {
  const common: Readonly<Record<string, string>> = syllables.common;
  const alike = readingsOf(character).flatMap((syllable) => Array.from(common[syllable] ?? ''));
  return [...new Set(alike)].filter((one) => one !== character);
}
