/**
 * A value and nothing else: what somebody types who was asked for it, instead of filling in the card. Longer numbers
 * are phones and the like, which the guard reads.
 */
export const BARE_VALUE =
  /^((?:[0-9０-９]{1,9}(?:[.．][0-9０-９]{1,4})?|[一二两三四五六七八九十百千]{1,9})(?:万|千|[wWkK])?\s*(元|块钱?|万元|年(?:半|零?[0-9一二两三四五六七八九十]+个?月)?|个?字)?)[。．.!！\s]*$/u;

export const SUM = /[万wW元块]/;
export const YEARS = /年/;
export const CHARACTERS = /字/;
