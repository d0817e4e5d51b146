import type { ActionButton, Block, Card, Field } from '../../chat/card.ts';
import { joinRich, type Rich } from '../../chat/rich.ts';
import type { Day } from '../../kernel/day.ts';
import type { Places } from '../places.ts';
import type { CourseRow } from './repo.ts';
import { courseWords as words } from './words.ts';

const SHOWN = 6;

export const LENGTHS = { number: 40, name: 60, audience: 60, reason: 60 } as const;

const backButton: ActionButton = { text: words.back, action: 'filings.course-list' };

const nameOf = (places: Places, row: CourseRow) =>
  places.successions.now(row.organiser).map(places.name).join('、');

/** What is open, to read; below it the way to what the reader's own unit organises. */
export function coursesCard(
  places: Places,
  rows: readonly CourseRow[],
  own: readonly CourseRow[],
  mayRegister: boolean,
  today: Day,
): Card {
  const options = own.map(({ number, name }) => ({ value: number, text: name }));
  return {
    title: words.title,
    tone: 'info',
    blocks: [
      ...(rows.length === 0 ? [{ kind: 'text' as const, text: words.none }] : []),
      ...rows.slice(0, SHOWN).map((row): Block => ({ kind: 'text', text: linesOf(places, row, today) })),
      ...(rows.length > SHOWN ? [{ kind: 'note' as const, text: words.more(rows.length - SHOWN) }] : []),
      { kind: 'note', text: words.note },
      ...(options.length > 0
        ? [
            {
              kind: 'form' as const,
              name: 'pick',
              fields: [
                { kind: 'select' as const, name: 'number', label: words.pick, required: true, options },
              ],
              submit: { text: words.open, action: 'filings.course-pick' },
            },
          ]
        : []),
      ...(mayRegister
        ? [{ kind: 'buttons' as const, buttons: [{ text: words.add, action: 'filings.course-new' }] }]
        : []),
    ],
  };
}

export function courseCard(places: Places, row: CourseRow, today: Day, title: string = words.title): Card {
  const value = { number: row.number, revision: row.revision };
  const change: ActionButton[] =
    row.state === 'planned'
      ? [
          { text: words.edit, action: 'filings.course-edit', value },
          { text: words.withdraw, action: 'filings.course-ask', value },
        ]
      : [];
  return {
    title,
    tone: row.state === 'planned' ? 'success' : 'neutral',
    blocks: [
      { kind: 'text', text: linesOf(places, row, today) },
      { kind: 'buttons', buttons: [...change, backButton] },
    ],
  };
}

export function remindCard(places: Places, rows: readonly CourseRow[], today: Day): Card {
  return {
    title: words.remindTitle,
    tone: 'notice',
    blocks: [
      { kind: 'text', text: words.remind(rows[0]?.closingDay ?? today) },
      ...rows.map((row): Block => ({ kind: 'text', text: linesOf(places, row, today) })),
    ],
  };
}

function linesOf(places: Places, row: CourseRow, today: Day): Rich {
  return joinRich(
    [
      words.item(row.name, row.audience),
      words.by(nameOf(places, row), row.number),
      words.when(row.startDay, row.endDay),
      row.state === 'planned'
        ? words.closing(row.closingDay, row.closingDay < today)
        : words.cancelled(row.reason),
    ],
    '\n',
  );
}

export function courseForm(places: Places, units: readonly string[], row?: CourseRow): Card {
  const [only] = units.length === 1 ? units : [];
  const text = (name: 'number' | 'name' | 'audience' | 'reason', value = ''): Field => ({
    kind: 'input',
    name,
    label: words[name],
    maxLength: LENGTHS[name],
    required: true,
    value,
  });
  const day = (name: 'closingDay' | 'startDay' | 'endDay', value?: Day): Field => ({
    kind: 'date',
    name,
    label: words[name],
    required: true,
    ...(value ? { value } : {}),
  });
  const unit: Field[] =
    only || row
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
  return {
    title: row ? words.editTitle : words.formTitle,
    ...(only ? { subtitle: places.name(only) } : {}),
    tone: 'info',
    blocks: [
      { kind: 'text', text: row ? words.editHint : words.formHint },
      {
        kind: 'form',
        name: 'course',
        fields: [
          ...unit,
          ...(row ? [] : [text('number')]),
          text('name', row?.name),
          text('audience', row?.audience),
          day('closingDay', row?.closingDay),
          day('startDay', row?.startDay),
          day('endDay', row?.endDay),
          ...(row ? [text('reason')] : []),
        ],
        submit: {
          text: row ? words.save : words.register,
          action: 'filings.course-save',
          value: { unit: only ?? '', number: row?.number ?? '', revision: row?.revision ?? 0 },
          style: 'primary',
        },
      },
      { kind: 'buttons', buttons: [backButton] },
    ],
  };
}

export function cancelCard(row: CourseRow): Card {
  return {
    title: words.withdrawTitle,
    tone: 'notice',
    blocks: [
      { kind: 'text', text: words.item(row.name, row.audience) },
      { kind: 'note', text: words.withdrawHint },
      {
        kind: 'form',
        name: 'why',
        fields: [
          { kind: 'input', name: 'reason', label: words.reason, maxLength: LENGTHS.reason, required: true },
        ],
        submit: {
          text: words.withdrawTitle,
          action: 'filings.course-withdraw',
          value: { number: row.number, revision: row.revision },
          style: 'primary',
        },
      },
      { kind: 'buttons', buttons: [backButton] },
    ],
  };
}
