import { type AccessTable, OFFICE } from '../../access.ts';

export const auditAccess = {
  audit: { method: 'GET', path: '/console/audit', roles: OFFICE, scope: 'level' },
  auditExport: { method: 'GET', path: '/console/audit.xlsx', roles: OFFICE, scope: 'level' },
} as const satisfies AccessTable;
