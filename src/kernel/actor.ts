/** The nine roles of the county's offices; the Chinese names stand in `people/words.ts`. */
export const ROLES = [
  'admin', // 系统管理员
  'coordinator', // 统筹员
  'liaison', // 联络员
  'reviewer', // 核稿岗
  'group-liaison', // 考察组联络员
  'cadre-office', // 干部科管理员
  'editor', // 政策编辑
  'approver', // 政策审核
  'cadre', // 干部
] as const;

export type Role = (typeof ROLES)[number];

export const TIERS = ['city-department', 'county-department', 'township', 'village', 'office'] as const;

/** 市直, 县区直, 乡镇街道, 村社区, 两办. */
export type Tier = (typeof TIERS)[number];

/** One post of a person: a role at a unit. `county` is empty at city level. */
export interface Grant {
  role: Role;
  unit: string;
  tier: Tier;
  county: string;
}

/** Who does it. Every write names one. */
export type Actor =
  | { kind: 'person'; openId: string; name: string; grants: readonly Grant[] }
  | { kind: 'system'; job: string }
  | { kind: 'cli'; name: string };

/** Short stable text for audit rows: `person:ou_…`, `system:counts.open`, `cli:import`. */
export function actorId(actor: Actor): string {
  if (actor.kind === 'person') return `person:${actor.openId}`;
  return actor.kind === 'system' ? `system:${actor.job}` : `cli:${actor.name}`;
}
