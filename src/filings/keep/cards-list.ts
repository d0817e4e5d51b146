import type { Block, Card } from '../../chat/card.ts';
import { joinRich, type Rich } from '../../chat/rich.ts';
import type { Filing } from '../places.ts';
import { newButton } from './cards.ts';
import { keepWords as words } from './words.ts';

const SHOWN = 8;
/** Options of one selection. */
const PICKABLE = 60;

/** What waits first, then the year; every one can be picked. `open` says whose days and places may be shown. */
export function listCard(
  rows: readonly Filing[],
  mayRegister: boolean,
  open: (row: Filing) => boolean,
): Card {
  const waiting = rows.filter(({ state }) => state === 'pending');
  const others = rows.filter(({ state }) => state !== 'pending');
  const line = (row: Filing): Rich =>
    open(row)
      ? words.line(row.name, row.startDay, row.endDay, row.organiserName, row.state)
      : words.hiddenLine(row.name, row.organiserName, row.state);
  const part = (heading: Rich, some: readonly Filing[]): Block[] =>
    some.length === 0
      ? []
      : [
          {
            kind: 'text',
            text: joinRich(
              [
                heading,
                ...some.slice(0, SHOWN).map(line),
                ...(some.length > SHOWN ? [words.more(some.length - SHOWN)] : []),
              ],
              '\n',
            ),
          },
        ];
  const options = [...waiting, ...others]
    .slice(0, PICKABLE)
    .map((row) => ({ value: row.number, text: `${row.name} ${row.number}` }));
  return {
    title: words.listTitle,
    tone: waiting.length > 0 ? 'notice' : 'info',
    blocks: [
      ...(rows.length === 0 ? [{ kind: 'text' as const, text: words.listEmpty }] : []),
      ...part(words.waiting(waiting.length), waiting),
      ...part(words.listed(others.length), others),
      ...(options.length > 0
        ? [
            {
              kind: 'form' as const,
              name: 'pick',
              fields: [
                { kind: 'select' as const, name: 'number', label: words.pick, required: true, options },
              ],
              submit: { text: words.open, action: 'filings.pick' },
            },
          ]
        : []),
      ...(mayRegister
        ? [{ kind: 'buttons' as const, buttons: [{ ...newButton, text: words.formTitle }] }]
        : []),
    ],
  };
}
