import type { Block, Button, Card } from '../../chat/card.ts';
import { dayOf } from '../../kernel/day.ts';
import { type Month, monthsOf } from '../../kernel/period.ts';
import { noticeBlocks } from '../cards.ts';
import type { Evidence } from '../evidence.ts';
import { cardWords } from '../words.ts';
import type { Task } from './read-task.ts';
import type { TaskRow } from './repo.ts';
import { draftWords, NEEDS_STATEMENT, todoWords } from './words.ts';

/** Characters that the platform's input takes (cards.md section 5). */
export const TEXT_LENGTH = 1000;

const valueOf = ({ scope, indicator, month, revision }: TaskRow) => ({ scope, indicator, month, revision });

const backTo = ({ month }: TaskRow): Button => ({
  text: draftWords.back,
  action: 'warnings.month',
  value: { month },
});

/** The draft as it stands; while it is open it can be signed, changed or left unsent. */
export function draftCard({ task, name, evidence }: Task, changed: boolean): Card {
  const open = task.state === 'open';
  return {
    title: draftWords.title,
    subtitle: draftWords.subtitle(name, task.indicator, task.month),
    tone: open ? 'warning' : task.state === 'signed' ? 'success' : 'neutral',
    blocks: [
      { kind: 'text', text: draftWords.state(task.state) },
      ...(changed && open ? [{ kind: 'text' as const, text: draftWords.changed }] : []),
      { kind: 'text', text: draftWords.text(task.text) },
      { kind: 'divider' },
      ...(open ? openBlocks(task, name) : decidedBlocks(task)),
      sumsOf(evidence),
    ],
  };
}

function openBlocks(task: TaskRow, name: string): Block[] {
  const value = valueOf(task);
  return [
    { kind: 'note', text: draftWords.hint },
    {
      kind: 'buttons',
      buttons: [
        {
          text: draftWords.sign,
          action: 'warnings.sign',
          value,
          style: 'primary',
          confirm: { title: draftWords.signTitle, text: draftWords.signText(name) },
        },
        { text: draftWords.edit, action: 'warnings.edit', value },
        {
          text: draftWords.discard,
          action: 'warnings.discard',
          value,
          confirm: { title: draftWords.discardTitle, text: draftWords.discardText },
        },
        backTo(task),
      ],
    },
  ];
}

function decidedBlocks(task: TaskRow & { byName?: string }): Block[] {
  return [
    ...(task.byName
      ? [{ kind: 'note' as const, text: draftWords.by(task.byName, dayOf(task.at), task.state) }]
      : []),
    { kind: 'buttons', buttons: [backTo(task)] },
  ];
}

function sumsOf(evidence: Evidence): Block {
  return {
    kind: 'panel',
    title: cardWords.sumsTitle,
    blocks: evidence.triggers.map((trigger) => ({ kind: 'text', text: cardWords.sum(trigger) })),
  };
}

export function editCard({ task, name }: Task): Card {
  return {
    title: draftWords.editTitle,
    subtitle: draftWords.subtitle(name, task.indicator, task.month),
    tone: 'warning',
    blocks: [
      {
        kind: 'form',
        name: 'draft',
        fields: [
          {
            kind: 'input',
            name: 'text',
            label: draftWords.textLabel,
            value: task.text,
            lines: 12,
            maxLength: TEXT_LENGTH,
          },
        ],
        submit: { text: draftWords.save, action: 'warnings.save', value: valueOf(task), style: 'primary' },
      },
      {
        kind: 'buttons',
        buttons: [{ text: draftWords.back, action: 'warnings.draft', value: valueOf(task) }],
      },
    ],
  };
}

/** What the unit gets once a person has signed. */
export function signedCard({ task, name, evidence }: Task, office: string, now: number): Card {
  return {
    title: draftWords.notice.title,
    subtitle: draftWords.subtitle(name, task.indicator, task.month),
    tone: 'warning',
    blocks: [
      { kind: 'text', text: draftWords.text(task.text) },
      { kind: 'text', text: draftWords.notice.signature(office, dayOf(now)) },
      sumsOf(evidence),
      { kind: 'note', text: draftWords.notice.hint },
      { kind: 'note', text: cardWords.footer },
    ],
  };
}

interface MonthRow {
  month: Month;
  /** Null where nothing was counted. */
  amount: number | null;
  before: number | null;
  emergency: number;
}

export function todoCard({ task, name, evidence }: Task, rows: readonly MonthRow[]): Card {
  const open = task.state === 'open';
  const told = { scope: task.scope, name, indicator: task.indicator, level: 3, evidence };
  const emergency = rows.reduce((sum, row) => sum + row.emergency, 0);
  return {
    title: todoWords.title,
    subtitle: draftWords.subtitle(name, task.indicator, task.month),
    tone: open ? 'danger' : 'success',
    blocks: [
      ...noticeBlocks(task.month, told),
      { kind: 'divider' },
      { kind: 'text', text: todoWords.tableTitle },
      tableOf(rows),
      ...(emergency > 0
        ? [{ kind: 'note' as const, text: todoWords.emergency(emergency, task.indicator) }]
        : []),
      ...statementBlocks(task, name, evidence),
      { kind: 'divider' },
      ...(open
        ? settleBlocks(task)
        : [
            { kind: 'text' as const, text: draftWords.state(task.state) },
            { kind: 'note' as const, text: todoWords.done(task.note, task.byName, dayOf(task.at)) },
          ]),
      { kind: 'buttons', buttons: [backTo(task)] },
    ],
  };
}

/** The newest first: it is what the matter is about. */
function tableOf(rows: readonly MonthRow[]): Block {
  const { columns } = todoWords;
  return {
    kind: 'table',
    pageSize: 6,
    columns: [
      { name: 'month', title: columns.month, type: 'text' },
      { name: 'amount', title: columns.amount, type: 'number' },
      { name: 'before', title: columns.before, type: 'number' },
    ],
    rows: rows
      .toReversed()
      .map(({ month, amount, before }) => ({ month, amount: amount ?? '—', before: before ?? '—' })),
  };
}

function statementBlocks(task: TaskRow, name: string, evidence: Evidence): Block[] {
  const trigger = evidence.triggers.find(({ rule }) => rule === NEEDS_STATEMENT);
  if (!trigger) return [];
  const text = todoWords.statement(name, task.indicator, task.month, evidence, trigger.threshold);
  return [
    {
      kind: 'panel',
      title: todoWords.statementTitle,
      blocks: [
        { kind: 'text', text },
        { kind: 'note', text: todoWords.statementHint },
      ],
    },
  ];
}

function settleBlocks(task: TaskRow): Block[] {
  return [
    { kind: 'note', text: todoWords.hint },
    {
      kind: 'form',
      name: 'settle',
      fields: [
        {
          kind: 'select',
          name: 'how',
          label: todoWords.howLabel,
          options: todoWords.ways.map((way) => ({ text: way, value: way })),
        },
        { kind: 'input', name: 'note', label: todoWords.noteLabel, maxLength: todoWords.noteMax },
      ],
      submit: { text: todoWords.settle, action: 'warnings.settle', value: valueOf(task), style: 'primary' },
    },
  ];
}

/** Months that a list of the last twelve shows, oldest first. */
export function lastTwelve(month: Month): Month[] {
  const year = Number(month.slice(0, 4));
  const all = [...monthsOf(String(year - 1)), ...monthsOf(String(year))];
  return all.slice(all.indexOf(month) - 11, all.indexOf(month) + 1);
}
