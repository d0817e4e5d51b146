import type { Tier } from '../../kernel/actor.ts';

export interface NamedUnit {
  code: string;
  name: string;
  tier: Tier;
  county: string;
}

/** Shorter remainders ("局") name nothing. */
const LEAST = 3;

/**
 * Units that a text names: in full, as 县教育局, or, where it is no office, as 教育局. Rather one too many, as whoever is
 * named is kept away; the best match comes first, and among equals the teller's own county.
 */
export function unitsNamed<U extends NamedUnit>(text: string, units: readonly U[], home: string): U[] {
  const said = text.replace(/\s/g, '');
  return units
    .map((unit) => ({
      unit,
      length: Math.max(0, ...namesOf(unit).map((name) => (said.includes(name) ? name.length : 0))),
    }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length || rank(a.unit, home) - rank(b.unit, home))
    .map(({ unit }) => unit);
}

function namesOf({ name, tier, county }: NamedUnit): string[] {
  const rest = county !== '' && name.startsWith(county) ? name.slice(county.length) : '';
  const short = rest === '' ? [] : [county.slice(-1) + rest, ...(tier === 'office' ? [] : [rest])];
  return [name, ...short.filter((one) => one.length >= LEAST)];
}

function rank({ county }: NamedUnit, home: string): number {
  return county === home ? 0 : 1;
}
