import { z } from 'zod';
import type { Card } from '../../chat/card.ts';
import type { Action, Click, ClickAnswer } from '../../chat/feature.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { formProblems } from '../../chat/words.ts';
import { readForm } from '../../kernel/form.ts';
import { ANSWER_LENGTH, BASIS_LENGTH } from '../human/cards-editor.ts';
import { openDraft } from '../human/verbs/open-draft.ts';
import { saveDraft } from '../human/verbs/save-draft.ts';
import { assignedCard, savedCard, TITLE_LENGTH } from './cards.ts';
import { addPhrasing } from './verbs/add-phrasing.ts';
import { offerEntries } from './verbs/offer-entries.ts';
import { draftWords, missWords } from './words.ts';

const id = z.string().max(64);
const one = z.object({ miss: id });
const chosen = one.extend({ number: id });

/** The digest stays as it is, there is more to do on it; what was opened comes below it, once. */
function below(click: Click, miss: string, { result, ...effects }: Outcome<Card>): Outcome<ClickAnswer> {
  const { action, messageId, openId } = click.source;
  return {
    ...effects,
    result: { toast: { tone: 'info', text: missWords.below } },
    messages: [
      {
        key: `${action}@${messageId}:${miss}`,
        to: { kind: 'person', openId },
        card: result,
        kind: 'answer',
      },
    ],
  };
}

const draft: Action = {
  value: one,
  async run(ctx, click) {
    const input = one.parse(click.value);
    return below(click, input.miss, await openDraft(ctx, input));
  },
};

const assign: Action = {
  value: one,
  async run(ctx, click) {
    const input = one.parse(click.value);
    return below(click, input.miss, await offerEntries(ctx, input));
  },
};

const addPhrasingAction: Action = {
  value: chosen,
  async run(ctx, { value }) {
    const { result, ...effects } = await addPhrasing(ctx, chosen.parse(value));
    const { question, phrase, added } = result;
    return { ...effects, result: { card: assignedCard(question, phrase, added) } };
  },
};

const saveDraftAction: Action = {
  value: one,
  async run(ctx, { value, form }) {
    const reading = readForm(
      [
        { name: 'question', label: draftWords.question, kind: 'text', required: true, max: TITLE_LENGTH },
        { name: 'answer', label: draftWords.answer, kind: 'text', required: true, max: ANSWER_LENGTH },
        { name: 'document', label: draftWords.document, kind: 'text', max: BASIS_LENGTH },
      ],
      form,
    );
    if (!reading.ok)
      return outcome<ClickAnswer>({ toast: { tone: 'error', text: formProblems(reading.problems) } });
    const { document = '', ...written } = reading.values;
    const { result, ...effects } = await saveDraft(ctx, { ...one.parse(value), ...written, document });
    const { number } = result;
    return {
      ...effects,
      result: { toast: { tone: 'success', text: draftWords.saved(number) }, card: savedCard(number) },
    };
  },
};

/** What editors make of questions that found nothing. */
export const missActions: Record<string, Action> = {
  draft,
  assign,
  addPhrasing: addPhrasingAction,
  saveDraft: saveDraftAction,
};
