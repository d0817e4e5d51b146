import type { Role } from '../../../kernel/actor.ts';
import type { AccessTable } from '../../access.ts';

/** Whom the groups visit is the cadre office's business alone (BR-36); its verbs keep a county's to its county. */
const CADRE: readonly Role[] = ['cadre-office'];
const READ = { method: 'GET', roles: CADRE, scope: 'level' } as const;
const WRITE = { method: 'POST', roles: CADRE, scope: 'level' } as const;

export const visitsAccess = {
  visits: { ...READ, path: '/console/visits' },
  visitsExport: { ...READ, path: '/console/visits.xlsx' },
  visitGroups: { ...READ, path: '/console/visits/groups' },
  visitMove: { ...WRITE, path: '/console/visits/groups/move' },
  visitLiaison: { ...WRITE, path: '/console/visits/groups/liaison' },
  visitLift: { ...WRITE, path: '/console/visits/groups/lift' },
  visitDrop: { ...WRITE, path: '/console/visits/groups/drop' },
} as const satisfies AccessTable;
