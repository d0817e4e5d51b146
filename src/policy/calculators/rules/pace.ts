import type { Calendar } from '../../../kernel/calendar.ts';
import { CalendarGap } from '../../../kernel/errors.ts';
import { lastDay, monthFrom } from '../../../kernel/period.ts';
import { readPercentages } from './amounts.ts';
import { ceiling, compared, divided, type Exact, exact, floor, minus, plus, times } from './exact.ts';
import { COMPUTE } from './lexicon.ts';
import * as dates from './lexicon-dates.ts';
import * as lexicon from './lexicon-plan.ts';
import { measuredSubject, monthReached, readCounts, type Subject, subjectOf } from './read-counts.ts';
import { holidayFacts, yearMeant } from './read-dates.ts';
import { readWhole } from './read-value.ts';
import { isOnRecord, RECORD_YEAR } from './record.ts';
import { ask, type Calculator, done, type Given, type Inputs, inputsOf, type Step } from './step.ts';

/** Where a plan stands: rate, time, what is left (domain formulas). Shares as fractions. */
export interface Pace {
  kind: 'pace';
  factIds: readonly string[];
  subject: Subject | undefined;
  plan: Exact;
  done: Exact;
  /** r = A/P; undefined for a plan of zero. */
  rate: Exact | undefined;
  /** R = P − A. */
  left: Exact;
  time: Time | undefined;
  /** The holiday notice of this year is missing, so there is no share of time. */
  noCalendar: number | undefined;
  /** A percentage that was stated for it, and the plans it would fit. */
  stated: Stated | undefined;
  forecastAsked: boolean;
}

/** Shares in percent. */
export interface Stated {
  share: Exact;
  rates: { least: Exact; most: Exact };
  from: number;
  to: number;
  fits: boolean;
}

/** As of the end of a month. */
export interface Time {
  year: number;
  month: number;
  /** Workdays passed, and of the whole year. */
  passed: number;
  whole: number;
  share: Exact;
  /** R/(12 − m); undefined in December. */
  monthly: Exact | undefined;
  /** F = A/T; undefined before a fifth of the year has passed. */
  forecast: Exact | undefined;
  /** g = r − T, in percentage points. */
  gap: Exact | undefined;
}

const FORECAST_FROM = divided(exact(1), exact(5));
const HALF_POINT = divided(exact(1), exact(2));
const HUNDRED = exact(100);

export const pace: Calculator<Pace> = {
  read(said) {
    if (!lexicon.PACE_ASKED.test(said) && !lexicon.FORECAST_ASKED.test(said) && !COMPUTE.test(said))
      return undefined;
    const counts = readCounts(said);
    const plan = counts.find(({ part }) => part === 'plan')?.text;
    const count = counts.find(({ part }) => part === 'done' || part === 'now' || part === 'unnamed')?.text;
    const subject = measuredSubject(said);
    if (
      plan === undefined &&
      (count === undefined || !lexicon.PLAN_NEEDED.test(said) || subject === undefined)
    )
      return undefined;
    if (plan === undefined && isOnRecord(subject, count)) return undefined;
    const [stated] = readPercentages(said);
    return inputsOf({
      plan,
      done: count,
      month: monthReached(said),
      year:
        dates.YEAR.exec(said)?.groups?.['year'] ??
        (isOnRecord(subject, count) ? String(RECORD_YEAR) : undefined),
      stated: plan === undefined ? undefined : stated?.toString(),
      forecast: lexicon.FORECAST_ASKED.test(said) ? 'yes' : undefined,
      subject,
    });
  },

  compute(inputs, given): Step<Pace> {
    const { plan: planned, done: counted } = inputs;
    if (!planned) return ask('plan');
    const plan = readWhole(planned);
    if ('problem' in plan) return ask('plan', { typed: planned, problem: plan.problem });
    if (!counted) return ask('done');
    const count = readWhole(counted);
    if ('problem' in count) return ask('done', { typed: counted, problem: count.problem });
    return done(paceOf(inputs, given, plan.value, count.value));
  },
};

function paceOf(inputs: Inputs, { today, calendar }: Given, plan: Exact, count: Exact): Pace {
  const rate = plan.over === 0n ? undefined : divided(count, plan);
  const left = minus(plan, count);
  const month = Number(inputs['month']);
  const year = yearMeant(inputs['year'], today);
  const timed = month >= 1 && month <= 12 ? timeOf(calendar, year, month) : undefined;
  const time = typeof timed === 'object' ? { ...timed, ...measures(timed, rate, count, left) } : undefined;
  const noCalendar = typeof timed === 'number' ? timed : undefined;
  const subject = subjectOf(inputs['subject']);
  return {
    kind: 'pace',
    factIds: ['TJ-02', ...(time ? ['TJ-03', ...holidayFacts(String(year))] : []), 'TJ-04', 'TJ-08'],
    subject,
    plan,
    done: count,
    rate,
    left,
    time,
    noCalendar,
    stated: inputs['stated'] === undefined ? undefined : statedOf(inputs['stated'], plan, count),
    forecastAsked: inputs['forecast'] !== undefined,
  };
}

/** Workdays passed by the end of a month; the year alone when its holidays are not known. */
function timeOf(calendar: Calendar, year: number, month: number) {
  const first = `${year}-01-01`;
  try {
    const whole = calendar.countWorkdays(first, `${year}-12-31`);
    const passed = calendar.countWorkdays(first, lastDay(monthFrom(year, month)));
    return { year, month, passed, whole, share: divided(exact(passed), exact(whole)) };
  } catch (error) {
    if (error instanceof CalendarGap) return error.year;
    throw error;
  }
}

function measures(
  { month, share }: { month: number; share: Exact },
  rate: Exact | undefined,
  count: Exact,
  left: Exact,
): Pick<Time, 'monthly' | 'forecast' | 'gap'> {
  return {
    monthly: month === 12 || left.over <= 0n ? undefined : divided(left, exact(12 - month)),
    forecast: compared(share, FORECAST_FROM) < 0 ? undefined : divided(count, share),
    gap: rate && times(minus(rate, share), HUNDRED),
  };
}

/** The plans of which a count is so many percent, given in whole points (domain: A/(p ± 0.5 %)). */
function statedOf(text: string, plan: Exact, count: Exact): Stated | undefined {
  const share = exact(Math.abs(Number(text)) || 0);
  const back = (percent: Exact) => divided(times(count, HUNDRED), percent);
  const rates = { least: minus(share, HALF_POINT), most: plus(share, HALF_POINT) };
  if (compared(rates.least, exact(0)) <= 0) return undefined;
  const [from, to] = [back(rates.most), back(rates.least)];
  const fits = compared(from, plan) <= 0 && compared(plan, to) <= 0;
  return { share, rates, from: ceiling(from), to: floor(to), fits };
}
