import { type Amount, readAmounts, readHeadcount, readPercentages } from './amounts.ts';
import * as lexicon from './lexicon.ts';

/** CW-02, CW-06: at most this share of a year's business income of the village may become reward funds. */
const CEILING = 20;

/** CW-03, CW-07: the supplement lies between these shares of the basic pay, in percent. */
const SUPPLEMENT = { least: 6, most: 20 } as const;

/** All sums in yuan, all shares in percent. */
export type Calculation =
  | {
      kind: 'ceiling';
      factIds: readonly string[];
      income: number;
      share: number;
      ceiling: number;
      /** Sums that were left out as subsidies. */
      leftOut: readonly number[];
      each?: { people: number; amount: number };
    }
  | {
      kind: 'supplement';
      factIds: readonly string[];
      /** Basic pay a month, and a year when that is what was given. */
      monthly: number;
      yearly?: number;
      steps: readonly { share: number; month: number; year: number }[];
      /** The share asked for lies outside 6 % … 20 %, so the bounds are shown instead. */
      outside?: number;
    };

/** The calculation that a question asks for and gives all figures of; undefined otherwise. */
export function readCalculation(text: string): Calculation | undefined {
  const said = text.normalize('NFKC').replace(/\s+/g, '');
  return readSupplement(said) ?? readCeiling(said);
}

function readCeiling(said: string): Calculation | undefined {
  if (!lexicon.CEILING_TOPIC.test(said) || !lexicon.CEILING_ASKED.test(said)) return undefined;
  const amounts = readAmounts(said);
  const leftOut = amounts.filter(({ clause }) => lexicon.SUBSIDY.test(clause));
  const rest = amounts.filter((amount) => !leftOut.includes(amount));
  const income = businessIncome(rest);
  if (income === undefined) return undefined;
  const ceiling = cents((income * CEILING) / 100);
  const people = lexicon.EACH.test(said) ? readHeadcount(said) : undefined;
  return {
    kind: 'ceiling',
    factIds: ['CW-02', 'CW-06', 'CW-05'],
    income,
    share: CEILING,
    ceiling,
    leftOut: leftOut.map(({ value }) => value),
    ...(people === undefined ? {} : { each: { people, amount: cents(ceiling / people) } }),
  };
}

/** One sum, or those named as business income; of several that nothing tells apart none is guessed. */
function businessIncome(amounts: readonly Amount[]): number | undefined {
  const parts = amounts.length > 1 ? amounts.filter(({ clause }) => !lexicon.TOTAL.test(clause)) : amounts;
  if (parts.length === 1) return parts[0]?.value;
  const business = parts.filter(({ clause }) => lexicon.BUSINESS.test(clause));
  return business.length > 0 ? cents(business.reduce((sum, { value }) => sum + value, 0)) : undefined;
}

function readSupplement(said: string): Calculation | undefined {
  if (!lexicon.PAY_TOPIC.test(said) || !lexicon.PAY_ASKED.test(said)) return undefined;
  const amounts = readAmounts(said);
  const [given] = amounts;
  if (given === undefined || amounts.length > 1) return undefined;
  const isYearly = lexicon.YEARLY.test(given.clause) && !lexicon.MONTHLY.test(given.clause);
  const monthly = isYearly ? cents(given.value / 12) : given.value;
  const asked = [...new Set(readPercentages(said))].sort((a, b) => a - b);
  const outside = asked.find((share) => share < SUPPLEMENT.least || share > SUPPLEMENT.most);
  const shares = asked.length > 0 && outside === undefined ? asked : [SUPPLEMENT.least, SUPPLEMENT.most];
  return {
    kind: 'supplement',
    factIds: ['CW-03', 'CW-07'],
    monthly,
    ...(isYearly ? { yearly: given.value } : {}),
    steps: shares.map((share) => {
      const month = cents((monthly * share) / 100);
      return { share, month, year: cents(month * 12) };
    }),
    ...(outside === undefined ? {} : { outside }),
  };
}

/** To the cent, without floating-point dust. */
function cents(yuan: number): number {
  return Math.round(yuan * 100) / 100;
}
