import type { Role } from '../kernel/actor.ts';

/** One address behind the login: who may, and how far it reaches. */
export interface Access {
  method: 'GET' | 'POST';
  path: `/console${string}`;
  roles: readonly Role[];
  /**
   * `content`: the city's offices see all questions, a county's the general ones and their own.
   * `level`: an administrator of the installation sees all rows, a coordinator those of the own level only (domain 1).
   * `self`: only what belongs to the session; open to whoever may open any other page.
   */
  scope: 'content' | 'level' | 'self';
  /** For a form that carries a file; others are small. */
  maxBytes?: number;
}

export type AccessTable = Record<string, Access>;

export const CONTENT: readonly Role[] = ['editor', 'approver', 'coordinator', 'admin'];
export const OFFICE: readonly Role[] = ['coordinator', 'admin'];
