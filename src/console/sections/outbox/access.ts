import { type AccessTable, OFFICE } from '../../access.ts';

export const outboxAccess = {
  outbox: { method: 'GET', path: '/console/outbox', roles: OFFICE, scope: 'level' },
  outboxExport: { method: 'GET', path: '/console/outbox.xlsx', roles: OFFICE, scope: 'level' },
  outboxResend: { method: 'POST', path: '/console/outbox/resend', roles: OFFICE, scope: 'level' },
} as const satisfies AccessTable;
