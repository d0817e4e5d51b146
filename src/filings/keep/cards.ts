import type { ActionButton, Block, Card, Field } from '../../chat/card.ts';
import { joinRich, type Rich } from '../../chat/rich.ts';
import type { Filing, Places } from '../places.ts';
import { KINDS } from '../rules/filing.ts';
import { kindNames } from '../words.ts';
import { type FilingFields, LENGTHS, MARKS, targetsOffered } from './fields.ts';
import { EVERY, fieldNames, markNames, keepWords as words } from './words.ts';

/** Names that are still read on a phone. */
const NAMED = 6;

export interface ItemParts {
  title?: string;
  tone?: Card['tone'];
  lead?: Rich;
  hints?: readonly string[];
  buttons?: readonly ActionButton[];
  /** Days and places of what is unannounced, for the organiser alone. */
  open: boolean;
}

export function filingCard(places: Places, row: Filing, parts: ItemParts): Card {
  const { title = words.itemTitle, tone = 'info', lead, hints = [], buttons = [], open } = parts;
  return {
    title,
    tone,
    blocks: [
      ...(lead ? [{ kind: 'text' as const, text: lead }] : []),
      { kind: 'text', text: joinRich(linesOf(places, row, open), '\n') },
      ...hints.map((text): Block => ({ kind: 'note', text })),
      ...(buttons.length > 0 ? [{ kind: 'buttons' as const, buttons: [...buttons] }] : []),
    ],
  };
}

function linesOf(places: Places, row: Filing, open: boolean): Rich[] {
  const where = open
    ? [words.period(row.kind, row.startDay, row.endDay), words.targets(targetsText(places, row))]
    : [words.hidden];
  return [
    words.name(row.name, row.number),
    words.organiser(row.organiserName),
    ...where,
    ...(row.approval ? [words.approval(row.approval)] : []),
    ...(row.basis ? [words.basis(row.basis)] : []),
    ...(row.unplanned ? [words.unplanned] : []),
    words.state(row.state),
    ...(row.reason ? [words.reason(row.reason)] : []),
  ];
}

function targetsText(places: Places, row: Filing): string {
  const county = places.find(row.organisers[0] ?? '')?.county ?? '';
  const offered = targetsOffered(places, row.organisers[0] ?? '');
  if (row.places.length > NAMED && offered.every((code) => row.places.includes(code)))
    return words.allOf(county, offered.length);
  const names = row.places.map(places.name);
  return names.length > NAMED ? words.andMore(names.slice(0, NAMED), names.length) : names.join('、');
}

/** The form for a new filing, or for one that is changed. */
export function filingForm(
  places: Places,
  units: readonly string[],
  fields: Partial<FilingFields>,
  editing?: Filing,
): Card {
  const [only] = units.length === 1 ? units : [];
  return {
    title: editing ? words.editTitle : words.formTitle,
    ...(only ? { subtitle: places.name(only) } : {}),
    tone: 'info',
    blocks: [
      { kind: 'text', text: editing ? words.editHint : words.formHint },
      {
        kind: 'form',
        name: 'filing',
        fields: [
          ...unitField(places, units),
          ...formFields(places, units, fields, editing),
          ...(editing ? [reasonField] : []),
        ],
        submit: editing
          ? {
              text: words.save,
              action: 'filings.save',
              value: { number: editing.number, revision: editing.revision },
              style: 'primary',
            }
          : {
              text: words.register,
              action: 'filings.register',
              value: { unit: only ?? '' },
              style: 'primary',
            },
      },
      ...(editing
        ? [{ kind: 'buttons' as const, buttons: [openButton(editing, words.back)] }]
        : [
            {
              kind: 'panel' as const,
              title: words.purposeTitle,
              blocks: [{ kind: 'text' as const, text: words.purpose }],
            },
          ]),
    ],
  };
}

const reasonField: Field = {
  kind: 'input',
  name: 'reason',
  label: fieldNames.reason,
  maxLength: LENGTHS.reason,
  required: true,
};

function unitField(places: Places, units: readonly string[]): Field[] {
  if (units.length < 2) return [];
  const options = units.map((code) => ({ value: code, text: places.name(code) }));
  return [{ kind: 'select', name: 'unit', label: fieldNames.organiser, required: true, options }];
}

function formFields(
  places: Places,
  units: readonly string[],
  fields: Partial<FilingFields>,
  editing?: Filing,
): Field[] {
  const text = (name: 'number' | 'name' | 'approval' | 'basis', more: Partial<Field> = {}): Field =>
    ({
      kind: 'input',
      name,
      label: fieldNames[name],
      maxLength: LENGTHS[name],
      value: fields[name] ?? '',
      ...more,
    }) as Field;
  const day = (name: 'startDay' | 'endDay'): Field => ({
    kind: 'date',
    name,
    label: fieldNames[name],
    required: true,
    ...(fields[name] ? { value: fields[name] } : {}),
  });
  const offered = [...new Set(units.flatMap((unit) => targetsOffered(places, unit)))];
  return [
    ...(editing ? [] : [text('number', { required: true })]),
    text('name', { required: true, lines: 2 }),
    {
      kind: 'select',
      name: 'kind',
      label: fieldNames.kind,
      required: true,
      options: KINDS.map((kind) => ({ value: kind, text: kindNames[kind] })),
      ...(fields.kind ? { value: fields.kind } : {}),
    },
    {
      kind: 'multi-select',
      name: 'targets',
      label: fieldNames.targets,
      required: true,
      options: [
        { value: EVERY, text: words.every },
        ...offered.map((code) => ({ value: code, text: places.name(code) })),
      ],
      ...(fields.targets ? { values: places.successions.all(fields.targets) } : {}),
    },
    day('startDay'),
    day('endDay'),
    text('approval'),
    text('basis'),
    {
      kind: 'checklist',
      name: 'marks',
      label: fieldNames.marks,
      options: MARKS.map((mark) => ({ value: mark, text: markNames[mark] })),
      values: MARKS.filter((mark) => fields[mark]),
    },
  ];
}

/** One reason, and the way back. */
export function reasonCard(row: Filing, how: 'withdraw' | 'refuse'): Card {
  const [title, hint] =
    how === 'withdraw' ? [words.withdrawTitle, words.withdrawHint] : [words.refuseTitle, words.refuseHint];
  return {
    title,
    tone: 'notice',
    blocks: [
      {
        kind: 'text',
        text: joinRich([words.name(row.name, row.number), words.organiser(row.organiserName)], '\n'),
      },
      { kind: 'note', text: hint },
      {
        kind: 'form',
        name: 'why',
        fields: [reasonField],
        submit: { text: title, action: `filings.${how}`, value: idOf(row), style: 'primary' },
      },
      { kind: 'buttons', buttons: [openButton(row, words.back)] },
    ],
  };
}

const idOf = ({ number, revision }: Filing) => ({ number, revision });

export function openButton(row: Filing, text: string = words.open): ActionButton {
  return { text, action: 'filings.open', value: { number: row.number } };
}

export function keepButtons(row: Filing): ActionButton[] {
  if (row.state !== 'filed' && row.state !== 'pending') return [];
  return [
    { text: words.edit, action: 'filings.edit', value: idOf(row) },
    { text: words.withdraw, action: 'filings.ask', value: { ...idOf(row), how: 'withdraw' } },
  ];
}

export function decideButtons(row: Filing): ActionButton[] {
  if (row.state !== 'pending') return [];
  return [
    { text: words.approve, action: 'filings.approve', value: idOf(row), style: 'primary' },
    { text: words.refuse, action: 'filings.ask', value: { ...idOf(row), how: 'refuse' } },
  ];
}

export const newButton: ActionButton = { text: words.again, action: 'filings.new' };
export const listButton: ActionButton = { text: words.toList, action: 'filings.list' };
