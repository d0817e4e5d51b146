/** How sums, shares and heads are written. Patterns run on NFKC text without blanks. */

export const NUMERALS = '零〇一二两三四五六七八九十百千';

/**
 * `46万`, `3万2`, `3千`, `1.2亿`, `2600`, `两千六百元`, `-5万`, `亏了5万`. A Chinese numeral counts as a sum only with
 * its unit. The sign is one only where no number stands before it: `46-50万` has none.
 */
export const SUM = new RegExp(
  `(?<![\\d.第%几数好])(?<sign>-|−|负|亏损?了?)?` +
    `(?:(?<arabic>\\d[\\d,]*(?:\\.\\d+)?(?:[千百](?:\\d(?!\\d))?)?)|(?<chinese>[${NUMERALS}]+(?=[万亿元]|块钱|(?<!一)块)|[一二两三四五六七八九]千[${NUMERALS}]*))` +
    `(?<scale>[万亿](?:\\d(?!\\d)|[一二三四五六七八九](?!\\S?十))?)?(?=(?<unit>元|块)?(?<next>[\\s\\S])?)`,
  'g',
);

export const WAN = '万';
/** `46w`, as people type it. */
export const WAN_BY_LETTER = /(?<=\d)[wW](?![a-zA-Z])/g;

/** What follows a number that is no sum of money. */
export const NO_SUM = /[%个人件次名字年月日号届期条组户亩岁周天级份项场位]/;

/** A bare 0 is a sum only when it is said to be one. */
export const ZERO_SAID = /(是|为|等于|收入|只有|才)$/;

/** `12%`, `6%到20%`, `6~20%`, `百分之十二`, `百分之6到20`, `12个点`. */
export const PERCENTAGE = new RegExp(
  `(?<range>[-负]?\\d+(?:\\.\\d+)?)%?(?:到|至|-|—|–|~)(?=\\d+(?:\\.\\d+)?%)` +
    `|(?<plain>(?<!\\d)-?\\d+(?:\\.\\d+)?)(?:%|个?百分点|个点)` +
    `|百分之(?<named>[负${NUMERALS}点\\d.]+)(?:(?:到|至|-|—|–|~)(?:百分之)?(?<upto>[${NUMERALS}点\\d.]+))?`,
  'g',
);

/** `两成`, `一成半`, `两成五`; not 成立, 成绩, 完成. */
export const TENTHS =
  /(?<![完建])([一二两三四五六七八九]|\d(?:\.\d)?)成(半|[一二三四五六七八九])?(?![立为绩效本员果功都文熟])/g;

/** `3个人`, `五名干部`, `7人`, `5个村干部`. */
export const HEADS = new RegExp(`(\\d+|[${NUMERALS}]+)(?:个?(?:人|村?干部|委员|班子成员)|名|位|口人)(?!均)`);

export const CLAUSE_END = /[,，。；;！!？?\n]/;
