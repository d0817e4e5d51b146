import { DIGIT_NAMES, OTHER_NAMES, SPELLED_OUT } from './lexicon-numbers.ts';

export type PersonalNumber = 'identity_number' | 'account_number' | 'phone_number';

/** Groups of digits with at most a blank, dot, dash or invisible sign between them. */
const RUN = /\d(?:[ .·_\-–—]{0,2}\d)*(?:[ .·_\-–—]{0,2}x(?![a-z]))?/g;

/** GB/T 2260: the first two digits of a resident identity number name the province. */
const REGION = '(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])';
const MONTH_DAY = '(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])';
const IDENTITY_18 = new RegExp(`^${REGION}\\d{4}(?:19|20)\\d{2}${MONTH_DAY}\\d{3}[\\dx]$`);
/** Until 1999: two digits of the year, no check digit. */
const IDENTITY_15 = new RegExp(`^${REGION}\\d{4}\\d{2}${MONTH_DAY}\\d{3}$`);

const MOBILE = /^(?:0086|86)?1[3-9]\d{9}$/;

/** Bank cards of this country have 16 to 19 digits (ISO/IEC 7812), written at once or in groups of four. */
const CARD_LENGTH = { least: 16, most: 19 };
const LONGEST_GROUP = 4;

/** The first number of a person that stands in the text, whatever it is written with (BR-34, BR-35). */
export function personalNumberIn(text: string): PersonalNumber | undefined {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}/gu, '')
    .replace(SPELLED_OUT, (run) => Array.from(run, digitOf).join(''));
  const found = (plain.match(RUN) ?? []).map(kindOf);
  return found.find((kind) => kind !== undefined);
}

function kindOf(run: string): PersonalNumber | undefined {
  const groups = run.split(/[ .·_\-–—]+/).filter(Boolean);
  const digits = groups.join('');
  if (IDENTITY_18.test(digits)) return 'identity_number';
  if (IDENTITY_15.test(digits) && groups.length <= 3) return 'identity_number';
  if (groups.some((group) => MOBILE.test(group)) || isMobile(groups)) return 'phone_number';
  if (groups.some((group) => group.length >= CARD_LENGTH.least) || isCard(groups, digits))
    return 'account_number';
  return undefined;
}

/** 138-0013-8000, 138 001 38000: one number in three parts, the first of them three digits. */
function isMobile(groups: readonly string[]): boolean {
  const own = groups[0] === '86' || groups[0] === '0086' ? groups.slice(1) : groups;
  return own.length === 3 && own[0]?.length === 3 && MOBILE.test(own.join(''));
}

/** Groups of four and a rest; sums and dates side by side are not written so. */
function isCard(groups: readonly string[], digits: string): boolean {
  const { least, most } = CARD_LENGTH;
  return (
    digits.length >= least &&
    digits.length <= most &&
    digits.startsWith('62') &&
    groups.every((group, i) => group.length === LONGEST_GROUP || i === groups.length - 1)
  );
}

function digitOf(name: string): string {
  return String(DIGIT_NAMES.indexOf(OTHER_NAMES[name] ?? name));
}
