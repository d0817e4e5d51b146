import type { Block, Card } from '../chat/card.ts';
import { textCard } from '../chat/cards.ts';
import { rich } from '../chat/rich.ts';
import { dateText } from '../chat/words.ts';
import { repliesOf } from './cards.ts';
import type { Reply, Voice } from './repo.ts';
import { kindNames, stateNames, statusWords, submitWords, deskWords as words } from './words.ts';

export const REPLY_LENGTH = 1_000;

/** As many as a phone shows in a few screens. */
const LISTED = 8;
const EXCERPT = 40;

export function newCard(): Card {
  return {
    title: words.newTitle,
    tone: 'info',
    blocks: [
      { kind: 'text', text: words.new },
      { kind: 'buttons', buttons: [{ text: words.openList, action: 'voice.list', style: 'primary' }] },
    ],
  };
}

/** Never with a name: the list may be looked at over a shoulder. */
export function listCard(open: readonly Voice[]): Card {
  if (open.length === 0) return textCard(words.listTitle, words.nothing);
  return {
    title: words.listTitle,
    tone: 'info',
    blocks: [
      ...open.slice(0, LISTED).flatMap(({ number, kind, day, state, text }): Block[] => [
        { kind: 'text', text: words.line(kind, day, state, excerpt(text)) },
        { kind: 'buttons', buttons: [{ text: words.open, action: 'voice.open', value: { number } }] },
      ]),
      ...(open.length > LISTED ? [{ kind: 'note' as const, text: words.more(open.length - LISTED) }] : []),
    ],
  };
}

function excerpt(text: string): string {
  const letters = Array.from(text.replaceAll('\n', ' '));
  return letters.length > EXCERPT ? `${letters.slice(0, EXCERPT).join('')}…` : letters.join('');
}

export interface Shown {
  voice: Voice;
  replies: readonly Reply[];
  /** Name and unit of whoever signed; empty when nobody did. */
  from: string;
  about: readonly string[];
}

export function voiceCard({ voice, replies, from, about }: Shown): Card {
  const done = voice.state === 'done';
  return {
    title: kindNames[voice.kind],
    tone: done ? 'neutral' : 'info',
    blocks: [
      { kind: 'text', text: rich`${voice.text}` },
      {
        kind: 'facts',
        facts: [
          { label: submitWords.number, value: voice.number },
          { label: statusWords.day, value: dateText(voice.day) },
          { label: words.from, value: from || words.anonymous },
          ...(about.length > 0 ? [{ label: words.about, value: about.join('、') }] : []),
          { label: statusWords.state, value: stateNames[voice.state] },
        ],
      },
      ...repliesOf(replies),
      ...(done ? [] : [replyForm(voice), { kind: 'note' as const, text: words.note }]),
      { kind: 'buttons', buttons: [{ text: words.back, action: 'voice.list' }] },
    ],
  };
}

/** The revision tells which replies this officer has seen. */
function replyForm({ number, revision }: Voice): Block {
  return {
    kind: 'form',
    name: 'answer',
    fields: [
      {
        kind: 'input',
        name: 'reply',
        label: words.reply,
        hint: words.replyHint,
        lines: 4,
        maxLength: REPLY_LENGTH,
        required: true,
      },
      {
        kind: 'select',
        name: 'next',
        label: words.next,
        options: [
          { text: words.done, value: 'done' },
          { text: words.working, value: 'working' },
        ],
        value: 'done',
      },
    ],
    submit: { text: words.send, action: 'voice.reply', value: { number, revision }, style: 'primary' },
  };
}
