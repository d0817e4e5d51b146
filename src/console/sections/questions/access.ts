import { type AccessTable, CONTENT } from '../../access.ts';

export const questionAccess = {
  questions: { method: 'GET', path: '/console/questions', roles: CONTENT, scope: 'content' },
  questionsExport: { method: 'GET', path: '/console/questions.xlsx', roles: CONTENT, scope: 'content' },
  question: { method: 'GET', path: '/console/questions/:number', roles: CONTENT, scope: 'content' },
} as const satisfies AccessTable;
