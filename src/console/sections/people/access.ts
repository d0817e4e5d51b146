import { type AccessTable, OFFICE } from '../../access.ts';

export const peopleAccess = {
  people: { method: 'GET', path: '/console/people', roles: OFFICE, scope: 'level' },
  peopleExport: { method: 'GET', path: '/console/people.xlsx', roles: OFFICE, scope: 'level' },
  unit: { method: 'GET', path: '/console/people/:unit', roles: OFFICE, scope: 'level' },
  postGive: { method: 'POST', path: '/console/people/:unit/posts', roles: OFFICE, scope: 'level' },
  post: { method: 'GET', path: '/console/people/:unit/posts/:role/:openId', roles: OFFICE, scope: 'level' },
  postHandOver: {
    method: 'POST',
    path: '/console/people/:unit/posts/:role/:openId/hand-over',
    roles: OFFICE,
    scope: 'level',
  },
  postDrop: {
    method: 'POST',
    path: '/console/people/:unit/posts/:role/:openId/keep',
    roles: OFFICE,
    scope: 'level',
  },
  postEnd: {
    method: 'POST',
    path: '/console/people/:unit/posts/:role/:openId/end',
    roles: OFFICE,
    scope: 'level',
  },
} as const satisfies AccessTable;
