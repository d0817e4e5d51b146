import { type Amount, readAmounts, readHeadcount, readPercentages } from './amounts.ts';
import { compared, divided, type Exact, exact, rounded, times } from './exact.ts';
import * as lexicon from './lexicon.ts';
import { readSum } from './read-value.ts';
import { ask, type Calculator, done, type Given, type Inputs, inputsOf, type Step } from './step.ts';

/** CW-03, CW-07: the supplement lies between these shares of the basic pay, in percent. */
const LEAST = 6;
const MOST = 20;
/** Written by month, paid in each month of the next year. */
const MONTHS = exact(12);
const HUNDRED = exact(100);
const CENTS = 2;

/** More posts than a village committee has are something else. */
const MOST_PAYS = 8;

/** Sums in yuan, shares in percent. */
export interface Supplement {
  kind: 'supplement';
  factIds: readonly string[];
  pays: readonly Pay[];
  /** Shares that lie outside 6 % … 20 %; the bounds are shown instead. */
  outside: readonly Exact[];
  /** The local share for this level of honour (LOC-08). */
  level?: { name: string; share: Exact };
  /** So many people with the same pay. */
  people?: number;
}

export interface Pay {
  /** The post; empty when the question named none. */
  post: string;
  monthly: Exact;
  /** What was given, when that was a year's pay. */
  yearly?: Exact;
  steps: readonly SupplementStep[];
}

export interface SupplementStep {
  share: Exact;
  /** To the cent, as it is paid; `unrounded` before that. Twelve of them are the year. */
  month: Exact;
  unrounded: Exact;
  year: Exact;
  /** For all who earn this, a month and a year. */
  together?: { month: Exact; year: Exact };
}

export const supplement: Calculator<Supplement> = {
  read(said) {
    if (!lexicon.PAY_TOPIC.test(said) || !lexicon.PAY_ASKED.test(said)) return undefined;
    if (lexicon.ELSEWHERE.test(said)) return undefined;
    const amounts = readAmounts(said);
    const shares = [...new Set(readPercentages(said))];
    const wanted = lexicon.COMPUTE.test(said) && shares.length === 1;
    if (amounts.length > MOST_PAYS || (amounts.length === 0 && !wanted)) return undefined;
    return inputsOf({
      pay: amounts.map((amount) => `${postOf(amount)}:${amount.text}`).join(';'),
      yearly: amounts[0] && isYearly(amounts[0]) ? 'yes' : undefined,
      shares: shares.join(','),
      level: lexicon.HONOUR_ASKED.test(said) ? lexicon.HONOUR.exec(said)?.[1] : undefined,
      people: amounts.length === 1 ? readHeadcount(said)?.toString() : undefined,
    });
  },

  compute(inputs, given): Step<Supplement> {
    const typed = inputs['pay'];
    if (!typed) return ask('pay');
    const rows = typed.split(';').map((row) => row.split(':'));
    const readings = rows.map(([post = '', sum]) => ({
      post: sum === undefined ? '' : post,
      reading: readSum(sum ?? post),
    }));
    for (const { reading } of readings) {
      if ('problem' in reading) return ask('pay', { typed: plainPay(typed), problem: reading.problem });
      const sign = compared(reading.value, exact(0));
      if (sign <= 0) return ask('pay', { typed: plainPay(typed), problem: sign === 0 ? 'zero' : 'negative' });
    }
    const pays = readings.flatMap(({ post, reading }) =>
      'value' in reading ? [{ post, sum: reading.value }] : [],
    );
    return done(supplementOf(inputs, pays, given));
  },
};

function supplementOf(
  inputs: Inputs,
  pays: readonly { post: string; sum: Exact }[],
  { local }: Given,
): Supplement {
  const asked = (inputs['shares']?.split(',') ?? []).map(Number).filter(Number.isFinite);
  const outside = asked.filter((share) => share < LEAST || share > MOST);
  const level =
    asked.length === 0 ? local.shares.find(({ level: name }) => isLevel(name, inputs['level'])) : undefined;
  const inside = asked.length > 0 && outside.length === 0 ? asked : level ? [level.share] : [LEAST, MOST];
  const shares = inside.sort((a, b) => a - b).map(exact);
  const people = Number(inputs['people'] ?? 0);
  return {
    kind: 'supplement',
    factIds: ['CW-03', 'CW-07'],
    pays: pays.map(({ post, sum }) => {
      const monthly = inputs['yearly'] ? rounded(divided(sum, MONTHS), CENTS) : sum;
      return {
        post,
        monthly,
        ...(inputs['yearly'] ? { yearly: sum } : {}),
        steps: shares.map((share) => stepOf(monthly, share, people)),
      };
    }),
    outside: outside.map(exact),
    ...(level ? { level: { name: level.level, share: exact(level.share) } } : {}),
    ...(people > 0 ? { people } : {}),
  };
}

function stepOf(monthly: Exact, share: Exact, people: number): SupplementStep {
  const unrounded = divided(times(monthly, share), HUNDRED);
  const month = rounded(unrounded, CENTS);
  const year = times(month, MONTHS);
  const heads = exact(people);
  return {
    share,
    month,
    unrounded,
    year,
    ...(people > 0 ? { together: { month: times(month, heads), year: times(year, heads) } } : {}),
  };
}

function isLevel(name: string, asked: string | undefined): boolean {
  return asked !== undefined && name.includes(asked);
}

/** Said right beside the sum: `一年3万`, `3万一年`. */
function isYearly({ before, after }: Amount): boolean {
  const beside = before + after.slice(0, 4);
  return lexicon.YEARLY.test(beside) && !lexicon.MONTHLY.test(beside);
}

function postOf({ before }: Amount): string {
  return lexicon.POST.exec(before)?.[1] ?? '';
}

/** One pay as it was typed, without the post before it. */
function plainPay(typed: string): string {
  return typed.includes(';') ? '' : typed.replace(/^[^:]*:/, '');
}
