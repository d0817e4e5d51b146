import type { Role } from '../../../kernel/actor.ts';
import { type Access, type AccessTable, CONTENT } from '../../access.ts';

const EDITORS: readonly Role[] = ['editor'];

const APPROVERS: readonly Role[] = ['approver'];
/** Both see how a text fares on its way. */
const DESK: readonly Role[] = ['editor', 'approver'];

const LIST = '/console/questions';
const ENTRY = '/console/questions/:number';

function read<P extends Access['path']>(path: P, roles: readonly Role[]) {
  return { method: 'GET', path, roles, scope: 'content' } as const;
}

function write<P extends Access['path']>(path: P, roles: readonly Role[]) {
  return { method: 'POST', path, roles, scope: 'content' } as const;
}

export const questionAccess = {
  questions: read(LIST, CONTENT),
  questionsExport: read(`${LIST}.xlsx`, CONTENT),

  questionNew: read('/console/questions-new', EDITORS),
  questionCreate: write('/console/questions-new', EDITORS),
  questionPreview: write('/console/questions-preview', EDITORS),

  questionTry: read('/console/questions-try', DESK),
  questionReviews: read('/console/questions-review', DESK),
  questionReviewsExport: read('/console/questions-review.xlsx', DESK),

  question: read(ENTRY, CONTENT),
  questionCompare: read(`${ENTRY}/compare`, CONTENT),
  questionEdit: read(`${ENTRY}/edit`, EDITORS),
  questionChange: write(`${ENTRY}/edit`, EDITORS),
  questionPhrasing: write(`${ENTRY}/phrasing`, EDITORS),
  questionSubmit: write(`${ENTRY}/submit`, EDITORS),
  questionRestore: write(`${ENTRY}/restore`, EDITORS),
  questionRecheck: write(`${ENTRY}/recheck`, EDITORS),
  questionReplace: write(`${ENTRY}/replace`, EDITORS),
  questionWithdraw: write(`${ENTRY}/withdraw`, DESK),
  questionReview: read(`${ENTRY}/review`, DESK),
  questionApprove: write(`${ENTRY}/approve`, APPROVERS),
  questionReturn: write(`${ENTRY}/return`, APPROVERS),
} as const satisfies AccessTable;
