import type { Block, Button, Card, Field } from '../../chat/card.ts';
import { joinRich, type Rich, rich } from '../../chat/rich.ts';
import { dayOf } from '../../kernel/day.ts';
import type { Indicator } from '../rules/indicator.ts';
import type { ItemFields } from './fields.ts';
import type { Item } from './repo.ts';
import { isCounted, kindsOf } from './rules/kinds.ts';
import {
  fieldNames,
  itemLabels,
  itemPurposes,
  kindNames,
  markNames,
  noteWords,
  strikeReasons,
  itemWords as words,
} from './words.ts';

export interface UnitChoice {
  code: string;
  name: string;
}

/** Boxes of the form, by indicator: what is not offered cannot be asked. */
export const MARKS: Record<Indicator, readonly string[]> = {
  document: ['unplanned', 'emergency'],
  meeting: ['unplanned', 'emergency', 'township', 'village', 'heads'],
  inspection: ['unplanned', 'emergency'],
};

const MAX = { number: 40, title: 100, issuer: 40, basis: 60 } as const;

export const LENGTHS = MAX;

/** The form for a new item, filled in with what was typed, or for one that is changed. */
export function itemForm(
  indicator: Indicator,
  fields: ItemFields,
  target: { units: readonly UnitChoice[] } | { item: Item },
): Card {
  const editing = 'item' in target;
  const units = editing ? [] : target.units;
  const blank = fields.title === '';
  const hint = editing ? words.editHint : blank ? words.blankHint(indicator) : words.formHint;
  return {
    title: editing ? words.editTitle(indicator) : words.form(indicator),
    ...(units.length === 1 && units[0] ? { subtitle: units[0].name } : {}),
    tone: 'info',
    blocks: [
      { kind: 'text', text: hint },
      {
        kind: 'form',
        name: 'item',
        fields: [...unitField(units), ...formFields(indicator, fields)],
        submit: editing
          ? {
              text: words.save,
              action: 'counts.item-save',
              value: { id: target.item.id, revision: target.item.revision },
              style: 'primary',
            }
          : {
              text: words.register,
              action: 'counts.item-register',
              value: { indicator, unit: units.length === 1 ? (units[0]?.code ?? '') : '' },
              style: 'primary',
            },
      },
      { kind: 'panel', title: words.purposeTitle, blocks: [{ kind: 'text', text: itemPurposes[indicator] }] },
    ],
  };
}

function unitField(units: readonly UnitChoice[]): Field[] {
  if (units.length < 2) return [];
  const options = units.map(({ code, name }) => ({ value: code, text: name }));
  return [{ kind: 'select', name: 'unit', label: fieldNames.unit, required: true, options }];
}

function formFields(indicator: Indicator, fields: ItemFields): Field[] {
  const labels = itemLabels[indicator];
  const text = (name: keyof typeof MAX, label: string, more: Partial<Field> = {}): Field =>
    ({ kind: 'input', name, label, value: fields[name], maxLength: MAX[name], ...more }) as Field;
  const parts: Field = {
    kind: 'input',
    name: 'parts',
    label: fieldNames.parts[indicator],
    value: String(fields.parts),
    maxLength: 3,
  };
  return [
    ...(indicator === 'meeting' ? [] : [text('number', labels.number)]),
    text('title', labels.title, { required: true, lines: 2 }),
    { kind: 'date', name: 'day', label: labels.day, value: fields.day, required: true },
    {
      kind: 'select',
      name: 'kind',
      label: fieldNames.kind,
      required: true,
      options: kindsOf(indicator).map((kind) => ({ value: kind, text: kindNames[kind] })),
      value: fields.kind,
    },
    text('issuer', fieldNames.issuer),
    ...(indicator === 'inspection' ? [] : [parts]),
    ...(indicator === 'meeting' ? [text('basis', fieldNames.basis)] : []),
    {
      kind: 'checklist',
      name: 'marks',
      label: fieldNames.marks,
      options: MARKS[indicator].map((mark) => ({ value: mark, text: markNames[mark] ?? mark })),
      values: marksOf(fields),
    },
  ];
}

export function marksOf(fields: ItemFields): string[] {
  return [
    ...(fields.unplanned ? ['unplanned'] : []),
    ...(fields.emergency ? ['emergency'] : []),
    ...(fields.reach === 'township' || fields.reach === 'village' ? [fields.reach] : []),
    ...(fields.heads ? ['heads'] : []),
  ];
}

/** An item as it stands, with what can be done about it. */
export function itemCard(
  item: Item,
  options: {
    title?: string;
    tone?: Card['tone'];
    sum?: Rich | undefined;
    hints?: readonly string[];
    buttons: Button[];
  },
): Card {
  const labels = itemLabels[item.indicator];
  const counted = isCounted(item.indicator, item.kind);
  const notes = [
    words.counts(item, counted),
    ...(item.parts > 1 ? [words.parts(item)] : []),
    ...marksOf(item).map((mark) => markNames[mark] ?? mark),
    ...(item.withdrawnDay === null ? [] : [words.withdrawnOn(item.withdrawnDay)]),
    ...(item.struck === null ? [] : [words.struck(item.struck)]),
  ];
  const facts = [
    ...(item.number ? [{ label: labels.number, value: item.number }] : []),
    { label: labels.title, value: item.title },
    { label: labels.day, value: item.day },
    { label: fieldNames.issuer, value: item.issuer },
  ];
  const hints = (options.hints ?? []).map((text): Block => ({ kind: 'note', text }));
  return {
    title: options.title ?? words.itemTitle(item.indicator),
    tone: options.tone ?? 'info',
    blocks: [
      { kind: 'facts', facts },
      {
        kind: 'text',
        text: joinRich(
          notes.map((note) => rich`- ${note}`),
          '\n',
        ),
      },
      ...(options.sum ? [{ kind: 'text' as const, text: options.sum }] : []),
      ...hints,
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
    text: words.back,
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

export function withdrawForm(item: Item, now: number): Card {
  return endForm(item, 'withdraw', words.withdrawTitle, words.withdrawHint(item), {
    kind: 'date',
    name: 'day',
    label: words.withdrawDay,
    value: dayOf(now),
    required: true,
  });
}

export function strikeForm(item: Item): Card {
  return endForm(item, 'strike', words.strikeTitle, words.strikeHint(item), {
    kind: 'select',
    name: 'reason',
    label: words.strikeReason,
    required: true,
    value: item.indicator === 'document' ? 'typo' : 'cancelled',
    options: Object.entries(strikeReasons)
      .filter(([value]) => value !== 'cancelled' || item.indicator !== 'document')
      .map(([value, text]) => ({ value, text })),
  });
}

function endForm(item: Item, how: string, title: string, hint: Rich, field: Field): Card {
  return {
    title,
    tone: 'notice',
    blocks: [
      { kind: 'text', text: hint },
      {
        kind: 'form',
        name: 'end',
        fields: [field],
        submit: {
          text: title,
          action: how === 'withdraw' ? 'counts.item-withdraw' : 'counts.item-strike',
          value: ids(item),
          style: 'primary',
        },
      },
      {
        kind: 'buttons',
        buttons: [{ text: words.back, action: 'counts.item-open', value: { id: item.id } }],
      },
    ],
  };
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
