import type { Day } from '../../../kernel/day.ts';
import { CalendarGap } from '../../../kernel/errors.ts';
import { addMonths, type Month, monthNumber, monthOf } from '../../../kernel/period.ts';
import * as lexicon from './lexicon-dates.ts';
import { holidayFacts, monthIn, readYear, yearMeant } from './read-dates.ts';
import { type Calculator, done, type Given, type Inputs, inputsOf, type Step } from './step.ts';

/** The last day for a month's figures: by default the third workday of the next month (TJ-06). */
export interface ReportDay {
  kind: 'report_day';
  factIds: readonly string[];
  month: Month;
  /** The first workdays of the next month; the last of them is the day. */
  workdays: readonly Day[];
}

const WORKDAY = 3;
export const reportDay: Calculator<ReportDay> = {
  read(said) {
    if (
      !lexicon.DAY_ASKED.test(said) ||
      !lexicon.FIGURES.test(said) ||
      !lexicon.REPORTED.test(said) ||
      lexicon.TO_CORRECT.test(said)
    )
      return undefined;
    const month = lexicon.MONTH_OF_FIGURES.exec(said)?.groups?.['month'];
    const relative = lexicon.THIS_MONTH.test(said) ? '0' : lexicon.LAST_MONTH.test(said) ? '-1' : undefined;
    if (month === undefined && relative === undefined) return undefined;
    return inputsOf({ month, relative: month === undefined ? relative : undefined, year: readYear(said) });
  },

  compute(inputs, { today, calendar }): Step<ReportDay> {
    const month = monthMeant(inputs, today);
    const next = addMonths(month, 1);
    try {
      const workdays = Array.from({ length: WORKDAY }, (_, i) => calendar.nthWorkday(next, i + 1));
      return done({ kind: 'report_day', factIds: ['TJ-06', ...holidayFacts(next)], month, workdays });
    } catch (error) {
      if (error instanceof CalendarGap) return { kind: 'no_calendar', year: error.year, factIds: ['TJ-06'] };
      throw error;
    }
  },
};

/** In the first two months of a year a month at its end is last year's. */
function monthMeant(inputs: Inputs, today: Given['today']): Month {
  const now = monthOf(today);
  const { month: number, year, relative } = inputs;
  if (number === undefined) return addMonths(now, relative === '-1' ? -1 : 0);
  const named = monthIn(yearMeant(year, today), number) ?? now;
  const justPast = !year && monthNumber(now) <= 2 && monthNumber(named) >= 11;
  return justPast ? addMonths(named, -12) : named;
}
