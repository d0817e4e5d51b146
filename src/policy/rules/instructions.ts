import { INSTRUCTIONS } from './lexicon-refused.ts';
import { plainSpeech } from './plain-speech.ts';

/** Code, and what stands in quotation marks or brackets. */
const ENCLOSED =
  /```[\s\S]*?(?:```|$)|`[^`]*`|“[^”]*”|「[^」]*」|"[^"]*"|（[^）]*）|\([^)]*\)|【[^】]*】|<[^>]*>/g;
const CLAUSE = /[^，,。！!？?；;\n]+[，,。！!？?；;\n]*/g;

/** Left of a message when nothing is left but courtesies and punctuation. */
const LEAST = 4;

export function givesInstructions(text: string): boolean {
  const said = plainSpeech(text);
  return INSTRUCTIONS.some((pattern) => pattern.test(said));
}

/**
 * The message without orders to the machine, wherever they were hidden: they change nothing about the answer to the
 * rest. Undefined when there is no rest to be answered.
 */
export function withoutInstructions(text: string): string | undefined {
  if (!givesInstructions(text)) return text;
  const outside = text.replace(ENCLOSED, (part) => (givesInstructions(part) ? ' ' : part));
  const clauses = (outside.match(CLAUSE) ?? []).filter((clause) => !givesInstructions(clause));
  const rest = clauses.join('').trim();
  const isQuestion = Array.from(rest.matchAll(/[\p{Script=Han}a-z\d]/giu)).length >= LEAST;
  return isQuestion && !givesInstructions(rest) ? rest : undefined;
}
