import { SCAFFOLDING } from './lexicon-speech.ts';
import { plain, type Synonyms, withOfficialWords } from './synonyms.ts';

const HAN = /\p{Script=Han}/u;
const RUN = /\p{Script=Han}+|[a-z]+|\d+(?:\.\d+)?%?|[\p{L}\p{N}]+/gu;

/**
 * Text as the index holds it: one width, lower case, official words, and nothing but runs of Chinese characters,
 * letters and numbers between single blanks, with a blank at both ends (` 乡镇工作补贴 200 元 `).
 */
export function searchText(text: string, synonyms: Synonyms): string {
  const official = withOfficialWords(plain(text).replace(/(?<=\d),(?=\d{3})/g, ''), synonyms);
  return ` ${(official.match(RUN) ?? []).join(' ')} `;
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

/** How many tokens there are, repeats included, without making them. */
export function tokenCount(searchable: string): number {
  const runs = searchable.trim().split(' ');
  return runs.reduce((sum, run) => sum + (HAN.test(run) ? 2 * Array.from(run).length - 1 : 1), 0);
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
