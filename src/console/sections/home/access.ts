import type { AccessTable } from '../../access.ts';

export const homeAccess = {
  home: { method: 'GET', path: '/console', roles: [], scope: 'self' },
} as const satisfies AccessTable;
