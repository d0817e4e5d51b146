import { approveRevision } from '../../../../policy/desk/verbs/approve-revision.ts';
import { returnDraft } from '../../../../policy/desk/verbs/return-draft.ts';
import { ACCESS } from '../../../guard.ts';
import type { Form } from '../../../section.ts';
import { textOf } from '../../../sent.ts';
import { questionReviewPage } from './page.tsx';

export const questionApprove: Form = {
  page: questionReviewPage,
  async submit({ params, sent, perform }) {
    const input = {
      number: params['number'] ?? '',
      revision: Number(textOf(sent, 'revision')) || 0,
      seenEffect: textOf(sent, 'seenEffect'),
      despite: textOf(sent, 'despite'),
      leaderSign: textOf(sent, 'leaderSign'),
    };
    await perform((on) => approveRevision(on, input));
    return { to: ACCESS.questionReviews.path, notice: 'published' };
  },
};

export const questionReturn: Form = {
  page: questionReviewPage,
  async submit({ params, sent, perform }) {
    const input = {
      number: params['number'] ?? '',
      revision: Number(textOf(sent, 'revision')) || 0,
      reason: textOf(sent, 'reason'),
    };
    await perform((on) => returnDraft(on, input));
    return { to: ACCESS.questionReviews.path, notice: 'returnedToAuthor' };
  },
};
