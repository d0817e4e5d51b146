import type { Block, Card } from '../../chat/card.ts';
import { textCard } from '../../chat/cards.ts';
import { dayOf } from '../../kernel/day.ts';
import type { Entry } from '../repo.ts';
import { answeredBy } from './cards.ts';
import type { Handed } from './repo.ts';
import { answeredOn, editorWords as words } from './words.ts';

/** Longest answer and basis: a card's field takes 1,000 characters. */
export const ANSWER_LENGTH = 1_000;
export const BASIS_LENGTH = 200;

/** As many as a phone shows in a few screens. */
const LISTED = 10;

export interface Background {
  /** The entry that was near; absent when there was none or it is served no longer. */
  entry?: Pick<Entry, 'number' | 'question'> | undefined;
  /** The answered question that this one follows. */
  before?: Handed | undefined;
}

/** One question and the form to answer it. Whoever asked is not on it. */
export function questionCard(handed: Handed, { entry, before }: Background): Card {
  const near = entry && `${entry.question}（${entry.number}）`;
  return {
    title: before ? words.furtherTitle : words.title,
    tone: 'info',
    blocks: [
      ...(before ? [{ kind: 'text' as const, text: words.before(before.text, before.answer) }] : []),
      { kind: 'text', text: words.question(handed.text) },
      {
        kind: 'facts',
        facts: [
          { label: words.day, value: answeredOn(dayOf(handed.createdAt)) },
          ...(handed.office ? [{ label: words.office, value: handed.office }] : []),
          ...(near ? [{ label: words.near, value: near }] : []),
        ],
      },
      answerForm(handed.id),
      { kind: 'note', text: words.note },
    ],
  };
}

function answerForm(id: string): Block {
  return {
    kind: 'form',
    name: 'reply',
    fields: [
      {
        kind: 'input',
        name: 'answer',
        label: words.answer,
        hint: words.answerHint,
        lines: 4,
        maxLength: ANSWER_LENGTH,
        required: true,
      },
      { kind: 'input', name: 'basis', label: words.basis, hint: words.basisHint, maxLength: BASIS_LENGTH },
      {
        kind: 'select',
        name: 'keep',
        label: words.keep,
        options: [
          { text: words.keepOnly, value: 'only' },
          { text: words.keepDraft, value: 'draft' },
        ],
        value: 'only',
      },
    ],
    submit: { text: words.send, action: 'policy.answer', value: { id } },
  };
}

/** What a question's card becomes when it has been answered, by this editor or another. */
export function doneCard(handed: Handed, mine: boolean): Card {
  return {
    title: words.doneTitle,
    tone: 'neutral',
    blocks: [
      ...(mine ? [] : [{ kind: 'text' as const, text: words.doneBy(handed.editorUnit) }]),
      { kind: 'text', text: words.question(handed.text) },
      { kind: 'text', text: words.given(handed.answer) },
      answeredBy(handed),
      ...(handed.draft
        ? [{ kind: 'facts' as const, facts: [{ label: words.draft, value: handed.draft }] }]
        : []),
    ],
  };
}

export function openCard(open: readonly Handed[]): Card {
  if (open.length === 0) return textCard(words.listTitle, words.nothing);
  return {
    title: words.listTitle,
    tone: 'info',
    blocks: [
      ...open.slice(0, LISTED).flatMap((handed): Block[] => [
        { kind: 'text', text: words.line(dayOf(handed.createdAt), handed.text) },
        {
          kind: 'buttons',
          buttons: [{ text: words.open, action: 'policy.open', value: { id: handed.id } }],
        },
      ]),
      ...(open.length > LISTED ? [{ kind: 'note' as const, text: words.more(open.length - LISTED) }] : []),
    ],
  };
}
