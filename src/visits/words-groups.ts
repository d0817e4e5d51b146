import { colour, type Rich, rich } from '../chat/rich.ts';
import { dayText } from '../chat/words.ts';
import { type Half, halfEnd } from '../kernel/period.ts';
import type { LiaisonState } from './rules/assignment.ts';
import { compareNumbers } from './rules/points.ts';

/** `04` of the workbook is `第4组` to people. */
export const groupText = (group: string) => (/^\d+$/.test(group) ? `第${Number(group)}组` : group);

export const groupsText = (groups: readonly string[]) =>
  groups.toSorted(compareNumbers).map(groupText).join('、');

const states: Record<Exclude<LiaisonState, 'ready'>, string> = {
  gone: '已离职或停用',
  unknown: '不在人员名单里',
  township: '在乡镇、村任职，不能担任',
};

const mark = colour('待完善', 'red');

/** Red marks: what is to be put right in the assignment. */
export const gapWords = {
  number: (actual: number, expected: number): Rich =>
    rich`${mark}　应有 ${expected} 个考察组，现有 ${actual} 个`,
  size: (groups: readonly string[]): Rich => rich`${mark}　${groupsText(groups)}的联系点不是 2—3 个`,
  unassigned: (names: readonly string[]): Rich => rich`${mark}　还没有考察组联系的：${names.join('、')}`,
  vacant: (groups: readonly string[], state: Exclude<LiaisonState, 'ready'>): Rich =>
    rich`${mark}　${groupsText(groups)}的联络员${states[state]}`,
  avoided: (points: readonly { group: string; name: string }[]): Rich =>
    rich`${mark}　应当回避：${points.map(({ group, name }) => `${name}（${groupText(group)}）`).join('、')}`,
};

export const groupWords = {
  commandWords: ['考察分组'],
  commandHelp: '考察组、联系点和联络员，换组（含回避）、换联络员；组数不同的发“考察组数 15”',
  countTitle: '考察组数',
  countSet: (count: number) => `已按 ${count} 个考察组核对。`,
  title: '考察分组',
  subtitle: (groups: number, points: number) => `${groups} 个考察组 · ${points} 个联系点`,
  line: (group: string, name: string, points: readonly string[]): Rich =>
    rich`**${groupText(group)}**　${name}\n${points.join('、') || '还没有联系点'}`,
  empty: '还没有录入考察组和联系点。请用工作簿的“考察组”表导入。',
  move: '换组',
  liaison: '换联络员',
  back: '返回',
  now: '看现在的分组',
  drop: (group: string) => `撤销${groupText(group)}`,
  dropConfirm: (group: string) => ({
    title: `撤销${groupText(group)}？`,
    text: '这个组已经没有联系点。撤销后，以前的登记仍然保留。',
  }),
  avoidances: (count: number) => `已登记的回避（${count} 个）`,
  avoidanceHint: '不记原因和人员。组员变了、不用再回避的，点一下取消。',
  lift: (group: string, name: string) => `取消回避：${groupText(group)} ${name}`,
  moveHint: '没办完的走访、谈话跟着联系点走，办完的不用重办；接手的联络员会收到一张卡片。',
  point: '联系点',
  pointOption: (name: string, group: string) => `${name}（${groupText(group)}）`,
  to: '换到',
  intoGroup: (group: string) => `调入${groupText(group)}`,
  exchange: (name: string, group: string) => `与${groupText(group)}的${name}互换`,
  avoid: '回避',
  avoidOption: '因回避调整，以后不再安排给原来的组',
  moveSubmit: '确定换组',
  liaisonHint: '没办完的走访、谈话随岗位移交，新联络员会收到一张卡片。',
  group: '考察组',
  groupOption: (group: string, name: string) => `${groupText(group)}（现为${name}）`,
  newLiaison: '新联络员',
  liaisonSubmit: '确定换人',
  noCandidates: '人员名单里还没有其他考察组联络员。请先用工作簿的“人员”表登记，角色写“考察组联络员”。',
};

export const handOverWords = {
  title: '联系点移交给您',
  gained: (names: readonly string[]): Rich => rich`新接手：**${names.join('、')}**`,
};

export const vacantWords = {
  title: '考察组缺联络员',
  hint: (half: Half): Rich =>
    rich`这些组还有走访、谈话没办，**${dayText(halfEnd(half))}**到期，但联络员收不到提醒。换人后，新联络员会自动收到。`,
  line: (group: string, open: number): Rich => rich`${groupText(group)}　还差 ${open} 项`,
};

export const groupToasts = {
  moved: (name: string, group: string) => `${name}已调入${groupText(group)}`,
  exchanged: (name: string, group: string, other: string, otherGroup: string) =>
    `${name}已调入${groupText(group)}，${other}已调入${groupText(otherGroup)}`,
  unmoved: (name: string, group: string) => `${name}已经在${groupText(group)}，不用再调`,
  liaison: (group: string, name: string) => `${groupText(group)}的联络员已换成${name}`,
  sameLiaison: (group: string, name: string) => `${groupText(group)}的联络员已经是${name}，不用再换`,
  dropped: (group: string) => `${groupText(group)}已撤销`,
  lifted: (group: string) => `已取消${groupText(group)}的这项回避`,
};

export const groupRefusals = {
  changed: '分组已经变了。请发“考察分组”打开新的卡片。',
  otherCounty: (group: string) => `${groupText(group)}有其他县区的联系点，由市里的干部科管理员调整。`,
  cityOnly: '组的增减由市里的干部科管理员办理。',
  avoided: ({ name }: { name: string }, group: string) =>
    `${groupText(group)}应当回避${name}，不能这样调。确实不用再回避的，请先在“考察分组”里取消回避。`,
  notALiaison: '此人不是考察组联络员或已离职。请先用工作簿的“人员”表登记，角色写“考察组联络员”。',
  township: (name: string) =>
    `${name}在乡镇、村任职，不能担任考察组联络员：走访安排不发给被走访的乡镇。请另选一人。`,
  notEmpty: (group: string) => `${groupText(group)}还有联系点，请先把联系点换到其他组，再撤销。`,
  badCount: '组数请写 1—99 之间的数，比如“考察组数 17”。',
};

/** Why a row of the sheet 考察组 is refused. */
export const sheetWords = {
  repeated: (first: number) => `组号与第 ${first} 行重复，请合并成一行`,
  unknownLiaison: '“人员”表里没有这个 open_id，请先在“人员”表登记该联络员',
  township: '此人在乡镇、村任职，不能担任考察组联络员：走访安排不发给被走访的乡镇',
  unknownUnit: (unit: string) => `“单位”表里没有编码 ${unit}`,
  notATownship: (name: string, unit: string, tier: string) =>
    `${name}（${unit}）是${tier}，联系点只能是乡镇街道`,
  abolished: (name: string, unit: string, heirs: readonly string[]) =>
    heirs.length > 0
      ? `${name}（${unit}）已经撤并，请改写 ${heirs.join('；')}`
      : `${name}（${unit}）已经撤销，请删去`,
  taken: (name: string, unit: string, row: number) => `${name}（${unit}）在第 ${row} 行已有考察组联系`,
  avoided: (name: string, unit: string, group: string) =>
    `${group}应当回避${name}（${unit}）。不用再回避的，请干部科管理员先在“考察分组”里取消回避`,
  elsewhere: (name: string, unit: string, group: string) =>
    `${name}（${unit}）现由组号 ${group} 联系，请把该组也放进本表一起调整`,
};
