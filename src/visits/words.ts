import { colour, type Rich, rich } from '../chat/rich.ts';
import { dayText } from '../chat/words.ts';
import { type Half, halfEnd, yearOf } from '../kernel/period.ts';
import { isLate } from './rules/due.ts';
import { KINDS, type Point, type VisitKind } from './rules/points.ts';
import { groupText } from './words-groups.ts';

export const kindNames: Record<VisitKind, string> = { visit: '走访', talk: '谈话' };

export const bothName = '同日走访并谈话';

export const featureWords = {
  title: '考察组走访谈话',
  recordWords: ['走访登记'],
  recordHelp: '登记本组的走访、谈话；上半年的发“走访登记 上半年”',
  progressWords: ['考察进度'],
  progressHelp: '各组走访、谈话完成情况；上半年的发“考察进度 上半年”',
};

export const halfText = (half: Half) => `${yearOf(half)}年${half.endsWith('H1') ? '上' : '下'}半年`;

/** One decimal, half up (domain 4). */
export const percent = (share: number | null) =>
  share === null ? '无任务' : `${(Math.round(share * 1000) / 10).toFixed(1)}%`;

const kindList = (kinds: readonly VisitKind[]) => kinds.map((kind) => kindNames[kind]).join('、');

export const dutyWords = {
  remindTitle: '走访谈话提醒',
  title: '走访谈话登记',
  finishedTitle: '走访谈话已全部登记',
  subtitle: (half: Half, groups: readonly string[]) =>
    `${halfText(half)} · ${groups.map(groupText).join('、')}`,
  summary: (open: number, half: Half) => `走访谈话还差 ${open} 项，${dayText(halfEnd(half))}到期`,
  stillOpen: (half: Half, open: number, daysLeft: number): Rich => {
    if (daysLeft < 0)
      return rich`${dayText(halfEnd(half))}已到期，还差 **${open}** 项。现在点按钮登记会标“逾期完成”；到期前已经去过的，请点“${dutyWords.backdate}”。`;
    const left = daysLeft === 0 ? '就是今天' : `还有 ${daysLeft} 天`;
    return rich`还差 **${open}** 项，**${dayText(halfEnd(half))}**到期，${left}。`;
  },
  button: (what: string, point: Point) => `${what} ${point.name}`,
  more: (names: readonly string[]) => `登记后接着显示：${names.join('、')}`,
  /** No date here: a card may be clicked days after it was sent. */
  oneClick: '去过就点一下，按当天日期登记。只记日期和完成，不记谈话内容和对象。',
  done: (half: Half, points: readonly Point[]) =>
    `已登记：${points.map((p) => doneText(half, p)).join('；')}`,
  finished: (half: Half): Rich => rich`${halfText(half)}的走访、谈话都登记好了，不会再提醒。`,
  forgotten: (half: Half, open: number) => `补登记${halfText(half)}（还差 ${open} 项）`,
  backdate: '按实际日期补登记',
  backdateHint: '选联系点、类型和实际日期，点“登记”。',
  point: '联系点',
  kind: '类型',
  day: '日期',
  submit: '登记',
  back: '返回',
  amend: '改登记',
  amendHint: '点错了、日期记错了，在这里改。',
  record: '登记',
  recordOption: (half: Half, point: Point, which: VisitKind) =>
    `${point.name} ${doneDay(half, point, which)}`,
  how: '怎么改',
  rightDay: '换成实际日期',
  withdraw: '点错了，撤销登记',
  amendDay: '日期（撤销的不用选）',
  amendSubmit: '确定',
};

function doneText(half: Half, point: Point): string {
  return `${point.name} ${doneDays(half, point)}`;
}

/** 走访 6月1日、谈话 7月2日（逾期完成） */
export function doneDays(half: Half, point: Point): string {
  return KINDS.filter((kind) => point.done[kind])
    .map((kind) => doneDay(half, point, kind))
    .join('、');
}

function doneDay(half: Half, point: Point, kind: VisitKind): string {
  const day = point.done[kind] ?? '';
  return `${kindNames[kind]} ${dayText(day)}${isLate(half, day) ? '（逾期完成）' : ''}`;
}

export const toasts = {
  recorded: (point: Point, kinds: readonly VisitKind[], half: Half) => {
    const [first = 'visit'] = kinds;
    const day = point.done[first] ?? '';
    return `已登记：${point.name} ${kindList(kinds)}，${dayText(day)}${isLate(half, day) ? '，标为逾期完成' : ''}`;
  },
  already: (point: Point) => `${point.name}已经登记过了，不用再点`,
  otherDay: (half: Half, point: Point) =>
    `${point.name}已经登记过了：${doneDays(half, point)}。日期不对的，请点“${dutyWords.amend}”`,
  amended: (half: Half, point: Point, kind: VisitKind) =>
    `已改为：${point.name} ${doneDay(half, point, kind)}`,
  withdrawn: (point: Point, kind: VisitKind) => `已撤销：${point.name} ${kindNames[kind]}`,
  unchanged: '没有变化，不用再改',
};

export const refusals = {
  closed: (half: Half) =>
    `${halfText(half)}不能登记：只能登记本半年和上一个半年的。请发“走访登记”打开现在的卡片。`,
  dayOutside: (half: Half) => `日期要在${halfText(half)}开始以后、今天以前（含今天），请重新选日期。`,
  pointGone: '这个联系点已经调整。请发“走访登记”打开新的卡片。',
  otherGroup: (point: string) =>
    `${point}由其他考察组联系，只有该组联络员能登记。如果分工有变，请联系干部科管理员。`,
  fromFormerUnit: (point: string) => `${point}的这项是撤并前的单位登记的，照样算数，不能在这里改。`,
  noDay: '请选实际日期。',
  noGroup: '您名下还没有考察组联系点。分组由干部科管理员维护，请与其联系。',
};

export const progressWords = {
  title: '考察进度',
  facts: { visit: '走访', talk: '谈话', total: '合计', overdue: '逾期' },
  share: (done: number, due: number, shown: string): Rich => rich`**${shown}**（${done}/${due}）`,
  overdueCount: (count: number): Rich => rich`${colour(`${count} 项`, 'red')}`,
  columns: { group: '考察组', done: '完成', open: '还差' },
  groupDone: (done: number, due: number, late: number) =>
    `${done}/${due}${late > 0 ? `（逾期 ${late}）` : ''}`,
  overdueTitle: (count: number) => `逾期的联系点（${count} 个）`,
  overdueLine: (group: string, name: string, kinds: readonly VisitKind[]) =>
    rich`${groupText(group)}　${name}：${kindList(kinds)}`,
  empty: '还没有录入考察组和联系点。请用工作簿的“考察组”表导入。',
  footer: '按组号排列。只有日期和完成情况，仅供统筹调度，不作考核依据。',
};
