import type { Tier } from '../../kernel/actor.ts';
import { type NamedUnit as Named, organsIn } from '../../people/rules/organs.ts';

export interface NamedUnit extends Named {
  tier: Tier;
}

/** Shorter remainders ("局") name nothing. */
const LEAST = 3;

/**
 * Units that a text names: in full, as 县教育局, or, where it is no office, as 教育局, or by what everybody calls it, as
 * 住建局. Rather one too many, as whoever is named is kept away; the best match comes first, and among equals the
 * teller's own county.
 */
export function unitsNamed<U extends NamedUnit>(text: string, units: readonly U[], home: string): U[] {
  const said = text.replace(/\s/g, '');
  // 办公室 alone would be short for every office: they have names of their own (`lexicon.ts`).
  const organs = organsIn(
    said,
    units.filter(({ tier }) => tier !== 'office'),
  );
  return units
    .map((unit) => {
      const names = namesOf(unit).filter((name) => said.includes(name));
      const short = organs.filter((organ) => organ.phrase.length >= LEAST && organ.units.includes(unit));
      const length = Math.max(
        0,
        ...names.map((name) => name.length),
        ...short.map(({ phrase }) => phrase.length),
      );
      return { unit, length };
    })
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
