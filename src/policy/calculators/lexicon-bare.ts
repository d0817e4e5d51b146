const PART_OF_YEAR = '(?:半|零?[0-9一二两三四五六七八九十]{1,2}个?月)?';
const DIGITS = '[0-9０-９]{1,9}(?:[.．][0-9０-９]{1,4})?';
const NUMERALS = '[一二两三四五六七八九十百千]{1,9}';

/** Numbers that people call, not compute with. */
const HOTLINES = '(?!(?:12388|12380|12345|12389|110|119|120)$)';

/**
 * A value and nothing else: what somebody types who was asked for it, instead of filling in the card. Longer numbers
 * are phones and the like, which the guard reads; four digits before 年 are a date.
 */
export const BARE_VALUE = new RegExp(
  `^${HOTLINES}(${DIGITS}[万千wWkK]?\\s*(?:元|块钱?|个?字)?|[0-9０-９]{1,2}\\s*年${PART_OF_YEAR}|${NUMERALS}(?:万元?|元|块钱?|个?字|年${PART_OF_YEAR}))[。．.!！\\s]*$`,
  'u',
);

export const SUM = /[万千wWkK元块]/;
export const YEARS = /年/;
export const CHARACTERS = /字/;
