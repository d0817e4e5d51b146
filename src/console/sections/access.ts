import type { AccessTable } from '../access.ts';
import { auditAccess } from './audit/access.ts';
import { countsAccess } from './counts/access.ts';
import { standardAccess } from './figures/access.ts';
import { homeAccess } from './home/access.ts';
import { outboxAccess } from './outbox/access.ts';
import { peopleAccess } from './people/access.ts';
import { questionAccess } from './questions/access.ts';
import { visitsAccess } from './visits/access.ts';
import { voiceAccess } from './voice/access.ts';

/** The sign-out belongs to every page. */
const frameAccess = {
  signOut: { method: 'POST', path: '/console/logout', roles: [], scope: 'self' },
  signOutEverywhere: { method: 'POST', path: '/console/logout/everywhere', roles: [], scope: 'self' },
} as const satisfies AccessTable;

/** Every address of the console behind the login. The pages and forms are hung on these, and on no others. */
export const ACCESS = {
  ...homeAccess,
  ...questionAccess,
  ...standardAccess,
  ...countsAccess,
  ...visitsAccess,
  ...voiceAccess,
  ...peopleAccess,
  ...outboxAccess,
  ...auditAccess,
  ...frameAccess,
};
