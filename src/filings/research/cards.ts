import type { ActionButton, Card, Field } from '../../chat/card.ts';
import { joinRich } from '../../chat/rich.ts';
import { LENGTHS, targetsOffered } from '../keep/fields.ts';
import { EVERY, fieldNames, keepWords } from '../keep/words.ts';
import type { Places, Research } from '../places.ts';
import { researchWords as words } from './words.ts';

const SHOWN = 8;
const PICKABLE = 60;

const listButton: ActionButton = { text: words.back, action: 'filings.research-list' };

export function researchForm(places: Places, units: readonly string[]): Card {
  const [only] = units.length === 1 ? units : [];
  const unit: Field[] = only
    ? []
    : [
        {
          kind: 'select',
          name: 'unit',
          label: words.organiser,
          required: true,
          options: units.map((code) => ({ value: code, text: places.name(code) })),
        },
      ];
  const number: Field = {
    kind: 'input',
    name: 'number',
    label: words.number,
    maxLength: LENGTHS.number,
    required: true,
  };
  return {
    title: words.formTitle,
    ...(only ? { subtitle: places.name(only) } : {}),
    tone: 'info',
    blocks: [
      { kind: 'text', text: words.formHint },
      {
        kind: 'form',
        name: 'research',
        fields: [...unit, number, ...visitFields(places, units)],
        submit: {
          text: words.register,
          action: 'filings.research-register',
          value: { unit: only ?? '' },
          style: 'primary',
        },
      },
    ],
  };
}

/** Filled in with what stands: only what has changed is touched. */
export function researchEdit(places: Places, row: Research): Card {
  return {
    title: words.editTitle,
    subtitle: row.organiserName,
    tone: 'info',
    blocks: [
      { kind: 'text', text: words.name(row.topic, row.number) },
      { kind: 'note', text: words.editHint },
      {
        kind: 'form',
        name: 'research',
        fields: [...visitFields(places, row.organisers, row), reasonField],
        submit: {
          text: words.save,
          action: 'filings.research-save',
          value: { number: row.number, revision: row.revision },
          style: 'primary',
        },
      },
      { kind: 'buttons', buttons: [listButton] },
    ],
  };
}

function visitFields(places: Places, units: readonly string[], row?: Research): Field[] {
  const offered = [...new Set(units.flatMap((unit) => targetsOffered(places, unit)))];
  const day = (name: 'startDay' | 'endDay'): Field => ({
    kind: 'date',
    name,
    label: words[name],
    required: true,
    ...(row ? { value: row[name] } : {}),
  });
  return [
    {
      kind: 'input',
      name: 'topic',
      label: words.topic,
      maxLength: LENGTHS.name,
      required: true,
      ...(row ? { value: row.topic } : {}),
    },
    {
      kind: 'multi-select',
      name: 'targets',
      label: words.targets,
      required: true,
      options: [
        { value: EVERY, text: keepWords.every },
        ...offered.map((code) => ({ value: code, text: places.name(code) })),
      ],
      ...(row ? { values: row.places } : {}),
    },
    day('startDay'),
    day('endDay'),
    {
      kind: 'checklist',
      name: 'marks',
      label: words.marks,
      options: [{ value: 'unannounced', text: words.unannounced }],
      values: row?.unannounced ? ['unannounced'] : [],
    },
  ];
}

const reasonField: Field = {
  kind: 'input',
  name: 'reason',
  label: fieldNames.reason,
  maxLength: LENGTHS.reason,
  required: true,
};

export function researchCard(places: Places, row: Research, hints: readonly string[] = []): Card {
  const value = { number: row.number, revision: row.revision };
  const change: ActionButton[] =
    row.state === 'planned'
      ? [
          { text: words.edit, action: 'filings.research-edit', value },
          { text: words.withdraw, action: 'filings.research-ask', value },
        ]
      : [];
  return {
    title: words.itemTitle,
    tone: row.state === 'planned' ? 'success' : 'neutral',
    blocks: [
      {
        kind: 'text',
        text: joinRich(
          [
            words.name(row.topic, row.number),
            words.by(row.organiserName),
            words.when(row.startDay, row.endDay),
            words.where(row.places.map(places.name)),
            ...(row.unannounced ? [words.hidden] : []),
            ...(row.state === 'withdrawn' ? [words.withdrawn(row.reason)] : []),
          ],
          '\n',
        ),
      },
      ...hints.map((text) => ({ kind: 'note' as const, text })),
      { kind: 'buttons', buttons: [...change, listButton] },
    ],
  };
}

export function researchList(rows: readonly Research[]): Card {
  const options = rows
    .slice(0, PICKABLE)
    .map(({ number, topic }) => ({ value: number, text: `${topic} ${number}` }));
  const lines = rows
    .slice(0, SHOWN)
    .map((row) =>
      words.line(
        row.startDay,
        row.endDay,
        row.topic,
        words.marksOf(row.unannounced, row.state === 'withdrawn'),
      ),
    );
  return {
    title: words.listTitle,
    tone: 'info',
    blocks: [
      { kind: 'text', text: rows.length === 0 ? words.empty : joinRich(lines, '\n') },
      ...(rows.length > SHOWN ? [{ kind: 'text' as const, text: keepWords.more(rows.length - SHOWN) }] : []),
      ...(options.length > 0
        ? [
            {
              kind: 'form' as const,
              name: 'pick',
              fields: [
                { kind: 'select' as const, name: 'number', label: words.pick, required: true, options },
              ],
              submit: { text: words.open, action: 'filings.research-pick' },
            },
          ]
        : []),
      { kind: 'buttons', buttons: [{ text: words.formTitle, action: 'filings.research-new' }] },
    ],
  };
}

export function withdrawCard(row: Research): Card {
  return {
    title: words.withdrawTitle,
    tone: 'notice',
    blocks: [
      { kind: 'text', text: words.name(row.topic, row.number) },
      { kind: 'note', text: words.withdrawHint },
      {
        kind: 'form',
        name: 'why',
        fields: [reasonField],
        submit: {
          text: words.withdrawTitle,
          action: 'filings.research-withdraw',
          value: { number: row.number, revision: row.revision },
          style: 'primary',
        },
      },
      { kind: 'buttons', buttons: [listButton] },
    ],
  };
}
