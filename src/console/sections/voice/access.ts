import { type AccessTable, OFFICE } from '../../access.ts';

/** Of these the verbs let through whose desk it lies at, and nobody of a unit complained of. */
export const voiceAccess = {
  voice: { method: 'GET', path: '/console/voice', roles: OFFICE, scope: 'level' },
  voiceExport: { method: 'GET', path: '/console/voice.xlsx', roles: OFFICE, scope: 'level' },
  voiceItem: { method: 'GET', path: '/console/voice/:number', roles: OFFICE, scope: 'level' },
  voiceReply: { method: 'POST', path: '/console/voice/:number', roles: OFFICE, scope: 'level' },
} as const satisfies AccessTable;
