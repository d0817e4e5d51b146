/** Full-width punctuation and numbered marks that Chinese prose needs as they are; NFKC would flatten them. */
const KEPT = /([！（），：；？～…①-⑳㈠-㈩]+)/;

/** Control and format characters (zero-width, direction-changing): invisible, and good only for hiding something. */
const INVISIBLE = /[^\P{Cc}\n]|\p{Cf}/gu;

/**
 * Text as it is compared and stored: one width for letters and digits, nothing invisible, single blanks, no blank at
 * the edges of a line, at most one empty line in a row.
 */
export function normaliseText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(INVISIBLE, '')
    .split(KEPT)
    .map((part, i) => (i % 2 === 1 ? part : part.normalize('NFKC')))
    .join('')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Resident identity numbers: region, birth date, sequence, check digit; and the old form of 15 digits. */
const IDENTITY =
  /(?<!\d)\d{6}(?:(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]|\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3})(?![\dXx])/;

/** Digits of one number may be parted by single blanks, dots or hyphens (138-0013-8000). */
const NUMBER_RUN = /\d(?:[ .\-–—]?\d){6,}[Xx]?/g;

const MASK = '***';

/** True when the text holds something shaped like a resident identity number (BR-34: refused, not stored). */
export function hasIdentityNumber(text: string): boolean {
  return IDENTITY.test(normaliseText(text).replace(/(?<=\d)[ \-–—](?=\d)/g, ''));
}

/**
 * Normalised text in which every run of seven or more digits (identity, phone, bank card and account numbers) has
 * become `***`. To be applied before anything typed in chat is stored. Years, dates with separators and sums below a
 * million stay readable.
 */
export function maskNumbers(text: string): string {
  return normaliseText(text).replace(NUMBER_RUN, (run) => (isDateOrSum(run) ? run : MASK));
}

/** 2026-10-01, 2026.10.1, 1.5, 479.25: told apart from account numbers by their shape. */
function isDateOrSum(run: string): boolean {
  return (
    /^(19|20)\d{2}([-.])\d{1,2}\2\d{1,2}$/.test(run) ||
    /^\d{4}[-–—]\d{4}$/.test(run) ||
    /^\d{1,6}\.\d{1,4}$/.test(run)
  );
}
