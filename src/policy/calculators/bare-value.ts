import type { ActionButton, Card } from '../../chat/card.ts';
import type { Command } from '../../chat/feature.ts';
import { outcome } from '../../chat/outcome.ts';
import { BARE_VALUE, CHARACTERS, SUM, YEARS } from './lexicon-bare.ts';
import type { CalculatorName, Field } from './rules/index.ts';
import { calculatorWords } from './words.ts';
import { bareWords as words } from './words-bare.ts';

type Use = readonly [calculator: CalculatorName, field: Field];

const YEARS_OF_SERVICE: Use = ['allowance', 'years'];
const INCOME: Use = ['ceiling', 'income'];
const PAY: Use = ['supplement', 'pay'];
const LENGTH: Use = ['length', 'count'];

function usesOf(value: string): readonly Use[] {
  if (YEARS.test(value)) return [YEARS_OF_SERVICE];
  if (CHARACTERS.test(value)) return [LENGTH];
  if (SUM.test(value)) return [INCOME, PAY];
  return [YEARS_OF_SERVICE, INCOME, PAY, LENGTH];
}

/** Nothing is remembered of what was asked before, so the value asks what it belongs to, and goes on with one tap. */
export function bareValueCard(value: string): Card {
  return {
    title: words.title(value),
    tone: 'info',
    blocks: [
      { kind: 'text', text: words.text },
      {
        kind: 'buttons',
        buttons: usesOf(value).map(
          ([calculator, field]): ActionButton => ({
            text: calculatorWords.title(calculator),
            action: 'policy.compute',
            value: { calculator, place: 'private', [field]: value },
          }),
        ),
      },
    ],
  };
}

export const bareValue: Command = {
  words: [],
  pattern: BARE_VALUE,
  help: '',
  where: 'private',
  run: async (_, { args: [value = ''] }) => outcome(bareValueCard(value)),
};
