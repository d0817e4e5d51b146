import { divided, type Exact, exact, isWithin, shown, times } from './rules/exact.ts';

const WAN = exact(10_000);
const YI = exact(100_000_000);
const CENTS = 2;

/** `3744 元`, `9.2 万元`, `1.2 亿元`: whole sums from ten thousand on as people say them, others to the cent. */
export function yuan(value: Exact): string {
  const size = Math.abs(Number(shown(value, CENTS).replace('−', '-')));
  if (size < 10_000 || !isWithin(value, 0)) return `${shown(value, CENTS)} 元`;
  return size < 100_000_000
    ? `${shown(divided(value, WAN), 4)} 万元`
    : `${shown(divided(value, YI), 8)} 亿元`;
}

/** A rounded sum in ten thousands. */
export function inWan(value: Exact, digits: number): string {
  return `${shown(divided(value, WAN), digits)} 万元`;
}

/** A sum behind its sign of equality: `＝ 24 元`, or `≈` when it was rounded to the cent. */
export function isYuan(value: Exact): string {
  return `${isWithin(value, CENTS) ? '＝' : '≈'} ${yuan(value)}`;
}

/** A quotient behind its sign: `＝ 86.5`, `≈ 24.17`. */
export function isAbout(value: Exact, digits: number): string {
  return `${isWithin(value, digits) ? '＝' : '≈'} ${shown(value, digits)}`;
}

/** A fraction behind its sign as a percentage: `＝ 50%`, `≈ 48.0%`. */
export function isPercent(fraction: Exact): string {
  const percent = times(fraction, exact(100));
  return isWithin(percent, 1) ? `＝ ${shown(percent, 1)}%` : `≈ ${oneDecimal(percent)}%`;
}

/** With its sign and one decimal: `+8.3`, `−1.0`. */
export function signed(value: Exact): string {
  const text = oneDecimal(value);
  return value.over > 0n ? `+${text}` : text;
}

/** Rounded figures keep their decimal, so that nobody takes 48.0 for an exact 48. */
export function oneDecimal(value: Exact): string {
  const text = shown(value, 1);
  return text.includes('.') ? text : `${text}.0`;
}

export function count(value: Exact): string {
  return shown(value, 0);
}

/** Names as many as a line holds. */
export function listed(names: readonly string[], most = 5): string {
  return names.length > most ? `${names.slice(0, most).join('、')}等` : names.join('、');
}
