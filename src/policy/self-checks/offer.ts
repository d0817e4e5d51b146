import type { ActionButton } from '../../chat/card.ts';
import { type CheckName, checkWords } from './words.ts';

/** Facts that somebody asks about who could look for themselves. */
const ABOUT: Readonly<Record<string, CheckName>> = {
  'RC-09': 'tolerance',
  'RC-10': 'tolerance',
  'RC-17': 'tolerance',
  'HY-01': 'meeting',
  'FW-13': 'document',
  'WX-08': 'five-small',
};

/** The way from an answer to the self-check on the same matter. */
export function checkButton(factIds: readonly string[]): ActionButton | undefined {
  const check = factIds.map((id) => ABOUT[id]).find((name) => name !== undefined);
  return check && { text: checkWords.names[check], action: 'policy.begin-check', value: { check } };
}
