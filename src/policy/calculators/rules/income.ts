import type { Amount } from './amounts.ts';
import * as lexicon from './lexicon.ts';

/** Which of the sums in a sentence are what; as written, for the buttons and the formula. */
export interface SortedIncome {
  /** The business income, in parts; with `takenOff` a total, and what is to be taken off it. */
  income: string[];
  takenOff: boolean;
  /** Sums of which nothing says what they are: one of them, or all together. */
  offers: string[];
  claim: Amount | undefined;
  leftOut: string[];
  costs: string[];
  /** A net income beside the gross one. */
  netBeside: string | undefined;
  /** The income itself was called a net one. */
  net: boolean;
}

export function sortIncome(amounts: readonly Amount[]): SortedIncome {
  const claims = amounts.filter(({ before }) => lexicon.CLAIM.test(before));
  const incomes = amounts.filter((amount) => !claims.includes(amount));
  const leftOut = incomes.filter((amount) => lexicon.SUBSIDY.test(labelOf(amount, incomes)));
  const costs = incomes.filter(
    (amount) => !leftOut.includes(amount) && lexicon.COST.test(labelOf(amount, incomes)),
  );
  const known = incomes.filter((amount) => !leftOut.includes(amount) && !costs.includes(amount));
  const nets = known.filter((amount) => lexicon.NET.test(labelOf(amount, incomes)));
  const gross = known.filter((amount) => !nets.includes(amount));
  const rest = gross.length > 0 ? gross : nets;
  const chosen = businessIncome(rest, leftOut);
  const takenOff = chosen.length === 1 && leftOut.length > 0 && isTotal(chosen[0], leftOut);
  return {
    income: texts(takenOff ? [...chosen, ...leftOut] : chosen),
    takenOff,
    offers: chosen.length > 0 ? [] : offersOf(rest),
    claim: claims.at(-1),
    leftOut: takenOff ? [] : texts(leftOut),
    costs: texts(costs),
    netBeside: gross.length > 0 ? nets[0]?.text : undefined,
    net: gross.length === 0 && nets.length > 0,
  };
}

/** One sum, or those named as business income; of several that nothing tells apart none is guessed. */
function businessIncome(rest: readonly Amount[], leftOut: readonly Amount[]): Amount[] {
  if (rest.length <= 1) return [...rest];
  const parts = rest.filter(
    (amount) => !lexicon.TOTAL.test(around(amount)) && !isSumOfOthers(amount, rest, leftOut),
  );
  if (parts.length === 1) return parts;
  if (new Set(parts.flatMap(({ clause }) => clause.match(lexicon.YEAR_NAMED) ?? [])).size > 1) return [];
  return parts.filter((amount) => lexicon.BUSINESS.test(labelOf(amount, rest)));
}

function isSumOfOthers(amount: Amount, rest: readonly Amount[], leftOut: readonly Amount[]): boolean {
  const others = [...rest, ...leftOut].filter((other) => other !== amount);
  return others.length > 1 && others.reduce((sum, { value }) => sum + value, 0) === amount.value;
}

/** A total that holds the subsidies, not a part beside them. */
function isTotal(amount: Amount | undefined, leftOut: readonly Amount[]): boolean {
  const within = leftOut.reduce((sum, { value }) => sum + value, 0);
  const named = amount !== undefined && lexicon.TOTAL.test(around(amount));
  const holds = leftOut.some(({ clause }) => lexicon.INCLUDED.test(clause));
  return amount !== undefined && (named || holds) && amount.value > within;
}

function offersOf(rest: readonly Amount[]): string[] {
  const each = texts(rest);
  return each.length > 1 && each.length <= 3 ? [...each, each.join('+')] : each;
}

/** The words that say what a sum is: its clause, or with several sums in the clause those before or behind it. */
function labelOf(amount: Amount, amounts: readonly Amount[]): string {
  const inClause = amounts.filter(({ clause }) => clause === amount.clause);
  if (inClause.length <= 1) return amount.clause;
  const last = inClause.at(-1)?.after ?? '';
  const behind = lexicon.SUBSIDY.test(last) || lexicon.BUSINESS.test(last) || lexicon.COST.test(last);
  return behind ? amount.after : amount.before;
}

function around({ before, after, clause }: Amount): string {
  // A clause that names the whole names it for its first sum.
  return before + (clause.startsWith(before) ? '' : after);
}

function texts(amounts: readonly Amount[]): string[] {
  return amounts.map(({ text }) => text.replace(/\+/g, ''));
}
