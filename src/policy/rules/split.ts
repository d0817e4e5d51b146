import { ASKS } from '../../kernel/guard/lexicon-speech.ts';
import { plainSpeech } from '../../kernel/guard/plain-speech.ts';
import * as lexicon from './lexicon-split.ts';

export interface Split {
  /** The questions of one message, in order; one when it is a single question. */
  parts: string[];
  /** They were told apart by whoever asked (numbers, 另外), not only by question marks. */
  told: boolean;
  /** Questions beyond the third, which have to be asked again. */
  left: number;
}

/** As many answers as a phone shows on one card. */
const MOST = 3;

/** A question of fewer letters leans on the one before it. */
const LEAST_LETTERS = 4;

/** Several questions in one message are answered one by one (issue 3, part 3). */
export function splitQuestions(text: string): Split {
  const whole = text.trim();
  const numbered = byNumbers(whole) ?? byAnnouncement(whole);
  if (numbered) return limited(numbered, true);
  const pieces = whole.split(new RegExp(lexicon.ANOTHER.source, 'gu')).map(trimmed).filter(Boolean);
  const told = pieces.length > 1;
  const parts = pieces.flatMap((piece, i) => bySentences(piece, told && i > 0)).flatMap(byPredicate);
  const questions = joinFollowUps(parts);
  return questions.length > 1 ? limited(questions, told) : { parts: [whole], told: false, left: 0 };
}

function limited(parts: readonly string[], told: boolean): Split {
  return { parts: parts.slice(0, MOST), told, left: Math.max(0, parts.length - MOST) };
}

/** The texts behind the marks of an enumeration that counts from one without a gap. */
function byNumbers(text: string): string[] | undefined {
  for (const pattern of lexicon.ENUMERATIONS) {
    let next = 0;
    const marks = [...text.matchAll(pattern)].filter((match) => {
      const isNext = lexicon.PLACES[next]?.includes(match[1] ?? '') ?? false;
      if (isNext) next++;
      return isNext;
    });
    if (marks.length < 2) continue;
    const parts = marks
      .map((mark, i) => trimmed(text.slice(mark.index + mark[0].length, marks[i + 1]?.index)))
      .filter((part) => lettersOf(part) >= LEAST_LETTERS - 1);
    if (parts.length >= 2) return parts;
  }
  return undefined;
}

/** Questions told to be several stand between commas. */
function byAnnouncement(text: string): string[] | undefined {
  const rest = text.replace(lexicon.TOGETHER, '，');
  if (rest === text) return undefined;
  const parts = rest
    .split(lexicon.LISTED)
    .map(trimmed)
    .filter((part) => lettersOf(part) >= LEAST_LETTERS && isQuestion(part));
  return parts.length >= 2 ? parts : undefined;
}

/** One piece for each question, with the statements before it; what is told after the last one belongs to it. */
function bySentences(piece: string, announced: boolean): string[] {
  const parts: string[] = [];
  let before = '';
  for (const sentence of piece.match(lexicon.SENTENCE) ?? []) {
    if (isQuestion(sentence)) {
      parts.push(before + sentence);
      before = '';
    } else before += sentence;
  }
  if (before === '') return parts;
  if (parts.length === 0) return announced || lettersOf(before) > 0 ? [before] : [];
  return [...parts.slice(0, -1), (parts.at(-1) ?? '') + before];
}

function byPredicate(part: string): string[] {
  const [, first, second, predicate] = lexicon.EACH_OF_TWO.exec(trimmed(part)) ?? [];
  return first && second && predicate ? [first + predicate, second + predicate] : [part];
}

/** What only asks on, or says too little by itself, goes with the question before it; announcements go. */
function joinFollowUps(parts: readonly string[]): string[] {
  const joined: string[] = [];
  for (const part of parts.map(trimmed)) {
    const said = plainSpeech(part).replace(/[，,。；;！!？?]+$/u, '');
    const leans = lexicon.FOLLOW_UP.test(said) || lettersOf(part) < LEAST_LETTERS || !isQuestion(part);
    if (joined.length > 0 && leans && !isSubject(part)) joined.push(`${joined.pop() ?? ''}，${part}`);
    else if (!lexicon.INTRODUCTION.test(part)) joined.push(part);
  }
  return joined;
}

/** A subject named without asking anything: 另外周转房的标准. */
function isSubject(part: string): boolean {
  return (
    !lexicon.FOLLOW_UP.test(plainSpeech(part)) &&
    lettersOf(part) >= LEAST_LETTERS &&
    !/[，,。；;]/u.test(part)
  );
}

function isQuestion(sentence: string): boolean {
  return ASKS.test(plainSpeech(sentence));
}

function lettersOf(text: string): number {
  return [...text.matchAll(/[\p{L}\p{N}]/gu)].length;
}

function trimmed(text: string): string {
  return text.replace(/^[\s，,。；;：:、！!？?]+|[\s，,；;：:、]+$/gu, '');
}
