import { SCAFFOLDING, SYNONYMS } from './lexicon-synonyms.ts';

const HAN = /\p{Script=Han}/u;
const RUN = /\p{Script=Han}+|[a-z]+|\d+(?:\.\d+)?%?|[\p{L}\p{N}]+/gu;

/**
 * Text as the index holds it: one width, lower case, official words, and nothing but runs of Chinese characters,
 * letters and numbers between single blanks, with a blank at both ends (` 乡镇工作补贴 200 元 `).
 */
export function searchText(text: string): string {
  let official = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\d),(?=\d{3})/g, '');
  for (const [said, word] of SYNONYMS) official = replaceWord(official, said, word);
  return ` ${(official.match(RUN) ?? []).join(' ')} `;
}

/** Latin abbreviations stand alone: `wx` is not part of `wxid`. What is official already is not lengthened again. */
function replaceWord(text: string, said: string, word: string): string {
  if (!text.includes(said)) return text;
  if (/^[a-z]+$/.test(said)) return text.replace(new RegExp(`(?<![a-z])${said}(?![a-z])`, 'g'), word);
  const at = word.indexOf(said);
  if (at === -1) return text.replaceAll(said, word);
  const before = word.slice(0, at);
  const after = word.slice(at + said.length);
  return text.replace(
    new RegExp(`${before && `(?<!${before})`}${said}${after && `(?!${after})`}`, 'g'),
    word,
  );
}

/** Without the words that only make it a question; unchanged when nothing else would be left. */
export function withoutScaffolding(searchable: string): string {
  let rest = searchable;
  for (const word of SCAFFOLDING) rest = rest.replaceAll(word, ' ');
  return /[\p{L}\p{N}]/u.test(rest) ? ` ${rest.trim().replace(/ +/g, ' ')} ` : searchable;
}

/** Single characters and neighbouring pairs of Chinese, whole words and numbers of the rest; in order, with repeats. */
export function tokensOf(searchable: string): string[] {
  return searchable
    .trim()
    .split(' ')
    .flatMap((run) => (HAN.test(run) ? hanTokens(Array.from(run)) : run === '' ? [] : [run]));
}

function hanTokens(characters: string[]): string[] {
  return characters.flatMap((one, i) => {
    const next = characters[i + 1];
    return next === undefined ? [one] : [one, one + next];
  });
}

/** How often a token stands in searchable text. */
export function countToken(searchable: string, token: string): number {
  const needle = HAN.test(token) ? token : ` ${token} `;
  let count = 0;
  for (let at = searchable.indexOf(needle); at !== -1; at = searchable.indexOf(needle, at + 1)) count++;
  return count;
}

/** As the FTS5 table takes them. A token is letters and digits only there, so `6%` and `3.5` lose their signs. */
export function ftsTokens(searchable: string): string {
  return tokensOf(searchable).map(ftsToken).join(' ');
}

/** Any of these tokens. Quoted, so that nothing typed can become query syntax. */
export function ftsQuery(tokens: readonly string[]): string {
  return [...new Set(tokens.map(ftsToken))].map((token) => `"${token}"`).join(' OR ');
}

function ftsToken(token: string): string {
  return token.replace(/[^\p{L}\p{N}]/gu, '');
}

/** Initials and pinyin that were read as a word; the person is told how they were understood. */
export function initialsIn(text: string): { said: string; official: string }[] {
  const lower = text.normalize('NFKC').toLowerCase();
  return SYNONYMS.filter(([said, word]) => /^[a-z]+$/.test(said) && HAN.test(word))
    .filter(([said]) => new RegExp(`(?<![a-z])${said}(?![a-z])`).test(lower))
    .map(([said, official]) => ({ said, official }));
}
