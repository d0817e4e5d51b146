import { DIALECT } from './lexicon-speech.ts';

/** What people write, and the official word it is read as, in questions and entries alike. */
export interface Synonym {
  said: string;
  official: string;
}

/** In the order in which they are replaced. */
export type Synonyms = readonly Synonym[];

const HAN = /\p{Script=Han}/u;

/** One width and lower case, as synonyms and searched text are compared. */
export function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** Longer words first, because one may contain another; dialect last. */
export function inOrder(synonyms: readonly Synonym[]): Synonyms {
  const own = synonyms.map(({ said, official }) => ({ said, official }));
  own.sort((a, b) => b.said.length - a.said.length || (a.said < b.said ? -1 : 1));
  return [...own, ...DIALECT.map(([said, official]) => ({ said, official }))];
}

export function withOfficialWords(text: string, synonyms: Synonyms): string {
  return synonyms.reduce((sum, { said, official }) => replaceWord(sum, said, official), text);
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

/** Initials and pinyin that were read as a word; the person is told how they were understood. */
export function initialsIn(text: string, synonyms: Synonyms): Synonym[] {
  const lower = plain(text);
  return synonyms.filter(
    ({ said, official }) =>
      /^[a-z]+$/.test(said) && HAN.test(official) && new RegExp(`(?<![a-z])${said}(?![a-z])`).test(lower),
  );
}
