import type { Day } from '../../../kernel/day.ts';
import { CalendarGap } from '../../../kernel/errors.ts';
import { type Half, halfEnd } from '../../../kernel/period.ts';
import * as lexicon from './lexicon-dates.ts';
import { holidayFacts, readYear, yearMeant } from './read-dates.ts';
import { type Calculator, done, inputsOf, type Step } from './step.ts';

/** The last day of the half year in which every contact point is visited and talked to at least once (KC-02). */
export interface HalfEnd {
  kind: 'half_end';
  factIds: readonly string[];
  half: Half;
  day: Day;
  /** The day itself, or the last workday before it; undefined without holiday data. */
  lastWorkday: Day | undefined;
}

export const halfYearEnd: Calculator<HalfEnd> = {
  read(said) {
    if (!lexicon.VISITS.test(said) || !lexicon.DAY_ASKED.test(said)) return undefined;
    const first = lexicon.FIRST_HALF.test(said);
    if (!first && !lexicon.SECOND_HALF.test(said)) return undefined;
    return inputsOf({ half: first ? '1' : '2', year: readYear(said) });
  },

  compute({ half: number, year }, { today, calendar }): Step<HalfEnd> {
    const half = `${yearMeant(year, today)}-H${number === '2' ? 2 : 1}`;
    const day = halfEnd(half);
    return done({
      kind: 'half_end',
      factIds: ['KC-02', ...holidayFacts(day)],
      half,
      day,
      lastWorkday: workdayBefore(() => calendar.onOrBefore(day)),
    });
  },
};

function workdayBefore(find: () => Day): Day | undefined {
  try {
    return find();
  } catch (error) {
    if (error instanceof CalendarGap) return undefined;
    throw error;
  }
}
