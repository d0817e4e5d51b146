import { AppError } from '../../kernel/errors.ts';
import { isMonth, monthsOf } from '../../kernel/period.ts';
import type { Ctx } from '../../store/context.ts';
import { type Report, readReport } from '../read-report.ts';
import { findLastCountedMonth } from '../repo-sums.ts';
import { type Asides, NO_ASIDES, readAsides } from './read-asides.ts';
import { findReview, type ReviewRow } from './repo.ts';
import { draftText, reviewWords as words } from './words.ts';

/** A report with its wording as it stands now. */
export interface Review {
  report: Report;
  /** Undefined until the machine's draft has been stored. */
  row: ReviewRow | undefined;
  asides: Asides;
  /** As the machine would word it at this moment. */
  draft: string;
  /** What a release would release: a person's wording, else a draft from the figures of this moment. */
  text: string;
  /** The figures of this moment, in short. */
  figures: string;
  /** The figures have moved since a person worded or released the text. */
  moved: boolean;
}

/** @throws AppError not_found when the level has no figures in the period. */
export async function readReview(ctx: Ctx, period: string, county: string): Promise<Review> {
  const months = monthsOf(period);
  const from = months[0] ?? period;
  const asOf = await findLastCountedMonth(ctx.db, county, from, months.at(-1) ?? period);
  if (!asOf) throw new AppError('not_found', words.notYet(period));
  const report = await readReport(ctx, { period, county, from, asOf, detail: 'sums' });
  // A month is told by its figures alone.
  const asides = isMonth(period) ? NO_ASIDES : await readAsides(ctx.db, county, from, asOf);
  return reviewOf(report, await findReview(ctx.db, period, county), asides);
}

export function reviewOf(report: Report, row: ReviewRow | undefined, asides = NO_ASIDES): Review {
  const figures = figuresOf(report, asides);
  const draft = draftText(report, asides);
  // What the machine wrote it writes anew; what a person wrote stays as it is.
  const worded = row?.authorName !== undefined && row.authorName !== '';
  const kept = row && (worded || row.state === 'released');
  return {
    report,
    row,
    asides,
    draft,
    text: kept ? row.text : draft,
    figures,
    moved: kept ? row.figures !== figures : false,
  };
}

function figuresOf({ asOf, indicators, missing }: Report, asides: Asides): string {
  const lines = indicators.map(({ periodTotal, statistics: s }) =>
    [s.month, periodTotal, s.total, s.plan.value, s.lastYear.value, s.emergency].join('/'),
  );
  return [asOf, ...lines, missing.length, ...Object.values(asides)].join(';');
}
