/** Something that must not be collected at all (BR-34). */
export type PersonalNumber = 'identity' | 'phone';

/** 17 digits and a digit or X, standing alone (GB 11643). */
const IDENTITY = /(?<![0-9A-Z])\d{17}[\dX](?![0-9A-Z])/;
/** A mainland mobile number, also with +86. Landlines are office numbers and may be stored. */
const PHONE = /(?<!\d)(?:\+?86)?1[3-9]\d{9}(?!\d)/;

/** Full-width digits, blanks and dashes do not hide a number. */
export function personalNumberIn(text: string): PersonalNumber | undefined {
  const plain = text.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '');
  if (IDENTITY.test(plain)) return 'identity';
  return PHONE.test(plain) ? 'phone' : undefined;
}
