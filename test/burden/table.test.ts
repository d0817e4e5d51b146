import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const here = new URL('.', import.meta.url);
const text = readFileSync(new URL('rules.md', here), 'utf8');

interface Row {
  rule: string;
  marks: string[];
  shown: string;
  tests: { file: string; name: string }[];
}

const rows: Row[] = [...text.matchAll(/^\| (BR-\d\d) \|[^|]*\| ([AMR, ]+) \| (.*) \|$/gm)].map(
  ([, rule = '', marks = '', shown = '']) => ({
    rule,
    marks: marks.trim().split(', '),
    shown,
    tests: shown.split(' · ').flatMap((part) => {
      const [, file, name] = /^`([^`]+)` › (.+)$/.exec(part.trim()) ?? [];
      return file && name ? [{ file, name }] : [];
    }),
  }),
);

describe('the table of the burden rules', () => {
  it('has BR-01 to BR-42, each once and in order', () => {
    const all = Array.from({ length: 42 }, (_, i) => `BR-${String(i + 1).padStart(2, '0')}`);
    expect(rows.map(({ rule }) => rule)).toEqual(all);
  });

  it.each(rows)('$rule names what shows it, and that exists', ({ marks, shown, tests }) => {
    const people = marks.length === 1 && marks[0] === 'M';
    expect(people || tests.length > 0, shown).toBe(true);
    if (!people) expect(tests).toHaveLength(shown.split(' · ').length);
    if (marks.includes('R')) expect(tests.map(({ file }) => file)).toContain('burden/scan.test.ts');
    for (const { file, name } of tests) {
      const path = new URL(`../${file}`, here);
      expect(existsSync(path), file).toBe(true);
      const quoted = [`'${name}'`, `'${name.replaceAll("'", "\\'")}'`, `"${name}"`];
      const source = readFileSync(path, 'utf8');
      expect(name === '*' || quoted.some((one) => source.includes(one)), `${file}: ${name}`).toBe(true);
    }
  });
});
