/** Digits spelled out one by one, as an attempt to slip through: 一三八零零一三八零零零. */
export const SPELLED_OUT = /[〇零一幺二两三四五六七八九]{11,}/g;

/** Place in this text is the digit; further names of a digit below. */
export const DIGIT_NAMES = '零一二三四五六七八九';
export const OTHER_NAMES: Readonly<Record<string, string>> = { 〇: '零', 幺: '一', 两: '二' };
