import { levelSaid, mayMean, ORGAN } from './lexicon-abbreviation.ts';

export interface NamedUnit {
  code: string;
  name: string;
  county: string;
}

export interface Organ<U> {
  /** What was said of it. */
  phrase: string;
  units: U[];
}

/** The longest end of what was said that is full or short for the name of units: 说县林业局 is 县林业局. */
export function organIn<U extends NamedUnit>(said: string, units: readonly U[]): Organ<U> | undefined {
  for (let from = 0; from < said.length - 1; from++) {
    const phrase = said.slice(from);
    const level = levelSaid(phrase);
    const meant = units
      .filter(({ county }) => !level || (level === 'city') === (county === ''))
      .filter(({ name }) => mayMean(phrase, name));
    // Whoever names the county means that county's.
    const there = meant.filter(({ county }) => county !== '' && phrase.includes(county));
    if (meant.length > 0) return { phrase, units: there.length > 0 ? there : meant };
  }
  return undefined;
}

/** The first one that a text names, if it is known. */
export function firstOrganIn<U extends NamedUnit>(text: string, units: readonly U[]): Organ<U> | undefined {
  const [said = ''] = ORGAN.exec(text) ?? [];
  return organIn(said, units);
}

/** All that a text names, however closely they stand: 县住建局和县林业局. */
export function organsIn<U extends NamedUnit>(text: string, units: readonly U[]): Organ<U>[] {
  const found: Organ<U>[] = [];
  // What stands before one that was found, or before the end of one that is not known, may name another.
  for (const [all] of text.matchAll(new RegExp(ORGAN, 'gu')))
    for (let said = all; ORGAN.test(said); ) {
      const organ = organIn(said, units);
      if (organ) found.push(organ);
      said = organ ? said.slice(0, -organ.phrase.length) : said.slice(0, -1);
    }
  return found;
}
