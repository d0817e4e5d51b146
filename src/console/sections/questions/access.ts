import type { Role } from '../../../kernel/actor.ts';
import { type Access, type AccessTable, CONTENT } from '../../access.ts';

const EDITORS: readonly Role[] = ['editor'];

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

  question: read(ENTRY, CONTENT),
  questionEdit: read(`${ENTRY}/edit`, EDITORS),
  questionChange: write(`${ENTRY}/edit`, EDITORS),
} as const satisfies AccessTable;
