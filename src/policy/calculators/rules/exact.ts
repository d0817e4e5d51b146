/** A rational number: shares, sums and quotients without floating-point dust. The divisor is positive. */
export interface Exact {
  readonly over: bigint;
  readonly under: bigint;
}

/** Exactly what a decimal number shows when it is printed: 0.1 is one tenth. Finite numbers only. */
export function exact(value: number): Exact {
  const [digits = '0', power = '0'] = String(value).split('e');
  const [whole = '0', decimals = ''] = digits.split('.');
  const shift = Number(power) - decimals.length;
  const over = BigInt(whole + decimals);
  return shift < 0 ? reduced(over, 10n ** BigInt(-shift)) : { over: over * 10n ** BigInt(shift), under: 1n };
}

export function plus(a: Exact, b: Exact): Exact {
  return reduced(a.over * b.under + b.over * a.under, a.under * b.under);
}

export function minus(a: Exact, b: Exact): Exact {
  return plus(a, { over: -b.over, under: b.under });
}

export function times(a: Exact, b: Exact): Exact {
  return reduced(a.over * b.over, a.under * b.under);
}

/** @throws RangeError when `b` is zero: whoever divides has looked at it before. */
export function divided(a: Exact, b: Exact): Exact {
  if (b.over === 0n) throw new RangeError('division by zero');
  return b.over < 0n
    ? reduced(-a.over * b.under, -b.over * a.under)
    : reduced(a.over * b.under, b.over * a.under);
}

export function sumOf(values: readonly Exact[]): Exact {
  return values.reduce(plus, exact(0));
}

/** Negative, zero or positive as `a` is smaller, equal or greater. */
export function compared(a: Exact, b: Exact): number {
  const difference = a.over * b.under - b.over * a.under;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

/** Rounded to so many decimals, halves away from zero (四舍五入); without closing zeros. */
export function shown(value: Exact, digits: number): string {
  const scale = 10n ** BigInt(digits);
  const size = value.over < 0n ? -value.over : value.over;
  const units = (size * scale * 2n + value.under) / (value.under * 2n);
  const text = units.toString().padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  const decimals = text.slice(text.length - digits).replace(/0+$/, '');
  const sign = value.over < 0n && units > 0n ? '−' : '';
  return sign + whole + (decimals && `.${decimals}`);
}

/** As `shown`, to be computed with: what is paid out is paid to the cent. */
export function rounded(value: Exact, digits: number): Exact {
  const text = shown(value, digits);
  return exact(Number(text.replace('−', '-')));
}

/** Whether so many decimals show all of it. */
export function isWithin(value: Exact, digits: number): boolean {
  return (value.over * 10n ** BigInt(digits)) % value.under === 0n;
}

/** The whole number at or above, and at or below. */
export function ceiling(value: Exact): number {
  return -floor({ over: -value.over, under: value.under });
}

export function floor({ over, under }: Exact): number {
  const whole = over / under;
  return Number(over < 0n && over % under !== 0n ? whole - 1n : whole);
}

function reduced(over: bigint, under: bigint): Exact {
  const divisor = greatestDivisor(over < 0n ? -over : over, under);
  return { over: over / divisor, under: under / divisor };
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a || 1n : greatestDivisor(b, a % b);
}
