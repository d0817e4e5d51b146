import type { Parameters } from './parameters.ts';

/** How a parameter is written: `3` percentage points, `5%`, a whole number, a list of names. */
export type ParameterKind = 'points' | 'percent' | 'count' | 'rules' | 'indicators';

export interface ParameterSpec {
  /** Stable name; the workbook has a Chinese one. */
  name: string;
  kind: ParameterKind;
  /** Least and greatest value of a count or fraction. */
  range?: readonly [number, number];
  get(p: Parameters): number | readonly string[];
  set(p: Parameters, value: number | string[]): Parameters;
}

type StepKey = 'pace' | 'yearOnYear' | 'rising' | 'forecast';

const step = (
  key: StepKey,
  at: 'note' | 'warning',
  kind: ParameterKind,
  range?: readonly [number, number],
): ParameterSpec => ({
  name: `${key}.${at}`,
  kind,
  ...(range && { range }),
  get: (p) => p[key][at],
  set: (p, value) => ({ ...p, [key]: { ...p[key], [at]: value } }),
});

type PlainKey =
  | 'completeFrom'
  | 'fromMonth'
  | 'forecastFromMonth'
  | 'quarterEnd'
  | 'unplanned'
  | 'repeats'
  | 'calmMonths'
  | 'coveredFrom';

const plain = (key: PlainKey, kind: ParameterKind, range?: readonly [number, number]): ParameterSpec => ({
  name: key,
  kind,
  ...(range && { range }),
  get: (p) => p[key],
  set: (p, value) => ({ ...p, [key]: value }),
});

const list = (key: 'offRules' | 'offIndicators', kind: ParameterKind): ParameterSpec => ({
  name: key,
  kind,
  get: (p) => p[key],
  set: (p, value) => ({ ...p, [key]: value }),
});

/** Everything an administrator may change, in the order in which it is written. */
export const PARAMETERS: readonly ParameterSpec[] = [
  plain('completeFrom', 'percent', [0.95, 1]),
  plain('fromMonth', 'count', [1, 12]),
  step('pace', 'note', 'points'),
  step('pace', 'warning', 'points'),
  step('yearOnYear', 'note', 'percent'),
  step('yearOnYear', 'warning', 'percent'),
  step('rising', 'note', 'count', [1, 12]),
  step('rising', 'warning', 'count', [1, 12]),
  plain('quarterEnd', 'percent'),
  plain('forecastFromMonth', 'count', [3, 12]),
  step('forecast', 'note', 'percent'),
  step('forecast', 'warning', 'percent'),
  plain('unplanned', 'percent'),
  plain('repeats', 'count', [2, 3]),
  plain('calmMonths', 'count', [1, 12]),
  // 4 stands for never: there is no higher level than 3.
  plain('coveredFrom', 'count', [2, 4]),
  list('offRules', 'rules'),
  list('offIndicators', 'indicators'),
];

/** Pairs whose second value must not lie below the first. */
export const PAIRS: readonly StepKey[] = ['pace', 'yearOnYear', 'rising', 'forecast'];

export type ValueProblem = 'not_points' | 'not_percent' | 'not_count' | 'out_of_range' | 'not_names';

/**
 * Reads one cell. A cell formatted as a percentage arrives as its fraction (0.05), one typed as text as `5%`.
 * `names` maps what people write in lists to stable names, and the word for none to an empty one.
 */
export function readValue(
  spec: ParameterSpec,
  text: string,
  names: ReadonlyMap<string, string>,
): { value: number | string[] } | { problem: ValueProblem } {
  if (spec.kind === 'rules' || spec.kind === 'indicators') return readNames(text, names);
  const percent = /^(\d+(?:\.\d+)?)\s*[%％]$/.exec(text);
  const number = percent ? Number(percent[1]) / 100 : Number(/^\d+(?:\.\d+)?/.exec(text)?.[0] ?? Number.NaN);
  if (spec.kind === 'points') {
    const points = percent ? number * 100 : number;
    return points >= 0.1 && points <= 100 ? { value: exact(points / 100) } : { problem: 'not_points' };
  }
  if (spec.kind === 'percent') {
    const fraction = percent || number < 2 ? number : number / 100;
    if (!(fraction > 0 && fraction <= 5)) return { problem: 'not_percent' };
    const [least, most] = spec.range ?? [0, 5];
    return fraction >= least && fraction <= most ? { value: exact(fraction) } : { problem: 'out_of_range' };
  }
  if (percent || !Number.isInteger(number)) return { problem: 'not_count' };
  const [least, most] = spec.range ?? [1, 99];
  return number >= least && number <= most ? { value: number } : { problem: 'out_of_range' };
}

/** 8 / 100 and 0.08 are one number to a person. */
function exact(fraction: number): number {
  return Number(fraction.toPrecision(12));
}

function readNames(
  text: string,
  names: ReadonlyMap<string, string>,
): { value: string[] } | { problem: ValueProblem } {
  const said = text.split(/[；;、，,]/).map((part) => part.trim());
  const value = said.filter((part) => part !== '').map((part) => names.get(part));
  return value.every((one) => one !== undefined)
    ? { value: [...new Set(value)].filter((one) => one !== '').sort() }
    : { problem: 'not_names' };
}
