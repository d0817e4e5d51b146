import { z } from 'zod';
import type { Action, ClickAnswer } from '../../../chat/feature.ts';
import { outcome } from '../../../chat/outcome.ts';
import { normaliseText } from '../../../kernel/text.ts';
import type { Ctx } from '../../../store/context.ts';
import { contentOf } from '../../content.ts';
import { findRevision } from '../repo.ts';
import type { EntryText } from '../rules/entry-text.ts';
import { approveRevision } from '../verbs/approve-revision.ts';
import { returnDraft } from '../verbs/return-draft.ts';
import { saveAndSubmit } from '../verbs/save-and-submit.ts';
import { saveRevision } from '../verbs/save-revision.ts';
import { submitForReview } from '../verbs/submit-for-review.ts';
import { CHANGED, editable, keptCard, typedOf } from './cards-change.ts';
import { decidedCard } from './cards-review.ts';
import { openReview } from './open-review.ts';
import { changeWords, reviewWords } from './words.ts';

const id = z.string().max(64);
const revisionOf = z.object({ number: id, revision: z.coerce.number().int() });
const based = z.object({ number: id, base: z.coerce.number().int() });
const seen = revisionOf.extend({ seen: id });

/** What was typed over the revision that the card showed; what a card cannot hold, or nobody touched, stays as it is. */
async function typedOver(
  { db }: Ctx,
  { number, base }: { number: string; base: number },
  form: Record<string, unknown>,
): Promise<EntryText> {
  const entry = await findRevision(db, number, base);
  const text: EntryText = contentOf(entry);
  const fields = editable(entry);
  for (const field of CHANGED.filter((one) => fields.includes(one) && Object.hasOwn(form, one))) {
    const typed = normaliseText(textOf(form[field]));
    if (typed === normaliseText(typedOf(entry, field))) continue;
    if (field === 'like') text.like = typed.split(/[\n；;]/);
    else text[field] = typed;
  }
  return text;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

const saveAction: Action = {
  value: based,
  async run(ctx, { value, form }) {
    const where = based.parse(value);
    const input = {
      number: where.number,
      baseRevision: where.base,
      content: await typedOver(ctx, where, form),
    };
    if (form['keep'] !== 'submit') {
      const { result, ...effects } = await saveRevision(ctx, input);
      return { ...effects, result: kept(result, undefined) };
    }
    const { result, ...effects } = await saveAndSubmit(ctx, { ...input, remark: '' });
    return { ...effects, result: kept(result, result) };
  },
};

function kept(...parts: Parameters<typeof keptCard>): ClickAnswer {
  const card = keptCard(...parts);
  return { toast: { tone: 'success', text: card.title }, card };
}

const submitAction: Action = {
  value: revisionOf,
  async run(ctx, { value }) {
    const one = revisionOf.parse(value);
    const { result, ...effects } = await submitForReview(ctx, { ...one, remark: '' });
    const toast = { tone: 'success' as const, text: changeWords.submittedTitle };
    return { ...effects, result: { toast, card: keptCard({ ...one, changed: true }, result) } };
  },
};

const openAction: Action = {
  value: revisionOf,
  run: async (ctx, { value }) => outcome({ card: await openReview(ctx, revisionOf.parse(value)) }),
};

const approveAction: Action = {
  value: seen,
  async run(ctx, { value, form }) {
    const one = seen.parse(value);
    const { number, revision } = one;
    const { question } = await findRevision(ctx.db, number, revision);
    const { result: _, ...effects } = await approveRevision(ctx, {
      number,
      revision,
      seenEffect: one.seen,
      despite: normaliseText(textOf(form['despite'])),
      leaderSign: normaliseText(textOf(form['sign'])),
    });
    const toast = { tone: 'success' as const, text: reviewWords.approvedTitle };
    return { ...effects, result: { toast, card: decidedCard({ number, question }, true) } };
  },
};

const returnAction: Action = {
  value: revisionOf,
  async run(ctx, { value, form }) {
    const one = revisionOf.parse(value);
    const { question } = await findRevision(ctx.db, one.number, one.revision);
    const reason = normaliseText(textOf(form['reason']));
    const { result: _, ...effects } = await returnDraft(ctx, { ...one, reason });
    const toast = { tone: 'success' as const, text: reviewWords.returnedTitle };
    return { ...effects, result: { toast, card: decidedCard({ ...one, question }, false) } };
  },
};

/** Entries are written, sent, looked at and decided on the phone. */
export const deskActions: Record<string, Action> = {
  saveRevision: saveAction,
  submitRevision: submitAction,
  openReview: openAction,
  approveRevision: approveAction,
  returnDraft: returnAction,
};
