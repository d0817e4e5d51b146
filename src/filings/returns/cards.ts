import type { ActionButton, Block, Card } from '../../chat/card.ts';
import { joinRich } from '../../chat/rich.ts';
import type { Day } from '../../kernel/day.ts';
import type { UnitRow } from '../../people/repo.ts';
import type { ReturnRow } from './repo.ts';
import { type ReturnReason, returnReasons, returnWords as words } from './words.ts';

const SHOWN = 6;
const PICKABLE = 60;

export const TITLE_LENGTH = 100;

const addButton: ActionButton = { text: words.add, action: 'filings.return-new' };
const backButton: ActionButton = { text: words.back, action: 'filings.return-list' };

export interface ReturnView {
  rows: readonly ReturnRow[];
  /** Names of the drafting units; empty where all are the reader's own. */
  nameOf(unit: string): string;
  reviewer: boolean;
}

/** In the order of the days, never by unit and figure (BR-04): for the offices with the sums by reason. */
export function returnsCard({ rows, nameOf, reviewer }: ReturnView, title: string): Card {
  const reasons = (Object.keys(returnReasons) as ReturnReason[])
    .map((reason) => ({ reason, count: rows.filter((row) => row.reason === reason).length }))
    .filter(({ count }) => count > 0);
  const open = rows.filter(({ againDay }) => againDay === '').length;
  const shown = rows.slice(0, SHOWN).map((row) => lineOf(row, nameOf(row.unit)));
  return {
    title,
    tone: 'info',
    blocks: [
      ...(rows.length === 0
        ? [{ kind: 'text' as const, text: words.none }]
        : [
            {
              kind: 'text' as const,
              text: joinRich(
                [
                  words.sums(rows.length, open),
                  ...reasons.map(({ reason, count }) => words.sum(reason, count)),
                ],
                '\n',
              ),
            },
            ...shown.map((text): Block => ({ kind: 'text', text })),
            ...(rows.length > SHOWN
              ? [{ kind: 'text' as const, text: words.more(rows.length - SHOWN) }]
              : []),
          ]),
      ...(reviewer ? reviewerBlocks(rows) : [{ kind: 'note' as const, text: words.ask }]),
    ],
  };
}

function reviewerBlocks(rows: readonly ReturnRow[]): Block[] {
  const options = rows.slice(0, PICKABLE).map(({ id, title }) => ({ value: id, text: title }));
  return [
    ...(options.length > 0
      ? [
          {
            kind: 'form' as const,
            name: 'pick',
            fields: [{ kind: 'select' as const, name: 'id', label: words.pick, required: true, options }],
            submit: { text: words.open, action: 'filings.return-pick' },
          },
        ]
      : []),
    { kind: 'buttons', buttons: [addButton] },
  ];
}

export function returnForm(units: readonly UnitRow[], today: Day): Card {
  return {
    title: words.formTitle,
    tone: 'info',
    blocks: [
      { kind: 'text', text: words.formHint },
      {
        kind: 'form',
        name: 'return',
        fields: [
          {
            kind: 'select',
            name: 'unit',
            label: words.unit,
            required: true,
            options: units.map(({ code, name }) => ({ value: code, text: name })),
          },
          {
            kind: 'input',
            name: 'title',
            label: words.docTitle,
            required: true,
            lines: 2,
            maxLength: TITLE_LENGTH,
          },
          {
            kind: 'select',
            name: 'reason',
            label: words.reason,
            required: true,
            options: Object.entries(returnReasons).map(([value, text]) => ({ value, text })),
          },
          { kind: 'date', name: 'day', label: words.day, required: true, value: today },
        ],
        submit: { text: words.register, action: 'filings.return-register', style: 'primary' },
      },
      { kind: 'buttons', buttons: [backButton] },
    ],
  };
}

export function returnCard(row: ReturnRow, unitName: string): Card {
  const value = { id: row.id, revision: row.revision };
  const open: ActionButton[] =
    row.againDay === '' && !row.struck
      ? [{ text: words.again, action: 'filings.return-again', value, style: 'primary' }]
      : [];
  const strike: ActionButton[] = row.struck
    ? []
    : [
        {
          text: words.strike,
          action: 'filings.return-strike',
          value,
          confirm: { title: words.strike, text: words.strikeSure },
        },
      ];
  return {
    title: words.itemTitle,
    tone: row.struck ? 'neutral' : 'info',
    blocks: [
      { kind: 'text', text: lineOf(row, unitName) },
      ...(row.struck ? [{ kind: 'note' as const, text: words.struck }] : []),
      { kind: 'buttons', buttons: [...open, ...strike, backButton] },
    ],
  };
}

function lineOf(row: ReturnRow, unitName: string) {
  return words.line(row.title, unitName, row.returnedDay, row.reason as ReturnReason, row.againDay);
}
