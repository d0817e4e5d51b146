import type { Card } from '../chat/card.ts';
import type { ClickAnswer } from '../chat/feature.ts';
import { type Outcome, outcome } from '../chat/outcome.ts';

/** The same card in place of the one that was clicked. */
export async function asClick(card: Promise<Outcome<Card>>): Promise<Outcome<ClickAnswer>> {
  const { result, ...effects } = await card;
  return outcome({ card: result }, effects);
}

export function textIn(form: Readonly<Record<string, unknown>>, name: string): string {
  const value = Object.hasOwn(form, name) ? form[name] : undefined;
  return typeof value === 'string' ? value : '';
}
