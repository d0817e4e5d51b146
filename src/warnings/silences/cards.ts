import type { Card } from '../../chat/card.ts';
import { INDICATORS, indicatorNames } from '../../counts/window.ts';
import type { Day } from '../../kernel/day.ts';
import type { SilenceWish } from '../lexicon.ts';
import { silenceWords as words } from './words.ts';

export const REASON_LENGTH = 100;
export const ALL = 'all';

/** Everything that was said is filled in; the rest are defaults that one tap accepts. */
export function silenceCard(
  wish: SilenceWish,
  { county, levelText, until }: { county: string; levelText: string; until: Day },
): Card {
  const indicator = INDICATORS.find((one) => indicatorNames[one] === wish.indicator) ?? ALL;
  return {
    title: words.title,
    subtitle: words.subtitle(levelText),
    tone: 'neutral',
    blocks: [
      { kind: 'note', text: words.hint },
      {
        kind: 'form',
        name: 'silence',
        fields: [
          {
            kind: 'input',
            name: 'unit',
            label: words.unitLabel,
            value: wish.unit,
            hint: words.unitHint,
            maxLength: 40,
          },
          {
            kind: 'select',
            name: 'indicator',
            label: words.indicatorLabel,
            value: indicator,
            options: [
              { text: words.all, value: ALL },
              ...INDICATORS.map((one) => ({ text: indicatorNames[one], value: one })),
            ],
          },
          { kind: 'date', name: 'until', label: words.untilLabel, value: wish.until || until },
          {
            kind: 'input',
            name: 'reason',
            label: words.reasonLabel,
            value: wish.reason,
            hint: words.reasonHint,
            maxLength: REASON_LENGTH,
          },
        ],
        submit: { text: words.submit, action: 'warnings.silence', value: { county }, style: 'primary' },
      },
      { kind: 'buttons', buttons: [{ text: words.back, action: 'warnings.board' }] },
    ],
  };
}
