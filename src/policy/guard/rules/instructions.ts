import { ASKS } from '../../../kernel/guard/lexicon-speech.ts';
import { plainSpeech } from '../../../kernel/guard/plain-speech.ts';
import { INSTRUCTIONS } from './lexicon-refused.ts';

/** Code, and what stands in quotation marks or brackets. */
const ENCLOSED =
  /```[\s\S]*?(?:```|$)|`[^`]*`|“[^”]*”|「[^」]*」|"[^"]*"|（[^）]*）|\([^)]*\)|【[^】]*】|<[^>]*>/g;
const CLAUSE = /[^，,。！!？?；;\n]+[，,。！!？?；;\n]*/g;

/** Left of a message when nothing is left but courtesies and punctuation. */
const LEAST = 4;
/** The same for what asks nothing: a story may come without a question, an afterthought is none. */
const LEAST_TOLD = 14;

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
  const letters = Array.from(rest.matchAll(/[\p{Script=Han}a-z\d]/giu)).length;
  const isQuestion = letters >= (ASKS.test(plainSpeech(rest)) ? LEAST : LEAST_TOLD);
  return isQuestion && !givesInstructions(rest) ? rest : undefined;
}
