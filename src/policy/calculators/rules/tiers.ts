import { readNumber } from '../../../kernel/number.ts';
import * as lexicon from './lexicon-allowance.ts';
import type { Tier } from './step.ts';

export interface GivenTable {
  tiers: Tier[];
  /** Yuan a month on top in remote townships. */
  extra?: number;
  /** The sentence without the table. */
  rest: string;
}

/** A table written into the question (`不满5年220、5到10年280、10年以上350，偏远再加110`); two tiers make one. */
export function readTable(said: string): GivenTable | undefined {
  let rest = said;
  const found: Tier[] = [];
  for (const pattern of lexicon.TIERS) {
    rest = rest.replace(pattern, (...match) => {
      const groups = match.at(-1) as Record<string, string | undefined>;
      const { from: start = '', until: end = '', amount: sum = '' } = groups;
      const [from, until, amount] = [start, end, sum].map(readNumber);
      if (amount === undefined) return match[0];
      found.push({ from: from ?? 0, amount, ...(until === undefined ? {} : { until }) });
      return ';';
    });
  }
  if (found.length < 2) return undefined;
  const extra = lexicon.EXTRA.exec(rest);
  const added = extra ? readNumber(extra.groups?.['amount'] ?? '') : undefined;
  return {
    tiers: found.sort((a, b) => a.from - b.from),
    ...(added === undefined ? {} : { extra: added }),
    rest: extra ? rest.replace(extra[0], ';') : rest,
  };
}

/**
 * Tiers that follow each other. A tier said without its end ends where the next one begins; whole years that leave
 * one out between them (`5到10年`, `11年以上`) are meant to touch. Undefined when tiers overlap or leave a gap.
 */
export function joined(tiers: readonly Tier[]): Tier[] | undefined {
  const sorted = [...tiers].sort((a, b) => a.from - b.from);
  const result: Tier[] = [];
  for (const [i, tier] of sorted.entries()) {
    const next = sorted[i + 1];
    const { until, ...open } = tier;
    if (!next) result.push(tier);
    else if (next.from <= tier.from) return undefined;
    else if (until === undefined || until === next.from || until + 1 === next.from)
      result.push({ ...open, until: next.from });
    else return undefined;
  }
  return result;
}

/** The tier of so many months of service: `from` included, `until` not. */
export function tierOf(tiers: readonly Tier[], months: number): Tier | undefined {
  return tiers.find(({ from, until }) => months >= from * 12 && (until === undefined || months < until * 12));
}

/** For the buttons: `0-5:220;5-10:280;10-:350`. */
export function tableText(tiers: readonly Tier[]): string {
  return tiers.map(({ from, until, amount }) => `${from}-${until ?? ''}:${amount}`).join(';');
}

export function readTableText(text: string): Tier[] {
  return text.split(';').flatMap((row) => {
    const match = /^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)?:(\d+(?:\.\d+)?)$/.exec(row);
    if (!match) return [];
    const tier = { from: Number(match[1]), amount: Number(match[3]) };
    return [match[2] === undefined ? tier : { ...tier, until: Number(match[2]) }];
  });
}
