import type { Role } from '../../../kernel/actor.ts';
import { type AccessTable, CONTENT } from '../../access.ts';

/** Approvers confirm and write nothing; whose subject it is, the verbs look at (`policy/figures/rights.ts`). */
const AUTHORS: readonly Role[] = ['editor', 'coordinator', 'admin'];

/** `:table` is unit and day, `@2026-01-01`: who has a table of their own stands before the `@`, everybody is nothing. */
export const standardAccess = {
  standards: { method: 'GET', path: '/console/standards', roles: CONTENT, scope: 'content' },
  standardsExport: { method: 'GET', path: '/console/standards.xlsx', roles: CONTENT, scope: 'content' },
  standard: { method: 'GET', path: '/console/standards/:code', roles: CONTENT, scope: 'content' },
  standardTable: { method: 'GET', path: '/console/standards/:code/:table', roles: AUTHORS, scope: 'content' },
  standardSave: { method: 'POST', path: '/console/standards/:code/:table', roles: AUTHORS, scope: 'content' },
  standardChange: {
    method: 'GET',
    path: '/console/standards/:code/:table/:revision',
    roles: CONTENT,
    scope: 'content',
  },
  standardDecide: {
    method: 'POST',
    path: '/console/standards/:code/:table/:revision',
    roles: CONTENT,
    scope: 'content',
  },
} as const satisfies AccessTable;
