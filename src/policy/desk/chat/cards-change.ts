import type { Block, Card, Field } from '../../../chat/card.ts';
import { textCard } from '../../../chat/cards.ts';
import { ANSWER_LENGTH } from '../../human/cards-editor.ts';
import type { Entry } from '../../repo.ts';
import { fieldNames } from '../../words-fields.ts';
import type { OnDesk } from '../repo.ts';
import { LONGEST } from '../rules/problems.ts';
import { changeWords as words } from './words.ts';

/** Fields that a phone has room for; the others are changed in the console and stay as they are. */
export const CHANGED = ['question', 'like', 'answer', 'document', 'validUntil'] as const;

export type Changed = (typeof CHANGED)[number];

const LIMIT: Record<Changed, number> = {
  question: LONGEST.question,
  like: ANSWER_LENGTH,
  answer: ANSWER_LENGTH,
  document: LONGEST.line,
  validUntil: 10,
};

/** As it stands in the field of a form. */
export function typedOf(entry: Entry, field: Changed): string {
  const value = entry[field];
  return typeof value === 'string' ? value : value.join('\n');
}

/** What a card's field can hold. */
export function editable(entry: Entry): Changed[] {
  return CHANGED.filter((field) => Array.from(typedOf(entry, field)).length <= LIMIT[field]);
}

/** The newest text, ready to be typed over; its revision goes along, so that nobody overwrites another's. */
export function changeCard({ number, newest, published, enabled }: OnDesk): Card {
  const fields = editable(newest);
  const left = CHANGED.filter((field) => !fields.includes(field)).map((field) => fieldNames[field]);
  const live = enabled && published?.revision === newest.revision;
  return {
    title: words.title(number),
    tone: 'info',
    blocks: [
      { kind: 'text', text: words.base(newest.revision, live) },
      ...(left.length > 0 ? [{ kind: 'note' as const, text: words.untouched(left) }] : []),
      {
        kind: 'form',
        name: 'change',
        fields: [
          ...fields.map((field) => inputOf(newest, field)),
          {
            kind: 'select',
            name: 'keep',
            label: words.keep,
            options: [
              { text: words.keepSubmit, value: 'submit' },
              { text: words.keepDraft, value: 'draft' },
            ],
            value: 'submit',
          },
        ],
        submit: {
          text: words.save,
          action: 'policy.saveRevision',
          value: { number, base: newest.revision },
        },
      },
    ],
  };
}

function inputOf(entry: Entry, field: Changed): Field {
  const hint = field === 'like' ? words.likeHint : field === 'validUntil' ? words.endHint : undefined;
  return {
    kind: 'input',
    name: field,
    label: fieldNames[field],
    value: typedOf(entry, field),
    maxLength: LIMIT[field],
    ...(hint && { hint }),
    ...((field === 'answer' || field === 'like') && { lines: 4 }),
    ...((field === 'question' || field === 'answer') && { required: true }),
  };
}

/** `submitted`: how many reviewers were told; absent for a draft. */
export function keptCard(
  { number, revision, changed }: { number: string; revision: number; changed: boolean },
  submitted: { changed: boolean; reviewers: number } | undefined,
): Card {
  if (submitted)
    return textCard(
      words.submittedTitle,
      submitted.changed ? words.submitted(number, submitted.reviewers) : words.resubmitted(number),
      'success',
    );
  const said = changed ? words.saved(number, revision) : words.same(number, revision);
  const send: Block = {
    kind: 'buttons',
    buttons: [{ text: words.submit, action: 'policy.submitRevision', value: { number, revision } }],
  };
  return { title: words.savedTitle, tone: 'success', blocks: [{ kind: 'text', text: said }, send] };
}
