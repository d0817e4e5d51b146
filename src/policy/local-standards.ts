import { isDay } from '../kernel/day.ts';
import { readNumber } from '../kernel/number.ts';
import type { LocalStandards, Tier } from './calculators/rules/step.ts';
import type { LocalFigure } from './repo.ts';
import { figureColumns as columns } from './sheets-local.ts';

/** Local standards (LOC codes) that calculations use. */
export const STANDARD_CODES = ['LOC-01', 'LOC-02', 'LOC-03', 'LOC-08', 'LOC-17'] as const;

/** What is in force on a day; rows that cannot be read count as not entered. */
export function standardsOf(figures: readonly LocalFigure[], today: string): LocalStandards {
  const rows = (code: (typeof STANDARD_CODES)[number]) =>
    inForce(figures, code, today).map(({ values }) => values);
  const tiers = newest(rows('LOC-01'));
  return {
    tiers: tiers.flatMap(tierOf),
    tiersSince: tiers[0]?.[columns.since] ?? '',
    remote: latest(rows('LOC-02'), columns.township).flatMap((row) => {
      const amount = numberIn(row, columns.extra);
      const place = row[columns.township];
      return amount && place ? [{ place, category: row[columns.category] ?? '', amount }] : [];
    }),
    serviceRules: rows('LOC-03').length > 0,
    shares: latest(rows('LOC-08'), columns.level).flatMap((row) => {
      const share = shareIn(row[columns.share] ?? '');
      const level = row[columns.level];
      return share && level ? [{ level, share }] : [];
    }),
    procedure: latest(rows('LOC-17'), columns.step).flatMap((row) => {
      const days = numberIn(row, columns.days);
      const step = row[columns.step];
      return days && step ? [{ step, days }] : [];
    }),
  };
}

/** The rows of a standard that are in force; those without a day have always been. */
export function inForce(figures: readonly LocalFigure[], code: string, today: string): LocalFigure[] {
  return figures.filter((figure) => figure.code === code && sinceOf(figure.values) <= today);
}

type Row = Readonly<Record<string, string>>;

function sinceOf(row: Row): string {
  const since = row[columns.since] ?? '';
  return isDay(since) ? since : '';
}

/** A table is replaced as a whole: the rows that came into force last. */
function newest(rows: readonly Row[]): Row[] {
  const last = rows.map(sinceOf).sort().at(-1);
  return rows.filter((row) => sinceOf(row) === last);
}

/** A list is replaced line by line: of each name the row that came into force last. */
function latest(rows: readonly Row[], name: string): Row[] {
  const byName = new Map<string, Row>();
  for (const row of [...rows].sort((a, b) => (sinceOf(a) < sinceOf(b) ? -1 : 1)))
    byName.set(row[name] ?? '', row);
  return [...byName.values()];
}

function tierOf(row: Row): Tier[] {
  const from = numberIn(row, columns.from);
  const until = numberIn(row, columns.until);
  const amount = numberIn(row, columns.amount);
  if (from === undefined || amount === undefined) return [];
  return [{ from, amount, ...(until === undefined ? {} : { until }) }];
}

function numberIn(row: Row, column: string): number | undefined {
  return row[column] ? readNumber(row[column]) : undefined;
}

/** In percent. Spreadsheets give a percent cell as a fraction. */
function shareIn(cell: string): number | undefined {
  const value = readNumber(cell.replace(/%$/, ''));
  return value === undefined || value > 1 || cell.endsWith('%') ? value : Math.round(value * 10_000) / 100;
}
