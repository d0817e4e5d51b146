import type { CalculationRequest } from '../../calculators/rules/index.ts';
import type { LocalStandards } from '../../calculators/rules/step.ts';
import type { Values } from './definition.ts';

/** A calculation that shows what a change of a local standard does, before and after. */
export interface Example {
  about: 'years' | 'township' | 'several' | 'post' | 'level' | 'ceiling' | 'step';
  /** What it is about: years, or the name of a township, post, level or step. */
  name: string;
  /** Absent where there is nothing to compute with on that side. */
  before?: CalculationRequest;
  after?: CalculationRequest;
  /** Name of the township that somebody asks from. */
  township?: string;
}

export interface Compared<T> {
  before: T;
  after: T;
}

export interface Titles {
  amount: string;
  post: string;
  step: string;
  days: string;
}

/** Years that nobody's table leaves out: the middle of the first tiers, and of those that many have reached. */
const USUAL_YEARS = [9, 17] as const;

/** More examples than these nobody compares. */
const MOST = 12;

/** Round sums to compute with: only the way they change matters. */
const PAY = '2000';
const INCOME = '100000';

/** Examples for a change of one local standard; none where nothing is computed with it. */
export function examplesOf(
  code: string,
  standards: Compared<LocalStandards>,
  rows: Compared<readonly Values[]>,
  { titles, day }: { titles: Titles; day: string },
): Example[] {
  switch (code) {
    case 'LOC-01':
      return yearsIn(standards).map((years) => ({
        about: 'years',
        name: String(years),
        ...both({ calculator: 'allowance', inputs: { years: String(years) } }),
      }));
    case 'LOC-02':
      return named(standards, ({ remote }) => remote.map(({ place }) => place)).map((place) => ({
        about: 'township',
        name: place,
        township: place,
        ...both({ calculator: 'allowance', inputs: { years: '9' } }),
      }));
    case 'LOC-03':
      return [{ about: 'several', name: '', ...both({ calculator: 'years', inputs: { years: '6+3' } }) }];
    case 'LOC-07':
      return postExamples(rows, titles);
    case 'LOC-08':
      return named(standards, ({ shares }) => shares.map(({ level }) => level)).map((level) => ({
        about: 'level',
        name: level,
        ...both({ calculator: 'supplement', inputs: { pay: PAY, level } }),
      }));
    case 'LOC-09':
      return [{ about: 'ceiling', name: '', ...both({ calculator: 'ceiling', inputs: { income: INCOME } }) }];
    case 'LOC-17':
      return named(standards, ({ procedure }) => procedure.map(({ step }) => step)).map((step) => ({
        about: 'step',
        name: step,
        ...both({ calculator: 'workdays', inputs: { start: day, topic: 'tolerance', step } }),
      }));
    case 'LOC-20':
      return stepExamples(rows, titles, day);
    default:
      return [];
  }
}

function both(request: CalculationRequest): Compared<CalculationRequest> {
  return { before: request, after: request };
}

/** The usual years, and the first year of every tier of both tables. */
function yearsIn({ before, after }: Compared<LocalStandards>): number[] {
  const firsts = [...before.tiers, ...after.tiers].map(({ from }) => Math.max(1, from));
  return [...new Set([...USUAL_YEARS, ...firsts])].sort((a, b) => a - b).slice(0, MOST);
}

function named(
  { before, after }: Compared<LocalStandards>,
  names: (of: LocalStandards) => string[],
): string[] {
  return [...new Set([...names(after), ...names(before)])].slice(0, MOST);
}

/** What the least and the greatest supplement come to for each post (CW-03). */
function postExamples({ before, after }: Compared<readonly Values[]>, titles: Titles): Example[] {
  const amounts = (rows: readonly Values[]) =>
    new Map(rows.map((row) => [row[titles.post] ?? '', row[titles.amount] ?? '']));
  return compared(amounts(before), amounts(after), (amount) => ({
    calculator: 'supplement',
    inputs: { pay: amount },
  })).map((example) => ({ about: 'post', ...example }));
}

function stepExamples(
  { before, after }: Compared<readonly Values[]>,
  titles: Titles,
  day: string,
): Example[] {
  const days = (rows: readonly Values[]) =>
    new Map(rows.map((row) => [row[titles.step] ?? '', row[titles.days] ?? '']));
  return compared(days(before), days(after), (count) => ({
    calculator: 'workdays',
    inputs: { start: day, days: count, topic: 'clarifying' },
  })).map((example) => ({ about: 'step', ...example }));
}

function compared(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  request: (value: string) => CalculationRequest,
): Pick<Example, 'name' | 'before' | 'after'>[] {
  const names = [...new Set([...after.keys(), ...before.keys()])].filter(Boolean).slice(0, MOST);
  return names.flatMap((name) => {
    const [old, fresh] = [before.get(name), after.get(name)];
    if (!old && !fresh) return [];
    return [{ name, ...(old ? { before: request(old) } : {}), ...(fresh ? { after: request(fresh) } : {}) }];
  });
}
