import { readNumber } from '../../kernel/number.ts';

export interface Amount {
  /** In yuan. */
  value: number;
  /** The part of the sentence it stands in. */
  clause: string;
}

const NUMERAL = '\\d[\\d,]*(?:\\.\\d+)?|[零一二两三四五六七八九十百千]+';

/** `46万`, `3万2`, `2600`, `两千六百元`: a Chinese numeral counts as a sum only with its unit. */
const SUM = new RegExp(
  `(?<![\\d.第%])(?:(\\d[\\d,]*(?:\\.\\d+)?)|(${NUMERAL})(?=万|元|块))(万(?:\\d(?!\\d)|[一二三四五六七八九](?!\\S?十))?)?(?=(元|块钱|块)?([\\s\\S])?)`,
  'g',
);

/** What follows a number that is no sum of money. */
const OTHER_UNIT = /[%个人件次名字年月日号届期条组户亩岁周天级%]/;

/** Sums of money in a sentence. Small bare numbers are something else. */
export function readAmounts(text: string): Amount[] {
  const plain = text.normalize('NFKC');
  return clausesOf(plain).flatMap((clause) =>
    [...clause.matchAll(SUM)].flatMap((match) => {
      const [whole, , , scale, unit, next] = match;
      const value = readNumber(whole);
      if (value === undefined || value <= 0) return [];
      if (!scale && !unit && (value < 100 || OTHER_UNIT.test(next ?? ''))) return [];
      return [{ value, clause }];
    }),
  );
}

/** Percentages as written: `12%`, `百分之十二`. */
export function readPercentages(text: string): number[] {
  const plain = text.normalize('NFKC');
  return [...plain.matchAll(/(\d+(?:\.\d+)?)%|百分之([零一二两三四五六七八九十点\d]+)/g)].flatMap((match) => {
    const value = readNumber(match[1] ?? match[2] ?? '');
    return value === undefined ? [] : [value];
  });
}

/** `3个人`, `五名干部`, `一共 7 人`. */
export function readHeadcount(text: string): number | undefined {
  const match = /(\d+|[一二两三四五六七八九十]+) ?(?:个人|个干部|名|人)(?!均)/.exec(text.normalize('NFKC'));
  const value = match?.[1] === undefined ? undefined : readNumber(match[1]);
  return value !== undefined && value >= 2 && value <= 100 ? value : undefined;
}

function clausesOf(text: string): string[] {
  return text.split(/[，。；;！!？?\n]|,(?!\d{3})/).filter((clause) => clause.trim() !== '');
}
