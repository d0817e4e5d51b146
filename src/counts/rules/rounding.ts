/**
 * 四舍五入: halves go away from zero. Ratios such as 0.0145 × 1000 land a hair below the half in binary, so the scaled
 * value is first read at 15 significant digits, which is what a double can hold.
 */
export function roundHalfUp(value: number, digits: number): number {
  const scale = 10 ** digits;
  const scaled = Number((Math.abs(value) * scale).toPrecision(15));
  const rounded = Math.floor(scaled + 0.5) / scale;
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

/** Fixed digits, with the typographic minus of the offices' papers. */
export function decimal(value: number, digits = 1, signed = false): string {
  const rounded = roundHalfUp(value, digits);
  const sign = rounded < 0 ? '−' : signed && rounded > 0 ? '+' : '';
  return `${sign}${Math.abs(rounded).toFixed(digits)}`;
}

export function percent(fraction: number, signed = false): string {
  return `${decimal(fraction * 100, 1, signed)}%`;
}
