import type { Card, Field } from '../../chat/card.ts';
import type { Rich } from '../../chat/rich.ts';
import { dayOf } from '../../kernel/day.ts';
import type { Indicator } from '../rules/indicator.ts';
import type { UnitChoice } from './cards.ts';
import { type ItemFields, marksOf } from './fields.ts';
import type { Item } from './repo.ts';
import { kindsOf } from './rules/kinds.ts';
import {
  fieldNames,
  itemLabels,
  itemPurposes,
  kindNames,
  markNames,
  strikeReasons,
  itemWords as words,
} from './words.ts';

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
          value: { id: item.id, revision: item.revision },
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
