/**
 * 四舍五入: halves go away from zero. Ratios such as 0.0145 × 1000 land a hair below the half in binary, so a scaled
 * value that lies at a half is first read at 15 significant digits, which is what a double can hold.
 */
export function roundHalfUp(value: number, digits: number): number {
  const scale = 10 ** digits;
  const scaled = Math.abs(value) * scale;
  const beyondHalf = scaled - Math.floor(scaled) - 0.5;
  // Far from any half reading it again cannot change the result, and would be most of the cost of a report.
  const read = Math.abs(beyondHalf) < 1e-4 ? Number(scaled.toPrecision(15)) : scaled;
  const rounded = Math.floor(read + 0.5) / scale;
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

/** Fixed digits, with the typographic minus of the offices' papers. */
export function decimal(value: number, digits = 1, signed = false): string {
  const rounded = roundHalfUp(value, digits);
  const sign = rounded < 0 ? '−' : signed && rounded > 0 ? '+' : '';
  const size = Math.abs(rounded);
  // Most figures of a report are counts, and a report has millions of them.
  return `${sign}${Number.isInteger(size) && digits === 0 ? size : size.toFixed(digits)}`;
}

export function percent(fraction: number, signed = false): string {
  return `${decimal(fraction * 100, 1, signed)}%`;
}
