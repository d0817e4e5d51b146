import { addressWith } from '../../components/list.tsx';
import type { Section } from '../../section.ts';
import { questionAccess } from './access.ts';
import { questionEditPage, questionNewPage } from './editor/page.tsx';
import { questionPreview } from './editor/preview.tsx';
import { questionChange, questionCreate } from './editor/save.ts';
import { questionComparePage } from './entry/compare.tsx';
import { questionPage } from './entry/page.tsx';
import {
  questionRecheck,
  questionReplace,
  questionRestore,
  questionSubmit,
  questionWithdraw,
} from './entry/steps.ts';
import { questionsExport, questionsPage } from './list.tsx';
import { countExpiring } from './read-list.ts';
import { questionApprove, questionReturn } from './review/decide.ts';
import { questionReviewPage } from './review/page.tsx';
import { questionReviewsExport, questionReviewsPage } from './review/queue.tsx';
import { questionPhrasing } from './try/add-phrasing.ts';
import { questionTryPage } from './try/page.tsx';
import { questionListWords as words } from './words.ts';

export const questions: Section<typeof questionAccess> = {
  pages: {
    questions: questionsPage,
    questionsExport,
    questionNew: questionNewPage,
    questionTry: questionTryPage,
    questionReviews: questionReviewsPage,
    questionReviewsExport,
    question: questionPage,
    questionCompare: questionComparePage,
    questionEdit: questionEditPage,
    questionReview: questionReviewPage,
  },
  forms: {
    questionCreate,
    questionChange,
    questionPreview,
    questionPhrasing,
    questionRecheck,
    questionReplace,
    questionRestore,
    questionSubmit,
    questionWithdraw,
    questionApprove,
    questionReturn,
  },
  async waits(ctx) {
    const query = new URLSearchParams({ state: 'expiring' });
    return {
      text: words.expiring(await countExpiring(ctx)),
      path: addressWith(questionAccess.questions.path, query),
    };
  },
};
