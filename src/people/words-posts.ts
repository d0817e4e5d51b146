import type { Role } from '../kernel/actor.ts';
import { roleNames } from './words.ts';

/** Posts: who fills them and who takes them over. */
export const postWords = {
  notYours: (role: Role) =>
    role === 'admin' || role === 'cadre-office'
      ? `“${roleNames[role]}”只能由系统管理员指定。`
      : '只能办本层级单位的岗位，请由该层级的统筹员或系统管理员办理。',
  cadreOffice: '考察组联络员的指定和移交，由干部科在飞书里发“考察组”办理，走访任务会一起移交。',
  unknownUnit: '没有这个单位，可能已经改了编码。请回到列表重新选。',
  badRole: '请选一个岗位。',
  noPerson: '请写接手人的姓名。',
  unknownPerson: (name: string) => `名册里没有“${name}”。请先在“单位人员”里登记这个人，或核对姓名。`,
  several: (name: string, openIds: readonly string[]) =>
    `名册里有 ${openIds.length} 位“${name}”，请改填 open_id：${openIds.join('、')}。`,
  goneByThen: (name: string) => `${name}已离职或停用，不能接手。`,
  same: '接手人就是现在的人，不用移交。',
  notHolder: '这个岗位已经不在原来的人名下，可能刚被移交。请刷新后再看。',
  alreadyPlanned: (name: string, day: string) => `已约好从 ${day} 起由${name}接手。要改请先取消原来的。`,
  badDay: '请选移交日期。',
  pastDay: '移交日期不能早于今天。',
  tooFar: (days: number) => `移交日期最多约到 ${days} 天以后。`,
  name: '姓名',
  openId: 'open_id',
  badName: '请写姓名，最多 32 个字。',
  badOpenId: 'open_id 只能由字母、数字、下划线、短横线组成，最多 64 个字符，请从飞书管理后台复制。',
  otherName: (name: string) => `这个 open_id 在名册里是“${name}”，姓名对不上，请核对。`,
  personal: '里面像是有身份证号或手机号。系统不收这些，请删去。',
  noSelf: '不能给自己加岗位。请由系统管理员或另一位统筹员办理。',
  lastLiaison: '这是该单位唯一的联络员。换人请用“移交”；确实不再设，请勾选确认后再提交。',
  cardTitle: (role: Role) => `您已接手${roleNames[role]}岗位`,
  card: (unit: string, role: Role, before: string) =>
    `从今天起您是${unit}的${roleNames[role]}${before ? `，原由${before}办理` : ''}。这个岗位要办的事已经随岗位转给您，以前的登记和数据都在，不用重新报。`,
  open: '看今日待办',
  say: '今日待办',
} as const;
