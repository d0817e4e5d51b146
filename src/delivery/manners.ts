import type { Card } from '../chat/card.ts';
import { cardText } from '../chat/card-text.ts';
import { CHAIN_LISTS, CHASING, CLAUSE_END, FORCED_ACTIVITY, NEGATION, QUOTED, SHAMING } from './lexicon.ts';
import { ownWords } from './own-words.ts';

export type Rule = 'BR-04' | 'BR-09' | 'BR-41';

export interface Audience {
  /** The message was asked for. */
  asked: boolean;
  group: boolean;
  /** Names of units and people; needed only where `mayShame` says so. */
  names: readonly string[];
}

/**
 * The rule of conduct that this card breaks. What comes unasked must not even contain the words; an answer may explain
 * the rules ("群里不得接龙"), so there only a demand counts.
 */
export function brokenRule(card: Card, { asked, group, names }: Audience): Rule | undefined {
  if (group && mayShame(card)) {
    const text = cardText(card);
    if (names.some((name) => text.includes(name))) return 'BR-41';
  }
  const words = ownWords(card);
  if (asked) return demands(words).some((clause) => CHASING.test(clause)) ? 'BR-09' : undefined;
  if (FORCED_ACTIVITY.test(words)) return 'BR-04';
  return CHASING.test(words) || CHAIN_LISTS.test(words) ? 'BR-09' : undefined;
}

export function mayShame(card: Card): boolean {
  return SHAMING.test(cardText(card));
}

function demands(words: string): string[] {
  return words
    .replace(QUOTED, '')
    .split(CLAUSE_END)
    .filter((clause) => !NEGATION.test(clause));
}
