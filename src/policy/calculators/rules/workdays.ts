import type { Calendar } from '../../../kernel/calendar.ts';
import { addDays, type Day, weekdayOf } from '../../../kernel/day.ts';
import { CalendarGap } from '../../../kernel/errors.ts';
import { floor } from './exact.ts';
import * as lexicon from './lexicon-dates.ts';
import { dayWords, holidayFacts, readDay } from './read-dates.ts';
import { readWhole } from './read-value.ts';
import { ask, type Calculator, done, type Given, type Inputs, inputsOf, type Step } from './step.ts';

/** A deadline so many workdays after a day (the day itself does not count), or before it. */
export interface Workdays {
  kind: 'workdays';
  factIds: readonly string[];
  topic: 'tolerance' | 'clarifying' | 'other';
  /** Of the procedure, as the local standard names it; empty when the days were given. */
  step: string;
  start: Day;
  days: number;
  backwards: boolean;
  due: Day;
  /** Between the two: weekdays off, and weekend days worked. */
  off: readonly Day[];
  worked: readonly Day[];
}

/** No procedure runs longer; beyond it a number is a slip. */
const MOST_DAYS = 365;

export const workdays: Calculator<Workdays> = {
  read(said) {
    const days = lexicon.WORKDAYS.exec(said);
    const start = dayWords(days ? said.replace(days[0], '') : said);
    const topic = topicIn(said);
    if (!lexicon.DAY_ASKED.test(said)) return undefined;
    if (!(days && (start || topic !== 'other')) && !(start && topic === 'tolerance')) return undefined;
    return inputsOf({
      start,
      days: days?.groups?.['days'],
      topic,
      step: topic === 'tolerance' ? (said.match(lexicon.STEP_WORDS) ?? []).join('|') : undefined,
      backwards: lexicon.BACKWARDS.test(said) ? 'yes' : undefined,
    });
  },

  compute(inputs, given): Step<Workdays> {
    const factIds = topicOf(inputs) === 'tolerance' ? ['RC-02', 'RC-15'] : [];
    const length = lengthOf(inputs, given);
    if (length === undefined) return { kind: 'gap', codes: ['LOC-17'], factIds };
    if ('kind' in length) return length;
    const typed = inputs['start'];
    if (!typed) return ask('start');
    const start = readDay(typed, given.today);
    if (start === undefined) return ask('start', { typed, problem: 'not_a_day' });
    try {
      return done(deadlineOf(inputs, given.calendar, start, length, factIds));
    } catch (error) {
      if (error instanceof CalendarGap) return { kind: 'no_calendar', year: error.year, factIds };
      throw error;
    }
  },
};

function topicIn(said: string): Workdays['topic'] {
  if (lexicon.TOLERANCE.test(said)) return 'tolerance';
  return lexicon.CLARIFYING.test(said) ? 'clarifying' : 'other';
}

function topicOf({ topic }: Inputs): Workdays['topic'] {
  return topic === 'tolerance' || topic === 'clarifying' ? topic : 'other';
}

/** Given days, or those of the step (LOC-17); undefined when neither is there. */
function lengthOf(
  inputs: Inputs,
  { local }: Given,
): { days: number; step: string } | Step<Workdays> | undefined {
  const typed = inputs['days'];
  if (typed) {
    const reading = readWhole(typed, MOST_DAYS);
    if ('problem' in reading) return ask('days', { typed, problem: reading.problem });
    const days = floor(reading.value);
    return days === 0 ? ask('days', { typed, problem: 'zero' }) : { days, step: '' };
  }
  if (topicOf(inputs) !== 'tolerance') return ask('days');
  if (local.procedure.length === 0) return undefined;
  const words = inputs['step']?.split('|') ?? [];
  const meant = local.procedure.filter(({ step }) =>
    words.some((word) => word === step || step.includes(word)),
  );
  const [only] = meant.length === 1 ? meant : local.procedure.length === 1 ? local.procedure : [];
  if (only) return { days: only.days, step: only.step };
  return ask('step', { offers: (meant.length > 1 ? meant : local.procedure).map(({ step }) => step) });
}

function deadlineOf(
  inputs: Inputs,
  calendar: Calendar,
  start: Day,
  { days, step }: { days: number; step: string },
  facts: readonly string[],
): Workdays {
  const backwards = inputs['backwards'] !== undefined;
  const due = calendar.addWorkdays(start, backwards ? -days : days);
  const [first, last] = backwards ? [due, start] : [start, due];
  const between: Day[] = [];
  for (let day = addDays(first, 1); day < last; day = addDays(day, 1)) between.push(day);
  return {
    kind: 'workdays',
    factIds: [...facts, ...holidayFacts(first, last)],
    topic: topicOf(inputs),
    step,
    start,
    days,
    backwards,
    due,
    off: between.filter((day) => weekdayOf(day) <= 5 && !calendar.isWorkday(day)),
    worked: [...between, due].filter((day) => weekdayOf(day) > 5 && calendar.isWorkday(day)),
  };
}
