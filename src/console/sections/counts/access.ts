import type { Role } from '../../../kernel/actor.ts';
import type { AccessTable } from '../../access.ts';

/** Figures are the offices' own business: an administrator of the system does not read them (domain 1). */
const COORDINATOR: readonly Role[] = ['coordinator'];
const READ = { method: 'GET', roles: COORDINATOR, scope: 'level' } as const;
const WRITE = { method: 'POST', roles: COORDINATOR, scope: 'level' } as const;

/** `:level` is `city` or the name of a county. */
export const countsAccess = {
  counts: { ...READ, path: '/console/counts' },
  countsExport: { ...READ, path: '/console/counts.xlsx' },
  round: { ...READ, path: '/console/counts/rounds/:level/:month' },
  roundExport: { ...READ, path: '/console/counts/rounds/:level/:month/units.xlsx' },
  roundRemind: { ...WRITE, path: '/console/counts/rounds/:level/:month/remind' },
  roundResend: { ...WRITE, path: '/console/counts/rounds/:level/:month/resend' },
  plans: { ...READ, path: '/console/counts/plans' },
  plansExport: { ...READ, path: '/console/counts/plans.xlsx' },
  plan: { ...READ, path: '/console/counts/plans/:year/:unit/:indicator' },
  planAdjust: { ...WRITE, path: '/console/counts/plans/:year/:unit/:indicator' },
  countsFigures: { ...READ, path: '/console/counts/figures' },
  countsFiguresExport: { ...READ, path: '/console/counts/figures.xlsx' },
  countingRules: { ...READ, path: '/console/counts/rules' },
  countingRuleAdd: { ...WRITE, path: '/console/counts/rules' },
} as const satisfies AccessTable;
