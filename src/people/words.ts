import type { Role, Tier } from '../kernel/actor.ts';

export const roleNames: Record<Role, string> = {
  admin: '系统管理员',
  coordinator: '统筹员',
  liaison: '联络员',
  reviewer: '核稿岗',
  'group-liaison': '考察组联络员',
  'cadre-office': '干部科管理员',
  editor: '政策编辑',
  approver: '政策审核',
  cadre: '干部',
};

export const tierNames: Record<Tier, string> = {
  'city-department': '市直',
  'county-department': '县区直',
  township: '乡镇街道',
  village: '村社区',
  office: '两办',
};

export const words = {
  needsRole: (roles: readonly Role[]) =>
    `这项操作由${roles.map((role) => roleNames[role]).join('、')}办理，您目前没有这个岗位。需要的话请联系系统管理员。`,
  otherUnit: (role: Role) => `这项操作由该单位的${roleNames[role]}办理，您不是该单位的${roleNames[role]}。`,
};
