import type { ActionButton, Block, Card } from '../../chat/card.ts';
import { textCard } from '../../chat/cards.ts';
import { ANSWER_LENGTH, BASIS_LENGTH } from '../human/cards-editor.ts';
import type { Entry } from '../repo.ts';
import type { Miss, MissGroup } from './rules/alike.ts';
import { draftWords, missWords } from './words.ts';

/** A standard question stands on buttons and card titles. */
export const TITLE_LENGTH = 100;

/** Of an editor's topics, the most wanted; `waiting`: questions handed to this editor that nobody has answered. */
export function digestCard(groups: readonly MissGroup[], waiting: number): Card {
  const button = (text: string, action: string, miss: string): ActionButton => ({
    text,
    action,
    value: { miss },
  });
  return {
    title: missWords.title,
    summary: missWords.summary(groups.length),
    tone: 'info',
    blocks: [
      { kind: 'text', text: missWords.intro(groups.length) },
      ...groups.flatMap(({ sample, times }): Block[] => [
        { kind: 'text', text: missWords.line(sample.text, times) },
        {
          kind: 'buttons',
          buttons: [
            button(missWords.draft, 'policy.draft', sample.id),
            button(missWords.assign, 'policy.assign', sample.id),
          ],
        },
      ]),
      ...(waiting > 0 ? [{ kind: 'text' as const, text: missWords.waiting(waiting) }] : []),
      { kind: 'note', text: missWords.note },
    ],
  };
}

/** A new entry to be written; from a miss, its wording stands there already. */
export function draftCard(miss: Miss | undefined): Card {
  return {
    title: draftWords.title,
    tone: 'info',
    blocks: [
      {
        kind: 'form',
        name: 'draft',
        fields: [
          {
            kind: 'input',
            name: 'question',
            label: draftWords.question,
            maxLength: TITLE_LENGTH,
            required: true,
            ...(miss && { value: Array.from(miss.text).slice(0, TITLE_LENGTH).join('') }),
          },
          {
            kind: 'input',
            name: 'answer',
            label: draftWords.answer,
            hint: draftWords.answerHint,
            lines: 4,
            maxLength: ANSWER_LENGTH,
            required: true,
          },
          {
            kind: 'input',
            name: 'document',
            label: draftWords.document,
            hint: draftWords.documentHint,
            maxLength: BASIS_LENGTH,
          },
        ],
        submit: { text: draftWords.save, action: 'policy.saveDraft', value: { miss: miss?.id ?? '' } },
      },
      { kind: 'note', text: draftWords.next },
    ],
  };
}

export function savedCard(number: string): Card {
  return textCard(draftWords.savedTitle, `${draftWords.saved(number)}\n${draftWords.next}`, 'success');
}

/** The entries nearest to a wording, to take it in. */
export function assignCard(miss: Miss, near: readonly Entry[]): Card {
  const buttons = near.map(
    ({ number, question }): ActionButton => ({
      text: question,
      action: 'policy.addPhrasing',
      value: { miss: miss.id, number },
    }),
  );
  const draft: ActionButton = { text: missWords.draft, action: 'policy.draft', value: { miss: miss.id } };
  return {
    title: draftWords.assignTitle,
    tone: 'info',
    blocks: [
      {
        kind: 'text',
        text: near.length > 0 ? draftWords.assign(miss.text) : draftWords.nothingNear(miss.text),
      },
      { kind: 'buttons', buttons: [...buttons, draft] },
    ],
  };
}

export function assignedCard(question: string, phrase: string, added: boolean): Card {
  return {
    title: draftWords.assignedTitle,
    tone: 'success',
    blocks: [
      {
        kind: 'text',
        text: added ? draftWords.assigned(question, phrase) : draftWords.known(question),
      },
      { kind: 'note', text: draftWords.next },
    ],
  };
}
