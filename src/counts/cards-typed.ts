import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { joinRich, type Rich, rich } from '../chat/rich.ts';
import { askedFields, valueOf } from './cards.ts';
import { type Entry, fingerprint, type Indicator } from './rules/indicator.ts';
import type { UnitMonth } from './unit-month.ts';
import { cardWords, entryText, indicatorNames, typedWords as words } from './words.ts';

/** What the card carries of numbers that were typed in chat: the form's fields, checked again like a form. */
export const packedEntries = z.string().max(500);

const form = z.record(z.string(), z.string());

export function unpackEntries(packed: string): Record<string, string> {
  try {
    return form.parse(JSON.parse(packed));
  } catch {
    return {};
  }
}

/** The numbers as they would be sent: one tap, and the form is a second button away. */
export function typedCard(view: UnitMonth, entries: readonly Entry[], said: ReadonlySet<Indicator>): Card {
  const typed = JSON.stringify(
    Object.fromEntries(
      askedFields(view).flatMap(({ name, indicator, part }) => {
        const entry = entries.find((one) => one.indicator === indicator);
        return entry ? [[name, String(entry[part])]] : [];
      }),
    ),
  );
  const silent = entries.filter(({ indicator }) => !said.has(indicator));
  return {
    title: view.ahead ? cardWords.aheadTitle(view.month) : cardWords.title(view.month),
    subtitle: view.unit.name,
    tone: 'info',
    blocks: [
      {
        kind: 'facts',
        facts: entries.map((entry) => ({ label: indicatorNames[entry.indicator], value: entryText(entry) })),
      },
      { kind: 'text', text: hint(view, silent) },
      {
        kind: 'buttons',
        buttons: [
          {
            text: cardWords.submit,
            action: 'counts.submit',
            value: { ...valueOf(view), sure: fingerprint([]), correcting: 0, typed },
            style: 'primary',
          },
          { text: cardWords.change, action: 'counts.adjust', value: { ...valueOf(view), typed } },
        ],
      },
    ],
  };
}

function hint(view: UnitMonth, silent: readonly Entry[]): Rich {
  const from = new Map(view.filled.entries.map((entry) => [entry.indicator, entry.from]));
  const lines = silent.map(({ indicator }) =>
    words.unsaid(indicatorNames[indicator], from.get(indicator) === 'last-month'),
  );
  return joinRich(
    [...lines.map((line) => rich`${line}`), rich`${view.ahead ? words.ahead : words.ready}`],
    '\n',
  );
}
