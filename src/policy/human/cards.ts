import type { ActionButton, Block, Card } from '../../chat/card.ts';
import { textCard } from '../../chat/cards.ts';
import { type Day, dayOf } from '../../kernel/day.ts';
import type { Contact } from '../contact.ts';
import { QUESTION_LENGTH } from '../guard/rules/mask.ts';
import type { Entry } from '../repo.ts';
import { humanWords } from '../words.ts';
import type { Handed } from './repo.ts';
import type { Editor } from './rules/editors.ts';
import { answeredOn, askerWords, ratedWords, replyWords } from './words.ts';

/** What is sent and to whom, before anything is. */
export function previewCard(parts: {
  asked: string;
  text: string;
  number: string;
  editors: readonly Editor[];
  contact: Contact;
}): Card {
  const { asked, number, text, editors, contact } = parts;
  const value = { asked, number };
  return {
    title: askerWords.previewTitle,
    tone: 'info',
    blocks: [
      { kind: 'text', text: askerWords.question(text) },
      {
        kind: 'facts',
        facts: [
          { label: askerWords.to, value: editorsText(editors) },
          ...(contact.phone ? [{ label: askerWords.urgent, value: contactText(contact) }] : []),
        ],
      },
      { kind: 'note', text: askerWords.kept },
      {
        kind: 'buttons',
        buttons: [
          { text: askerWords.send, action: 'policy.send', value, style: 'primary' },
          { text: askerWords.keep, action: 'policy.keep', value },
        ],
      },
    ],
  };
}

export function editorsText(editors: readonly Editor[]): string {
  return askerWords.editors([...new Set(editors.map(({ unit }) => unit))]);
}

/** Office and phone, and a line to write in when somebody is there to read it. */
export function writeCard(parts: {
  entry: Entry | undefined;
  contact: Contact;
  hasEditors: boolean;
  /** The question was known and is no longer. */
  forgotten: boolean;
}): Card {
  const { entry, contact, hasEditors, forgotten } = parts;
  const form: Block[] = [
    { kind: 'text', text: forgotten ? askerWords.forgotten : askerWords.writeIntro },
    {
      kind: 'form',
      name: 'write',
      fields: [
        {
          kind: 'input',
          name: 'question',
          label: askerWords.write,
          hint: askerWords.writeHint,
          lines: 3,
          maxLength: QUESTION_LENGTH,
          required: true,
        },
      ],
      submit: { text: askerWords.next, action: 'policy.write' },
    },
  ];
  return {
    title: askerWords.title,
    tone: 'neutral',
    blocks: [
      { kind: 'text', text: whomToCall(entry, contact) },
      ...(hasEditors ? form : [{ kind: 'note' as const, text: askerWords.noEditor }]),
    ],
  };
}

function whomToCall(entry: Entry | undefined, contact: Contact): string {
  const { office = '', phone = '' } = entry ?? {};
  const general = contactText(contact);
  return [
    office && humanWords.office(office),
    office && phone && humanWords.phone(phone),
    general ? `${humanWords.contact}：${general}` : office && phone ? '' : humanWords.noContact,
  ]
    .filter(Boolean)
    .join('\n');
}

function contactText({ office, phone, hours }: Contact): string {
  return [office, phone, hours].filter(Boolean).join('，');
}

export function sentCard(editors: readonly Editor[], entry: Entry | undefined): Card {
  const look: ActionButton[] = entry
    ? [
        {
          text: askerWords.look,
          action: 'policy.show',
          value: { number: entry.number, place: 'private' },
        },
      ]
    : [];
  return {
    title: askerWords.sentTitle,
    tone: 'success',
    blocks: [
      { kind: 'text', text: askerWords.sent(editorsText(editors)) },
      ...(look.length > 0 ? [{ kind: 'buttons' as const, buttons: look }] : []),
    ],
  };
}

/** 人工答复. What people wrote stands on it as theirs, not as the bot's own words. */
export function replyCard(handed: Handed): Card {
  const { id, text, follows } = handed;
  const further: ActionButton = { text: replyWords.further, action: 'policy.further', value: { id } };
  return {
    title: replyWords.title,
    summary: replyWords.line(handed.editorUnit),
    tone: 'success',
    blocks: [
      { kind: 'text', text: replyWords.asked(text) },
      { kind: 'text', text: replyWords.answer(handed.answer) },
      answeredBy(handed),
      { kind: 'note', text: replyWords.note },
      ...(follows === null ? [{ kind: 'buttons' as const, buttons: [further] }] : []),
    ],
  };
}

/** By whom and when, and on what it rests. */
export function answeredBy({ basis, editorUnit, endedAt }: Handed): Block {
  return {
    kind: 'facts',
    facts: [
      ...(basis ? [{ label: replyWords.basis, value: basis }] : []),
      { label: replyWords.office, value: editorUnit },
      { label: replyWords.day, value: answeredOn(dayOf(endedAt ?? 0)) },
    ],
  };
}

/** The answer once more, with a line for the question back. */
export function furtherCard(handed: Handed): Card {
  return {
    title: replyWords.furtherTitle,
    tone: 'info',
    blocks: [
      { kind: 'text', text: replyWords.asked(handed.text) },
      { kind: 'text', text: replyWords.answer(handed.answer) },
      answeredBy(handed),
      {
        kind: 'form',
        name: 'further',
        fields: [
          {
            kind: 'input',
            name: 'question',
            label: replyWords.furtherField,
            hint: replyWords.furtherHint,
            lines: 2,
            maxLength: QUESTION_LENGTH,
            required: true,
          },
        ],
        submit: { text: replyWords.furtherSend, action: 'policy.askFurther', value: { id: handed.id } },
      },
      { kind: 'note', text: replyWords.furtherNote(handed.editorUnit) },
    ],
  };
}

export function expiredCard(day: Day, contact: Contact): Card {
  const general = contactText(contact);
  const lines = [replyWords.expired(day), replyWords.expiredNext, general];
  return textCard(replyWords.expiredTitle, lines.filter(Boolean).join('\n'), 'notice');
}

/** After 没解决: what else is near, and the way to a human. */
export function unsolvedCard(near: readonly Entry[], value: { asked: string; number: string }): Card {
  const { asked } = value;
  const human: ActionButton = { text: askerWords.title, action: 'policy.human', value, style: 'primary' };
  return {
    title: ratedWords.title,
    tone: 'neutral',
    blocks: [
      { kind: 'text', text: near.length > 0 ? ratedWords.near : ratedWords.none },
      {
        kind: 'buttons',
        buttons: [
          ...near.map(
            ({ number, question }): ActionButton => ({
              text: question,
              action: 'policy.show',
              value: { number, place: 'private', asked },
            }),
          ),
          human,
        ],
      },
    ],
  };
}
