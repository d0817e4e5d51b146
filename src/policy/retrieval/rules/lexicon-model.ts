/** A figure: digits, a share, or a number in characters (五百, 二十一); single ones stand in names (五小, 三个不开). */
export const FIGURES = /\d+(?:\.\d+)?|百分之[\p{Script=Han}]|[零〇一二两三四五六七八九十百千万亿]{2,}/gu;
