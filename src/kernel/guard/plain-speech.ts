import { DIALECT } from './lexicon-speech.ts';

/** What was said, as the guard reads it: one width, lower case, nothing invisible, no blanks, standard words. */
export function plainSpeech(text: string): string {
  const plain = oneWidth(text).replace(/\s+/g, '');
  return DIALECT.reduce((rest, [said, standard]) => rest.replaceAll(said, standard), plain);
}

/** The lines of what was sent, each as plain speech. */
export function linesOf(text: string): string[] {
  return oneWidth(text).split('\n').map(plainSpeech).filter(Boolean);
}

/** Plain speech from one stop to the next. */
export function clausesOf(said: string): string[] {
  return said.split(/[，,。！!？?；;]/).filter(Boolean);
}

function oneWidth(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .toLowerCase();
}
