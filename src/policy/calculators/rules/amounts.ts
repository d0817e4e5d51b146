import { readNumber } from '../../../kernel/number.ts';
import * as lexicon from './lexicon-amounts.ts';

/** A sum of money in a sentence. */
export interface Amount {
  /** In yuan; negative for a loss, infinite for a number beyond reading. */
  value: number;
  /** As it was written, without its unit word. */
  text: string;
  /** The part of the sentence it stands in, and the words around it there up to its neighbours. */
  clause: string;
  before: string;
  after: string;
}

/** Text as the calculators read it: one width, no blanks, clauses parted even where a comma could pass for a digit's. */
export function plainly(text: string): string {
  return text
    .replace(/[，\n]/g, ';')
    .normalize('NFKC')
    .replace(/(?<=\d)\s+(?=\d)/g, ';')
    .replace(/\s+/g, '')
    .replace(lexicon.WAN_BY_LETTER, lexicon.WAN);
}

export function clausesOf(said: string): string[] {
  return said.split(/[。；;！!？?]|,(?!\d{3})/).filter((clause) => clause !== '');
}

/** Sums of money in a sentence. Small bare numbers are something else. */
export function readAmounts(text: string): Amount[] {
  return clausesOf(plainly(text)).flatMap((clause) => {
    const sums = [...clause.matchAll(lexicon.SUM)].flatMap((match) => {
      const value = valueOf(match, clause);
      return value === undefined ? [] : [{ value, text: match[0], at: match.index }];
    });
    return sums.map(({ value, text: written, at }, i) => {
      const previous = sums[i - 1];
      return {
        value,
        text: written,
        clause,
        before: clause.slice(previous ? previous.at + previous.text.length : 0, at),
        after: clause.slice(at + written.length, sums[i + 1]?.at),
      };
    });
  });
}

function valueOf({ groups = {}, index }: RegExpMatchArray, clause: string): number | undefined {
  const { sign, arabic, chinese, scale, unit, next } = groups;
  const value = readNumber(`${arabic ?? chinese ?? ''}${scale ?? ''}`) ?? Number.POSITIVE_INFINITY;
  if (!scale && !unit) {
    if (lexicon.NO_SUM.test(next ?? '')) return undefined;
    if (value < 100 && !(value === 0 && lexicon.ZERO_SAID.test(clause.slice(0, index)))) return undefined;
  }
  return sign ? 0 - value : value;
}

/** Percentages as written, in order: `12%`, `百分之十二`, `两成`; a range gives both its ends. */
export function readPercentages(text: string): number[] {
  const said = plainly(text);
  const percentages = [...said.matchAll(lexicon.PERCENTAGE)].flatMap(({ index, groups = {} }) =>
    [groups['range'], groups['plain'], groups['named'], groups['upto']].flatMap((written) => {
      const value = written === undefined ? undefined : readNumber(written);
      return value === undefined ? [] : [{ index, value }];
    }),
  );
  const tenths = [...said.matchAll(lexicon.TENTHS)].flatMap((match) => {
    const whole = readNumber(match[1] ?? '') ?? 0;
    const part = match[2] === undefined ? 0 : (readNumber(match[2]) ?? 5);
    return [{ index: match.index, value: Math.round(whole * 10) + part }];
  });
  return [...percentages, ...tenths].sort((a, b) => a.index - b.index).map(({ value }) => value);
}

/** `3个人`, `五名干部`, `一共 7 人`. */
export function readHeadcount(text: string): number | undefined {
  const value = readNumber(lexicon.HEADS.exec(plainly(text))?.[1] ?? '');
  return value !== undefined && Number.isInteger(value) && value >= 2 && value <= 100 ? value : undefined;
}
