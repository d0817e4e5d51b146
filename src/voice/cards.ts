import type { Block, Card, Field } from '../chat/card.ts';
import { textCard } from '../chat/cards.ts';
import { rich } from '../chat/rich.ts';
import { dayText } from '../chat/words.ts';
import { dayOf } from '../kernel/day.ts';
import type { Reply, Voice } from './repo.ts';
import type { VoiceKind } from './rules/kind.ts';
import { formWords, kindNames, replyWords, stateNames, statusWords, submitWords } from './words.ts';

export const TEXT_LENGTH = 1_000;
export const ABOUT_LENGTH = 60;

/** Nothing is kept before it is sent in. `text` is what was typed behind the command. */
export function formCard(kind: VoiceKind, number: string, text: string): Card {
  return {
    title: formWords.title(kind),
    tone: 'info',
    blocks: [
      { kind: 'text', text: formWords.intro[kind] },
      {
        kind: 'form',
        name: 'voice',
        fields: fieldsOf(kind, text),
        submit: { text: formWords.submit, action: 'voice.submit', value: { kind, number }, style: 'primary' },
      },
      { kind: 'note', text: formWords.note },
    ],
  };
}

function fieldsOf(kind: VoiceKind, text: string): Field[] {
  const about: Field = {
    kind: 'input',
    name: 'about',
    label: formWords.about,
    hint: formWords.aboutHint,
    maxLength: ABOUT_LENGTH,
  };
  return [
    {
      kind: 'input',
      name: 'text',
      label: formWords.text,
      hint: formWords.textHint,
      lines: 4,
      maxLength: TEXT_LENGTH,
      required: true,
      ...(text && { value: text }),
    },
    ...(kind === 'suggestion' ? [] : [about]),
    {
      kind: 'select',
      name: 'sign',
      label: formWords.sign,
      options: [
        { text: formWords.anonymous, value: 'anonymous' },
        { text: formWords.signed, value: 'signed' },
      ],
      value: 'anonymous',
    },
  ];
}

/** Takes the place of the form; it is the only paper that an anonymous teller has. */
export function receiptCard(parts: { number: string; kind: VoiceKind; signed: boolean; desk: string }): Card {
  const { number, kind, signed, desk } = parts;
  return {
    title: submitWords.title,
    tone: 'success',
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: submitWords.number, value: number },
          { label: submitWords.kind, value: kindNames[kind] },
          { label: submitWords.desk, value: desk },
        ],
      },
      { kind: 'text', text: signed ? submitWords.signed(number) : submitWords.anonymous(number) },
      {
        kind: 'buttons',
        buttons: [{ text: submitWords.look, action: 'voice.status', value: { number } }],
      },
    ],
  };
}

export function statusCard(voice: Voice, replies: readonly Reply[]): Card {
  return {
    title: statusWords.title,
    tone: voice.state === 'done' ? 'success' : 'neutral',
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: submitWords.number, value: voice.number },
          { label: submitWords.kind, value: kindNames[voice.kind] },
          { label: statusWords.day, value: dayText(voice.day) },
          { label: statusWords.state, value: stateNames[voice.state] },
        ],
      },
      ...(replies.length === 0 ? [{ kind: 'text' as const, text: statusWords.none }] : repliesOf(replies)),
    ],
  };
}

export function repliesOf(replies: readonly Reply[]): Block[] {
  return replies.map(({ at, office, text }) => ({
    kind: 'text',
    text: statusWords.reply(dayOf(at), office, text),
  }));
}

export function mineCard(mine: readonly Voice[]): Card {
  if (mine.length === 0) return textCard(statusWords.title, statusWords.ask);
  return {
    title: statusWords.mineTitle,
    tone: 'neutral',
    blocks: [
      { kind: 'text', text: statusWords.mine },
      ...mine.flatMap(({ kind, number, day, state }): Block[] => [
        { kind: 'text', text: rich`**${kindNames[kind]}**　${dayText(day)}　${stateNames[state]}` },
        {
          kind: 'buttons',
          buttons: [{ text: submitWords.look, action: 'voice.status', value: { number } }],
        },
      ]),
      { kind: 'note', text: statusWords.ask },
    ],
  };
}

/** To whoever signed. What people wrote stands on it as theirs. */
export function replyCard(voice: Voice, reply: Reply): Card {
  return {
    title: replyWords.title(voice.kind),
    tone: reply.done ? 'success' : 'info',
    blocks: [
      ...repliesOf([reply]),
      {
        kind: 'facts',
        facts: [
          { label: submitWords.number, value: voice.number },
          { label: statusWords.state, value: stateNames[voice.state] },
        ],
      },
    ],
  };
}
