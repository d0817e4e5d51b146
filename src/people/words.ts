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

export const featureTitle = '单位和人员';

const noPhone = '这里像是手机号。系统不收手机号，请删去。';

/** Why a row of the sheet 单位 is refused. */
export const unitSheetWords = {
  badCode: '编码最多 32 个字，不能有空格、逗号、分号、冒号或 @。',
  repeated: (first: number) => `编码与第 ${first} 行重复，一个单位只写一行。`,
  badTier: `层级只能是：${Object.values(tierNames).join('、')}。`,
  needsCounty: (tier: Tier) => `${tierNames[tier]}要写明所属县区。`,
  cityHasNoCounty: '市直单位的县区请留空。',
  badSort: '排序要写整数（0—999999），不排序就留空。',
  phone: noPhone,
};

/** Why a row of the sheet 人员 is refused. */
export const personSheetWords = {
  unknownUnit: (code: string) => `没有编码为“${code}”的单位，请先在“单位”表里写上。`,
  badOpenId: 'open_id 只能由字母、数字、下划线、短横线组成，最多 64 个字符，请从飞书管理后台复制。',
  unknownPerson: '飞书里查不到这个人，或此人不在本应用的可用范围内。请核对 open_id，或先调整可用范围。',
  unknownRole: (name: string) =>
    `没有“${name}”这个角色。可写：${Object.values(roleNames).join('、')}；一人多个角色用“；”隔开。`,
  readOnlyTier: (tier: string) => `${tier}单位不设统筹员：统筹员能看全县区的数，请写在两办名下。`,
  repeatedPost: (first: number) => `与第 ${first} 行是同一人、同一单位。多个角色请写在一行，用“；”隔开。`,
  otherName: (first: number) => `open_id 与第 ${first} 行相同而姓名不同，请核对。`,
  phone: noPhone,
};

/** Why a row of the sheet 单位撤并 is refused. */
export const successionSheetWords = {
  unknownUnit: (code: string) => `没有编码为“${code}”的单位，请先在“单位”表里写上。`,
  repeated: (first: number) => `与第 ${first} 行是同一单位。几个去向写在一行，用“；”隔开。`,
  badDay: '生效日请按 2026-06-30 这样写。',
  circle: '几次撤并绕了一圈，又回到原来的单位，请核对去向。',
};
