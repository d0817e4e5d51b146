import { AppError } from '../../../../kernel/errors.ts';
import { recheckEntry } from '../../../../policy/desk/verbs/recheck-entry.ts';
import { replaceEntry } from '../../../../policy/desk/verbs/replace-entry.ts';
import { restoreRevision } from '../../../../policy/desk/verbs/restore-revision.ts';
import { submitForReview } from '../../../../policy/desk/verbs/submit-for-review.ts';
import { withdrawEntry } from '../../../../policy/desk/verbs/withdraw-entry.ts';
import type { Form, FormCall } from '../../../section.ts';
import { textOf } from '../../../sent.ts';
import { questionPath } from '../list.tsx';
import { questionWords as words } from '../words.ts';
import { questionPage } from './page.tsx';

const numberIn = ({ params }: FormCall) => params['number'] ?? '';
const revisionIn = ({ sent }: FormCall) => Number(textOf(sent, 'revision')) || 0;

/** A small form on the page of an entry; it leads back there. */
function step(submit: (call: FormCall, number: string) => Promise<Notice>): Form {
  return {
    page: questionPage,
    async submit(call) {
      const number = numberIn(call);
      return { to: questionPath(number), notice: await submit(call, number) };
    },
  };
}

type Notice = 'submitted' | 'submittedToNobody' | 'withdrawn' | 'restored' | 'rechecked';

function sentNotice({ reviewers, changed }: { reviewers: number; changed: boolean }): Notice {
  return changed && reviewers === 0 ? 'submittedToNobody' : 'submitted';
}

export const questionSubmit = step(async (call, number) => {
  const { sent, perform } = call;
  if (textOf(sent, 'open') !== 'yes')
    throw new AppError('invalid', words.confirmMissing, {
      problems: [{ field: 'open', text: words.confirmMissing }],
    });
  const input = { number, revision: revisionIn(call), remark: textOf(sent, 'remark') };
  return sentNotice(await perform((on) => submitForReview(on, input)));
});

export const questionWithdraw = step(async ({ sent, perform }, number) => {
  await perform((on) => withdrawEntry(on, { number, reason: textOf(sent, 'reason') }));
  return 'withdrawn';
});

export const questionRestore = step(async (call, number) => {
  await call.perform((on) => restoreRevision(on, { number, revision: revisionIn(call) }));
  return 'restored';
});

export const questionReplace = step(async ({ sent, perform }, number) => {
  const validUntil = textOf(sent, 'lastDay');
  const input = { number, by: textOf(sent, 'by'), ...(validUntil !== '' && { validUntil }) };
  return sentNotice(await perform((on) => replaceEntry(on, input)));
});

/** Nothing to fill in where nothing has changed. */
export const questionRecheck = step(async ({ sent, perform }, number) => {
  const remark = textOf(sent, 'remark');
  const reviewBy = textOf(sent, 'reviewBy');
  const unchanged = { unchanged: true as const, ...(reviewBy !== '' && { reviewBy }) };
  const change = textOf(sent, 'next') === 'end' ? { validUntil: textOf(sent, 'newEnd') } : unchanged;
  const done = await perform((on) => recheckEntry(on, { number, remark, ...change }));
  return done.revision > 0 ? 'submitted' : 'rechecked';
});
