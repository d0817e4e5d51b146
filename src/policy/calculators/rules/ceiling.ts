import { readAmounts, readHeadcount, readPercentages } from './amounts.ts';
import { compared, divided, type Exact, exact, minus, sumOf, times } from './exact.ts';
import { sortIncome } from './income.ts';
import * as lexicon from './lexicon.ts';
import { WAN } from './lexicon-amounts.ts';
import { readSum } from './read-value.ts';
import { ask, type Calculator, done, type Inputs, inputsOf, type Step } from './step.ts';

/** CW-02, CW-06: at most this share of a year's business income of the village may become reward funds, in percent. */
const MOST = exact(20);
const HUNDRED = exact(100);
const ZERO = exact(0);

/** All sums in yuan, all shares in percent. */
export interface Ceiling {
  kind: 'ceiling';
  factIds: readonly string[];
  /** Sums that make up the business income; a total that subsidies were taken from comes first, they follow. */
  parts: readonly Exact[];
  /** The parts after the first were taken off. */
  takenOff: boolean;
  income: Exact;
  share: Exact;
  ceiling: Exact;
  /** Another share that was asked about, and what it gives. */
  asked?: { share: Exact; amount: Exact };
  claim?: Claim;
  /** Not counted as business income: subsidies and the like, costs. */
  leftOut: readonly Exact[];
  costs: readonly Exact[];
  /** The sum was called a net one; or a net one stands beside it, with the ceiling it would give. */
  net: boolean;
  netBeside?: { amount: Exact; ceiling: Exact };
  each?: { people: number; amount: Exact };
}

/** A sum that was, or shall be, given out; `excess` is positive when it is too much. */
interface Claim {
  amount: Exact;
  /** Given per head. */
  each?: { people: number; amount: Exact };
  excess: Exact;
}

/** The other way round: the income without which a sum cannot be given out. */
export interface CeilingReversed {
  kind: 'ceiling_reversed';
  factIds: readonly string[];
  claim: Exact;
  share: Exact;
  income: Exact;
}

const FACTS = ['CW-02', 'CW-06', 'CW-05'];

export const ceiling: Calculator<Ceiling | CeilingReversed> = {
  read(said) {
    if (!lexicon.CEILING_TOPIC.test(said) || !lexicon.CEILING_ASKED.test(said)) return undefined;
    if (lexicon.ELSEWHERE.test(said)) return undefined;
    const {
      income: named,
      takenOff,
      offers,
      claim,
      leftOut,
      costs,
      net,
      netBeside,
    } = sortIncome(readAmounts(said));
    const bare = named.length + offers.length === 0 ? lexicon.BARE_INCOME.exec(said)?.[1] : undefined;
    const income = bare === undefined ? named : [bare];
    const reversed = claim !== undefined && income.length === 0 && lexicon.INCOME_ASKED.test(said);
    const given = income.length > 0 || offers.length > 0 || reversed;
    if (!given && !(lexicon.COMPUTE.test(said) && claim === undefined)) return undefined;
    const people = readHeadcount(said);
    return inputsOf({
      income: income.join('+'),
      takenOff: takenOff ? 'yes' : undefined,
      offers: offers.join('|'),
      claim: claim?.text,
      claimEach: claim && people && lexicon.EACH.test(claim.before) ? 'yes' : undefined,
      leftOut: leftOut.join('+'),
      costs: costs.join('+'),
      share: readPercentages(said)
        .find((percent) => percent !== 20)
        ?.toString(),
      net: net ? 'yes' : undefined,
      netBeside,
      people: lexicon.EACH.test(said) ? people?.toString() : undefined,
      reversed: reversed ? 'yes' : undefined,
    });
  },

  compute(inputs): Step<Ceiling | CeilingReversed> {
    const [claim] = sumsIn(inputs['claim']);
    if (inputs['reversed'] && claim)
      return done({
        kind: 'ceiling_reversed',
        factIds: FACTS,
        claim,
        share: MOST,
        income: divided(times(claim, HUNDRED), MOST),
      });
    const { income: typed, offers } = inputs;
    if (!typed) return ask('income', offers ? { offers: offers.split('|') } : {});
    const wrong = typed.split('+').find((part) => 'problem' in readSum(part));
    if (wrong === undefined) return done(ceilingOf(inputs, sumsIn(typed), claim));
    const reading = readSum(wrong);
    const problem = 'problem' in reading ? reading.problem : 'unreadable';
    return ask('income', {
      typed,
      problem,
      ...(problem === 'too_small' ? { offers: [`${wrong.replace(lexicon.UNIT_OF_SUM, '')}${WAN}`] } : {}),
    });
  },
};

function ceilingOf(inputs: Inputs, parts: readonly Exact[], claimed: Exact | undefined): Ceiling {
  const [first = ZERO, ...rest] = parts;
  const takenOff = inputs['takenOff'] !== undefined;
  const income = takenOff ? minus(first, sumOf(rest)) : sumOf(parts);
  const most = shareOf(income, MOST);
  const people = Number(inputs['people'] ?? 0);
  const [beside] = sumsIn(inputs['netBeside']);
  const asked = sumOf(inputs['share'] ? [exact(Number(inputs['share']) || 0)] : []);
  return {
    kind: 'ceiling',
    factIds: FACTS,
    parts,
    takenOff,
    income,
    share: MOST,
    ceiling: most,
    ...(inputs['share'] ? { asked: { share: asked, amount: shareOf(income, asked) } } : {}),
    ...(claimed ? { claim: claimOf(claimed, inputs['claimEach'] ? people : 0, most) } : {}),
    leftOut: takenOff ? rest : sumsIn(inputs['leftOut']),
    costs: sumsIn(inputs['costs']),
    net: inputs['net'] !== undefined,
    ...(beside ? { netBeside: { amount: beside, ceiling: shareOf(beside, MOST) } } : {}),
    ...(people > 0 ? { each: { people, amount: divided(most, exact(people)) } } : {}),
  };
}

function claimOf(amount: Exact, people: number, most: Exact): Claim {
  const whole = people > 0 ? times(amount, exact(people)) : amount;
  return { amount: whole, excess: minus(whole, most), ...(people > 0 ? { each: { people, amount } } : {}) };
}

function shareOf(income: Exact, share: Exact): Exact {
  return compared(income, ZERO) > 0 ? divided(times(income, share), HUNDRED) : ZERO;
}

/** The readable ones among sums joined by `+`. */
function sumsIn(joined: string | undefined): Exact[] {
  return (joined?.split('+') ?? []).flatMap((text) => {
    const reading = readSum(text);
    return 'value' in reading ? [reading.value] : [];
  });
}
