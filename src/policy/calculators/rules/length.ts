import { floor } from './exact.ts';
import * as lexicon from './lexicon-length.ts';
import { readWhole } from './read-value.ts';
import { ask, type Calculator, done, inputsOf, type Step } from './step.ts';

/** FW-07: documents in general, and those that deploy a special task; those that deploy overall work are excepted. */
const GENERAL = 5000;
const SPECIAL = 4000;

export interface Length {
  kind: 'length';
  factIds: readonly string[];
  count: number;
  /** Counted in a pasted text. */
  counted: boolean;
  document: 'special' | 'general' | 'overall' | 'unknown';
  /** Characters beyond each limit that applies; zero or less is within it. */
  checks: readonly { document: 'special' | 'general'; limit: number; over: number }[];
}

/** Below this a message is a question, not a document. */
const PASTED_FROM = 200;
/** An asking line is short. */
const LINE_UP_TO = 60;

export const length: Calculator<Length> = {
  read(said, text) {
    if (lexicon.NO_DOCUMENT.test(said.slice(0, LINE_UP_TO))) return undefined;
    const pasted = pastedText(text);
    if (pasted !== undefined)
      return inputsOf({
        count: String(countCharacters(pasted)),
        counted: 'yes',
        document: documentIn(said.slice(0, LINE_UP_TO)),
      });
    if (!lexicon.DOCUMENT.test(said) || !lexicon.LENGTH_ASKED.test(said)) return undefined;
    const count = (lexicon.CHARACTERS.exec(said) ?? lexicon.CHARACTERS_AFTER.exec(said))?.groups?.['count'];
    return count === undefined ? undefined : inputsOf({ count, document: documentIn(said) });
  },

  compute(inputs): Step<Length> {
    const typed = inputs['count'];
    if (!typed) return ask('count');
    const reading = readWhole(typed);
    if ('problem' in reading) return ask('count', { typed, problem: reading.problem });
    const count = floor(reading.value);
    if (count === 0) return ask('count', { typed, problem: 'zero' });
    const document = isDocument(inputs['document']) ? inputs['document'] : 'unknown';
    return done({
      kind: 'length',
      factIds: ['FW-07', 'FW-02'],
      count,
      counted: inputs['counted'] !== undefined,
      document,
      checks: lengthChecks(count, document),
    });
  },
};

/** Each limit that applies to this kind of document, and by how much the number of characters lies beyond it. */
export function lengthChecks(count: number, document: Length['document']): Length['checks'] {
  const applies = { special: SPECIAL, general: GENERAL };
  return (['special', 'general'] as const)
    .filter((kind) => document === kind || document === 'unknown')
    .map((kind) => ({ document: kind, limit: applies[kind], over: count - applies[kind] }));
}

function documentIn(said: string): Length['document'] {
  if (lexicon.OVERALL.test(said)) return 'overall';
  if (lexicon.SPECIAL.test(said)) return 'special';
  return lexicon.GENERAL.test(said) ? 'general' : 'unknown';
}

function isDocument(text: string | undefined): text is Length['document'] {
  return text === 'special' || text === 'general' || text === 'overall';
}

/** A long message with a short line that asks for its length; the rest of it is the document. */
function pastedText(text: string): string | undefined {
  const lines = text.split(/\n/);
  const asking = lines.filter((line) => line.length <= LINE_UP_TO && lexicon.ASKING_LINE.test(line));
  const rest = lines.filter((line) => !asking.includes(line)).join('\n');
  return asking.length > 0 && rest.trim().length >= PASTED_FROM ? rest : undefined;
}

/**
 * As the word processors of the offices count: every Chinese character and mark is one, every run of letters or
 * digits is one.
 */
export function countCharacters(text: string): number {
  const chinese = text.match(lexicon.HAN_OR_MARK)?.length ?? 0;
  const words = text
    .replace(lexicon.HAN_OR_MARK, ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  return chinese + words;
}
