/** `改 12`, `改Q12`, `改 BT01`: a letter Q before a number is how people call a question. */
export const CHANGE = /^改\s*([A-Za-z][A-Za-z0-9-]{0,31}|\d[A-Za-z0-9-]{0,31})$/u;

/** `试一试 乡镇补贴怎么算`. */
export const TRY = /^试一试[\s:：,，]*(.{2,300})$/su;
