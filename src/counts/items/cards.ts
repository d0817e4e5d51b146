import type { Block, Button, Card } from '../../chat/card.ts';
import { joinRich, type Rich, rich } from '../../chat/rich.ts';
import type { Indicator } from '../rules/indicator.ts';
import { type ItemFields, marksOf } from './fields.ts';
import { packDraft } from './pack-draft.ts';
import type { Item } from './repo.ts';
import type { Capacity } from './rules/capacity.ts';
import { isCounted } from './rules/kinds.ts';
import { markNames, noteWords, itemWords as words } from './words.ts';

export interface UnitChoice {
  code: string;
  name: string;
}

/** What was understood of a line: read it, tap once. Corrections are a second button away, not a form to scroll past. */
export function draftCard(indicator: Indicator, fields: ItemFields, units: readonly UnitChoice[]): Card {
  const draft = packDraft(fields);
  const one = units.length === 1;
  return {
    title: words.form(indicator),
    ...(one && units[0] ? { subtitle: units[0].name } : {}),
    tone: 'info',
    blocks: [
      {
        kind: 'text',
        text: joinRich(
          [
            words.name(fields),
            ...summaryOf(indicator, fields, !units.some(({ name }) => name === fields.issuer)),
          ],
          '\n',
        ),
      },
      {
        kind: 'buttons',
        buttons: [
          ...units.map(
            ({ code, name }, i): Button => ({
              text: one ? words.register : words.registerFor(name),
              action: 'counts.item-register',
              value: { indicator, unit: code, draft },
              ...(i === 0 ? { style: 'primary' as const } : {}),
            }),
          ),
          { text: words.adjust, action: 'counts.item-adjust', value: { indicator, draft } },
        ],
      },
    ],
  };
}

/** What an item is, line by line; the unit's own name goes without saying. */
function summaryOf(indicator: Indicator, fields: ItemFields, foreign: boolean): Rich[] {
  const lines = [
    words.onDay(indicator, fields.day),
    words.counting(indicator, fields),
    ...(fields.issuer !== '' && foreign ? [words.inNameOf(fields.issuer)] : []),
    ...(fields.parts > 1 ? [words.parts(indicator, fields.parts)] : []),
    ...(fields.basis ? [words.basis(fields.basis)] : []),
    ...marksOf(fields).map((mark) => markNames[mark] ?? mark),
  ];
  return lines.map((line) => rich`- ${line}`);
}

/** Capacities in which a unit issues in its own name. */
const OWN: readonly Capacity[] = ['office', 'department'];

/** An item as it stands, with what can be done about it. */
export function itemCard(
  item: Item,
  options: {
    title?: string;
    tone?: Card['tone'];
    /** The month's figure now. */
    sum?: Rich | undefined;
    hints?: readonly string[];
    buttons: Button[];
  },
): Card {
  const endings = [
    ...(item.withdrawnDay === null ? [] : [words.withdrawnOn(item.withdrawnDay)]),
    ...(item.struck === null ? [] : [words.struck(item.struck)]),
  ].map((line) => rich`- ${line}`);
  const lines = item.struck === null ? summaryOf(item.indicator, item, !OWN.includes(item.capacity)) : [];
  return {
    title: options.title ?? words.itemTitle(item.indicator),
    tone: options.tone ?? 'info',
    blocks: [
      { kind: 'text', text: joinRich([words.name(item), ...lines, ...endings], '\n') },
      ...(options.sum ? [{ kind: 'text' as const, text: options.sum }] : []),
      ...(options.hints ?? []).map((text): Block => ({ kind: 'note', text })),
      { kind: 'buttons', buttons: options.buttons },
    ],
  };
}

const ids = ({ id, revision }: Item) => ({ id, revision });

export function openButton(item: Item): Button {
  return { text: words.open, action: 'counts.item-open', value: { id: item.id } };
}

export function newButton(item: Item): Button {
  return {
    text: words.again,
    action: 'counts.item-new',
    value: { indicator: item.indicator, unit: item.unit },
  };
}

/** What can be done about an item: a standing one is changed, taken back or struck; another one restored. */
export function changeButtons(item: Item): Button[] {
  const list: Button = {
    text: words.toList,
    action: 'counts.item-list',
    value: { unit: item.unit, month: item.month },
  };
  if (item.struck !== null || item.withdrawnDay !== null)
    return [{ text: words.restore, action: 'counts.item-restore', value: ids(item), style: 'primary' }, list];
  return [
    { text: words.edit, action: 'counts.item-edit', value: ids(item), style: 'primary' },
    ...(item.indicator === 'document'
      ? [{ text: words.withdraw, action: 'counts.item-end', value: { ...ids(item), how: 'withdraw' } }]
      : []),
    { text: words.strike, action: 'counts.item-end', value: { ...ids(item), how: 'strike' } },
    list,
  ];
}

/** Short words that tell an item of the list from its neighbours. */
export function noteOf(item: Item): string {
  if (item.struck !== null) return noteWords.struck;
  return [
    ...(isCounted(item.indicator, item.kind)
      ? []
      : [item.kind === 'discussion' ? noteWords.apart : noteWords.uncounted]),
    ...(item.parts > 1 ? [noteWords.parts(item)] : []),
    ...(item.unplanned ? [noteWords.unplanned] : []),
    ...(item.emergency ? [noteWords.emergency] : []),
    ...(item.withdrawnDay === null ? [] : [noteWords.withdrawn(item.withdrawnDay)]),
  ].join('、');
}

/** In a list to choose from. */
export function optionOf(item: Item): { value: string; text: string } {
  return { value: item.id, text: words.option(item) };
}
