import { readNumber } from '../kernel/number.ts';
import type { LocalStandards, Tier } from './calculators/rules/step.ts';
import { definitions } from './figures/definitions.ts';
import { percentIn } from './figures/rules/check-cell.ts';
import { inForce as rowsInForce } from './figures/rules/in-force.ts';
import { figureColumns as columns, SINCE } from './figures/sheets/columns.ts';
import type { LocalFigure } from './repo.ts';

/** Local standards (LOC codes) that calculations use. */
export const STANDARD_CODES = ['LOC-01', 'LOC-02', 'LOC-03', 'LOC-08', 'LOC-17'] as const;

/** What is in force on a day; rows that cannot be read count as not entered. */
export function standardsOf(figures: readonly LocalFigure[], today: string): LocalStandards {
  const rows = (code: (typeof STANDARD_CODES)[number]) =>
    inForce(figures, code, today).map(({ values }) => values);
  const tiers = rows('LOC-01');
  return {
    tiers: tiers.flatMap(tierOf),
    tiersSince: tiers[0]?.[columns.since] ?? '',
    remote: rows('LOC-02').flatMap((row) => {
      const amount = numberIn(row, columns.extra);
      const place = row[columns.township];
      return amount && place ? [{ place, category: row[columns.category] ?? '', amount }] : [];
    }),
    serviceRules: rows('LOC-03').length > 0,
    shares: rows('LOC-08').flatMap((row) => {
      const share = percentIn(row[columns.share] ?? '');
      const level = row[columns.level];
      return share && level ? [{ level, share }] : [];
    }),
    procedure: rows('LOC-17').flatMap((row) => {
      const days = numberIn(row, columns.days);
      const step = row[columns.step];
      return days && step ? [{ step, days }] : [];
    }),
  };
}

/** The rows of a standard that count on a day; those without a day have always been. */
export function inForce(figures: readonly LocalFigure[], code: string, today: string): LocalFigure[] {
  return rowsInForce(
    figures.filter((figure) => figure.code === code),
    { dated: definitions.get(code)?.dated, title: SINCE, day: today },
  );
}

/** Of standards of several codes the rows that count on a day: what is entered for later is not told before. */
export function allInForce(figures: readonly LocalFigure[], day: string): LocalFigure[] {
  return [...new Set(figures.map(({ code }) => code))].flatMap((code) => inForce(figures, code, day));
}

type Row = Readonly<Record<string, string>>;

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
