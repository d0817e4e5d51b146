import type { Dice } from '../../../kernel/ports.ts';
import { homophonesOf } from './sounds.ts';

/** The text with so many characters changed into common ones that sound alike, as far as there are any; for evaluations. */
export function withTypos(text: string, count: number, dice: Dice): string {
  const characters = Array.from(text);
  const places = characters.flatMap((one, i) => (homophonesOf(one).length > 0 ? [i] : []));
  for (let n = 0; n < count && places.length > 0; n++) {
    const [place = 0] = places.splice(Math.floor(dice() * places.length), 1);
    const alike = homophonesOf(characters[place] ?? '');
    characters[place] = alike[Math.floor(dice() * alike.length)] ?? '';
  }
  return characters.join('');
}

/** The same throws for the same seed, a whole number (Lehmer's generator). */
export function seededDice(seed: number): Dice {
  let state = (seed % 2_147_483_646) + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
