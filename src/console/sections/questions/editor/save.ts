import type { Outcome } from '../../../../chat/outcome.ts';
import { AppError } from '../../../../kernel/errors.ts';
import { requireSound } from '../../../../policy/desk/check-text.ts';
import { tidied } from '../../../../policy/desk/rules/entry-text.ts';
import { type Saved, type SaveInput, saveRevision } from '../../../../policy/desk/verbs/save-revision.ts';
import { submitForReview } from '../../../../policy/desk/verbs/submit-for-review.ts';
import { findMiss, handledWrites } from '../../../../policy/misses/repo.ts';
import type { Ctx } from '../../../../store/context.ts';
import type { Form, FormAnswer, FormCall, Page } from '../../../section.ts';
import { textOf } from '../../../sent.ts';
import { questionPath } from '../list.tsx';
import { questionEditPage, questionNewPage } from './page.tsx';
import { entryIn } from './read-sent.ts';
import { editorWords as words } from './words.ts';

export const questionCreate: Form = editorForm(questionNewPage);

export const questionChange: Form = editorForm(questionEditPage);

function editorForm(page: Page): Form {
  return { page, submit: (call) => saved(call, call.params['number'] ?? '') };
}

async function saved({ ctx, sent, perform }: FormCall, number: string): Promise<FormAnswer> {
  const content = tidied(await entryIn(ctx, sent));
  const submits = textOf(sent, 'next') === 'submit';
  // Before anything is stored: what cannot go to review is told together with the rest, and no half of it is done.
  if (submits) {
    if (textOf(sent, 'open') !== 'yes')
      throw new AppError('invalid', words.confirmMissing, {
        problems: [{ field: 'open', text: words.confirmMissing }],
      });
    await requireSound(ctx, number, content, 'review');
  }
  const baseRevision = Number(textOf(sent, 'baseRevision')) || 0;
  const done = await perform((on) => savedFrom(on, textOf(sent, 'miss'), { number, baseRevision, content }));
  const to = questionPath(done.number);
  if (!submits) return { to, notice: 'draftSaved' };
  const { number: kept, revision } = done;
  const { reviewers, changed } = await perform((on) =>
    submitForReview(on, { number: kept, revision, remark: textOf(sent, 'remark') }),
  );
  return { to, notice: changed && reviewers === 0 ? 'submittedToNobody' : 'submitted' };
}

/** A new entry made of what somebody asked: that wish is done with in the same commit. */
async function savedFrom(ctx: Ctx, miss: string, input: SaveInput): Promise<Outcome<Saved>> {
  const stored = await saveRevision(ctx, input);
  const asked = miss === '' ? undefined : await findMiss(ctx.db, miss);
  if (!asked || asked.handled) return stored;
  return { ...stored, writes: [...stored.writes, ...(await handledWrites(ctx, asked))] };
}
