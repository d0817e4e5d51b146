import type { Block, Card } from '../../chat/card.ts';
import { joinRich, type Rich, rich } from '../../chat/rich.ts';
import { confirmButton } from '../cards.ts';
import { type Entry, INDICATORS } from '../rules/indicator.ts';
import type { UnitMonth } from '../unit-month.ts';
import { entryText, indicatorNames } from '../words.ts';
import { noteOf, optionOf } from './cards.ts';
import type { Item } from './repo.ts';
import { type Apart, apartOf } from './rules/apart.ts';
import { sumOf } from './rules/tally.ts';
import { apartWords, itemWords as words } from './words.ts';

/** Lines of one indicator that are still read on a phone; the rest can be picked below. */
const SHOWN = 8;
/** Options of one selection. */
const PICKABLE = 60;

/** What is registered for a month: sums, lines, what stands apart, and the way to each item. */
export function listCard(view: UnitMonth, items: readonly Item[]): Card {
  const listed = view.listed.filter(({ mode }) => mode === 'items').map(({ indicator }) => indicator);
  const own = items.filter((item) => listed.includes(item.indicator));
  const parts = listed.flatMap((indicator): Block[] => {
    const some = own.filter((item) => item.indicator === indicator);
    const tally = sumOf(some, indicator, view.month);
    const heading = rich`**${indicatorNames[indicator]}**　${entryText({ indicator, ...tally })}`;
    const lines = some.slice(0, SHOWN).map((item) => words.listLine(item, noteOf(item)));
    const more = some.length > SHOWN ? [words.listMore(some.length - SHOWN)] : [];
    return [
      {
        kind: 'text',
        text: joinRich([heading, ...lines, ...more, ...differing(view, { indicator, ...tally })], '\n'),
      },
    ];
  });
  const apart = apartLines(apartOf(own, new Set([view.month])));
  return {
    title: words.listTitle(view.month),
    subtitle: view.unit.name,
    tone: 'info',
    blocks: [
      ...(own.length > 0 ? parts : [{ kind: 'text' as const, text: words.listEmpty(view.month) }]),
      ...(apart.length > 0
        ? [{ kind: 'text' as const, text: rich`**${words.apartTitle}**\n${apart.join('；')}` }]
        : []),
      {
        kind: 'buttons',
        buttons: [
          ...(view.round === 'open' && view.state === 'open' ? [confirmButton(view)] : []),
          ...listed.map((indicator) => ({
            text: words.add(indicator),
            action: 'counts.item-new',
            value: { indicator, unit: view.unit.code },
          })),
        ],
      },
      ...pickForm(view, own),
      { kind: 'note', text: words.itemsRule },
    ],
  };
}

/** The month says something else than its items: an older figure or a correction stands beside them. */
function differing(view: UnitMonth, registered: Entry): Rich[] {
  const stands = view.figures.get(registered.indicator);
  return stands && stands.amount !== registered.amount ? [words.differs(registered)] : [];
}

function pickForm(view: UnitMonth, items: readonly Item[]): Block[] {
  if (items.length === 0) return [];
  return [
    {
      kind: 'form',
      name: 'pick',
      fields: [
        {
          kind: 'select',
          name: 'id',
          label: words.pick,
          required: true,
          options: items.slice(-PICKABLE).map(optionOf),
        },
      ],
      submit: {
        text: words.openPicked,
        style: 'default',
        action: 'counts.item-pick',
        value: { unit: view.unit.code, month: view.month },
      },
    },
  ];
}

function apartLines(apart: Apart): string[] {
  const line = (n: number, text: (n: number) => string) => (n > 0 ? [text(n)] : []);
  return [
    ...line(apart.discussion, apartWords.discussion),
    ...line(apart.heads, apartWords.heads),
    ...line(apart.saved, apartWords.saved),
    ...line(apart.unnumbered, apartWords.unnumbered),
    ...INDICATORS.flatMap((indicator) => [
      ...line(apart.emergency[indicator], (n) => apartWords.emergency(indicator, n)),
      ...line(apart.uncounted[indicator], (n) => apartWords.uncounted(indicator, n)),
    ]),
  ];
}
