/**
 * Reading numbers as people type them on a phone: １２, 1,200, 3万2, 一千二百, 两百零五, 八年半. What can be read in two
 * ways, or not at all, is refused; the person is asked again rather than guessed at.
 */

export type CountProblem = 'empty' | 'not-a-number' | 'fraction' | 'negative' | 'too-large';

export type CountReading = { ok: true; value: number } | { ok: false; problem: CountProblem };

/** A county office's month never comes near it; more digits are a slip of the finger. */
export const MAX_COUNT = 99_999;

/** A number with or without a unit word (件, 次, 元 …), possibly negative or fractional; undefined when unreadable. */
export function readNumber(text: string): number | undefined {
  const value = readSigned(plain(text).replace(UNIT_WORDS, ''));
  return value !== undefined && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : undefined;
}

/** A whole number from 0 to `max`. */
export function readCount(text: string, max: number = MAX_COUNT): CountReading {
  const written = plain(text);
  if (written === '') return { ok: false, problem: 'empty' };
  const value = readSigned(written.replace(UNIT_WORDS, ''));
  if (value === undefined) return { ok: false, problem: 'not-a-number' };
  if (value < 0) return { ok: false, problem: 'negative' };
  if (value > max) return { ok: false, problem: 'too-large' };
  return Number.isInteger(value) ? { ok: true, value } : { ok: false, problem: 'fraction' };
}

/** A span in years: `8年`, `八年半`, `8年零3个月` (8.25), `半年`, `6个月`, `12`; undefined when unreadable. */
export function readYears(text: string): number | undefined {
  const written = plain(text);
  if (written === '半年') return 0.5;
  const [, years, half, months] = YEARS.exec(written) ?? [];
  if (years === undefined && months === undefined) return readSpan(written);
  const whole = years === undefined ? 0 : readSpan(years);
  const extra = months === undefined ? 0 : readSpan(months);
  if (whole === undefined || extra === undefined || !Number.isInteger(extra)) return undefined;
  // What is followed by a smaller part is whole itself: no 8.5年半, no 8年15个月.
  if ((half || months) && !Number.isInteger(whole)) return undefined;
  if (years !== undefined && extra > 11) return undefined;
  return whole + (half ? 0.5 : 0) + extra / 12;
}

const UNIT_WORDS = /(人次|块钱|[件次个元块年人份场项名条])$/;
const YEARS = /^(?:([^年]+)年)?(?:(半)|零?([^年]+)个月)?$/;

const DIGIT_NAMES = ['零〇', '一壹', '二贰两', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'];

/** Largest first: a number is what stands before its largest unit, times that unit, and what stands behind it. */
const UNITS = [
  ['亿', 100_000_000],
  ['万', 10_000],
  ['千', 1000],
  ['百', 100],
  ['十', 10],
] as const;

const SAME: Record<string, string> = { 拾: '十', 佰: '百', 仟: '千', 萬: '万', 億: '亿', 兩: '两', '−': '-' };

/** One width, one spelling, no blanks but those between two digits, which no reader may close. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[拾佰仟萬億兩−]/g, (sign) => SAME[sign] ?? sign)
    .trim()
    .replace(/(?<!\d)\s+|\s+(?!\d)/g, '');
}

function readSigned(text: string): number | undefined {
  const negative = /^[-负]/.test(text);
  const value = read(negative ? text.slice(1) : text);
  return negative && value !== undefined ? 0 - value : value;
}

function readSpan(text: string): number | undefined {
  const value = readSigned(text);
  // Nobody has worked for more than a century.
  return value !== undefined && value >= 0 && value <= 100 ? value : undefined;
}

function read(text: string): number | undefined {
  const point = /^(.+)点([零〇一二三四五六七八九\d]+)([万亿]?)$/.exec(text);
  if (!point) return readWhole(text, Number.POSITIVE_INFINITY);
  const [, whole = '', decimals = '', unit] = point;
  const before = readWhole(whole, 10_000);
  // 一百二点五: is 一百二 short for 120 here, or a slip for 102?
  if (before === undefined || /[百千][^零〇百十]$/.test(whole) || !Number.isInteger(before)) return undefined;
  const digits = decimals.replace(/\D/g, (name) => String(digitOf(name)));
  return scaled(`${before}.${digits}`, UNITS.find(([name]) => name === unit)?.[1] ?? 1);
}

/** A value below `limit`: Arabic digits, one Chinese digit, or Chinese and mixed numbers with units. */
function readWhole(text: string, limit: number): number | undefined {
  const unit = UNITS.find(([name]) => text.includes(name));
  const value = unit ? readAround(text, unit[0], unit[1]) : (readArabic(text) ?? digitOf(text));
  return value !== undefined && value < limit ? value : undefined;
}

function digitOf(name: string): number | undefined {
  const value = name.length === 1 ? DIGIT_NAMES.findIndex((names) => names.includes(name)) : -1;
  return value === -1 ? undefined : value;
}

function readArabic(text: string): number | undefined {
  if (!/^(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/.test(text)) return undefined;
  return Number(text.replaceAll(',', ''));
}

function readAround(text: string, name: string, size: number): number | undefined {
  const at = text.lastIndexOf(name);
  const before = text.slice(0, at);
  const after = text.slice(at + 1);
  // 3.5万: only a number without a tail may have decimals.
  if (after === '' && /^\d[\d,]*\.\d+$/.test(before)) {
    const factor = readArabic(before);
    return factor === undefined || factor >= size ? undefined : scaled(before.replaceAll(',', ''), size);
  }
  const factor = before === '' && size === 10 ? 1 : readWhole(before, size >= 10_000 ? size : 10);
  const rest = readRest(after, size);
  if (factor === undefined || factor < 1 || rest === undefined) return undefined;
  return Number.isInteger(factor) && Number.isInteger(rest) ? factor * size + rest : undefined;
}

/** What stands behind a unit: 三百**五** is 350, 三百**零五** is 305, 3万**2** is 32,000, 3万**25** could be either. */
function readRest(text: string, size: number): number | undefined {
  if (text === '') return 0;
  if (/^[零〇]./.test(text)) return readWhole(text.slice(1), size / 10);
  if (/^\d+$/.test(text) && text.length > 1)
    return text.length === Math.log10(size) ? Number(text) : undefined;
  const value = readWhole(text, size);
  if (value === 0) return undefined;
  return value !== undefined && text.length === 1 && text !== '十' ? value * (size / 10) : value;
}

/** Moves the decimal point without floating-point dust: 3.3万 is 33,000 exactly. */
function scaled(decimal: string, size: number): number {
  return Number(`${decimal}e${Math.log10(size)}`);
}
