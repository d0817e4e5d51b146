import { writeFileSync } from 'node:fs';
import { polyphonic } from 'pinyin-pro';

/** Characters of GB 2312: the first level holds the common ones, the second the rarer ones (rows of the standard). */
const LEVELS = { common: [0xb0, 0xd7], rare: [0xd8, 0xf7] } as const;

const decoder = new TextDecoder('gb18030');

/** Syllable without tone → the characters of that level that can be read so. */
function syllablesOf([from, until]: readonly [number, number]): Record<string, string> {
  const bySyllable = new Map<string, string>();
  for (let row = from; row <= until; row++)
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const character = decoder.decode(new Uint8Array([row, cell]));
      if (!/^\p{Script=Han}$/u.test(character)) continue;
      const readings = polyphonic(character, { toneType: 'none', type: 'array' })[0] ?? [];
      for (const syllable of new Set(readings.map((one) => one.replace('ü', 'v'))))
        bySyllable.set(syllable, (bySyllable.get(syllable) ?? '') + character);
    }
  return Object.fromEntries([...bySyllable].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const target = new URL('../../src/policy/retrieval/rules/syllables.json', import.meta.url);
const data = { common: syllablesOf(LEVELS.common), rare: syllablesOf(LEVELS.rare) };
writeFileSync(target, `${JSON.stringify(data, null, 2)}\n`);
