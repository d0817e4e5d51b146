import { type Rich, rich } from '../chat/rich.ts';
import { dayText } from '../chat/words.ts';
import { type Day, dayOf, timeOf, weekdayOf } from '../kernel/day.ts';
import type { FormProblem } from '../kernel/form.ts';
import { type Month, monthNumber, yearOf } from '../kernel/period.ts';
import type { Estimate } from './rules/estimate.ts';
import type { Entry, Indicator } from './rules/indicator.ts';

export const indicatorNames: Record<Indicator, string> = {
  document: '发文',
  meeting: '会议',
  inspection: '督查检查考核',
};

export const measureWords: Record<Indicator, string> = { document: '件', meeting: '次', inspection: '次' };

/** The six fields, by name; each says which number it is without its neighbours. */
export const fieldLabels: Record<string, string> = {
  document: '发文',
  document_unplanned: '发文·其中计划外',
  meeting: '会议',
  meeting_unplanned: '会议·其中计划外',
  meeting_direct: '会议·其中直达乡镇',
  inspection: '督查检查考核',
};

/** Why each number is asked for and who has it already (BR-11, BR-13). */
export const fieldPurposes: Record<string, string> = {
  document: '本月以本单位名义普发的文件数，用来算年度发文计划执行率和同比。从本单位发文登记簿或 OA 取。',
  document_unplanned: '没有列入年度发文计划的件数，用来看计划外占比。从发文登记簿取，没有填 0。',
  meeting: '本月召开、要求下级参加的会议数，含视频会，套开算 1 次。从本单位会议登记取。',
  meeting_unplanned: '没有列入年度会议计划的次数。从会议登记取，没有填 0。',
  meeting_direct: '直接开到乡镇（街道）的次数，用来看基层参会负担。从会议通知取，没有填 0。',
  inspection: '本月组织的督查检查考核次数，一个事项一次下去算 1 次。从备案登记取。',
};

export const monthText = (month: Month) => `${yearOf(month)}年${monthNumber(month)}月`;

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];

export const weekdayText = (day: Day) => `${dayText(day)}（周${WEEKDAYS[weekdayOf(day) - 1]}）`;

export const momentText = (at: number) => `${weekdayText(dayOf(at))}${timeOf(at)}`;

export function entryText({ indicator, amount, unplanned, direct }: Entry): Rich {
  const measure = measureWords[indicator];
  const parts =
    indicator === 'inspection'
      ? []
      : [
          `计划外 ${unplanned} ${measure}`,
          ...(indicator === 'meeting' ? [`直达乡镇 ${direct} ${measure}`] : []),
        ];
  return rich`**${amount} ${measure}**${parts.length > 0 ? `（其中${parts.join('、')}）` : ''}`;
}

export const correctionReasons: Record<string, string> = {
  late: '截止前没来得及报',
  omitted: '有漏登的',
  duplicate: '有重复登记的',
  month: '归错了月份',
  withdrawn: '有撤回、作废的',
  typo: '数字填错了',
  cancelled: '有会议取消或没有开',
};

export const cardWords = {
  confirm: '确认无误',
  change: '修改',
  submit: '提交',
  correct: '更正',
  title: (month: Month) => `${monthNumber(month)}月发文会议统计`,
  nudgeTitle: (month: Month, today: boolean, deadline: number | undefined) =>
    `${monthNumber(month)}月发文会议统计：${today ? '今天截止' : `${weekdayText(dayOf(deadline ?? 0))}截止`}`,
  formTitle: (month: Month) => `${monthNumber(month)}月发文会议统计：填数`,
  correctTitle: (month: Month) => `更正${monthText(month)}发文会议统计`,
  aheadTitle: (month: Month) => `登记${monthText(month)}的数`,
  aheadHint: '看一眼，没有问题就点“提交”。月末的卡片会按这些数填好。',
  registeredTitle: (month: Month) => `${monthNumber(month)}月的数已登记`,
  registeredThen: '月末最后一个工作日发卡时会填好，没变化点一下就行；有变化随时再发。',
  registered: '登记的数如下，没变化就点“确认无误”。',
  lastMonth: rich`本月还没有登记数，下面是**上月数**。和本月一样就点“确认无误”，不一样点“修改”。`,
  empty: '请填本月的数，没有就填 0。',
  editHint: '只改有变化的数，改完点“提交”。',
  correctHint: '请改成正确的数，选一个原因，点“提交”。',
  lateHint: '请把这个月的数补上，没有就填 0，点“提交”。',
  /** Marked apart from what was reported: nobody takes it for a figure without having looked. */
  estimated: (estimates: readonly Estimate[]): Rich => {
    const of = (basis: Estimate['basis']) =>
      estimates.filter((one) => one.basis === basis).map(({ indicator }) => indicatorNames[indicator]);
    const from = [
      ...(of('same-month').length > 0 ? [`${of('same-month').join('、')}照去年同月`] : []),
      ...(of('median').length > 0 ? [`${of('median').join('、')}照近一年的中等月份`] : []),
    ];
    return rich`**已填的是估计数，不是您报的**（${from.join('；')}）。请对一遍，不对的改掉；点“提交”以后才算数。`;
  },
  deadline: (at: number | undefined): Rich =>
    at === undefined ? rich`截止时间待放假表导入后确定` : rich`截止：**${momentText(at)}**`,
  adoptedThen: (deadline: Rich): Rich => rich`${deadline}。不点也可以，到时按登记数采用。`,
  purposeTitle: '这些数做什么用、从哪来',
  purposeFooter: '仅供统筹调度，不作考核依据。同一个数一个月只收一次，季度、全年由系统自己算。',
  rule: ({ version, note }: { version: string; note: string }): Rich => rich`**口径 ${version}**：${note}`,
  newRule: ({ version, note }: { version: string; note: string }): Rich =>
    rich`**本月起用新口径 ${version}**：${note}`,
  purpose: (name: string): Rich => rich`**${fieldLabels[name] ?? name}**：${fieldPurposes[name] ?? ''}`,
  reason: '更正原因',
  countHint: '填整数，如 12',
  implausible: (entries: readonly Entry[]): Rich =>
    rich`**请再看一眼：**${entries
      .map((e) => `${indicatorNames[e.indicator]} ${e.amount} ${measureWords[e.indicator]}`)
      .join('、')}，比近 12 个月任何一个月都多出很多。没有填错就再点一次“提交”，填错了直接改。`,
  doneTitle: (month: Month) => `${monthNumber(month)}月发文会议统计：已确认`,
  adoptedTitle: (month: Month) => `${monthNumber(month)}月发文会议统计：已采用`,
  missingTitle: (month: Month) => `${monthNumber(month)}月发文会议统计：已截止`,
  doneBy: (name: string, at: number) => `${name ? `${name} ` : ''}${momentText(at)}确认`,
  adopted: '到截止时没有改动，按登记数自动采用。有不对的地方，点“更正”。',
  missing: '本月统计已截止，还没有收到本单位的数。现在补报，请点“更正”。',
};

/** Numbers that were typed in chat. */
export const typedWords = {
  unsaid: (name: string, lastMonth: boolean) =>
    lastMonth ? `${name}没有说，先按上月数。` : `${name}没有说，按已登记的数。`,
  ready: '没有问题就点“提交”。',
  ahead: '没有问题就点“提交”，月末的卡片会按这些数填好。',
};

export const answerWords = {
  confirmed: '已确认，谢谢。',
  registered: '已登记，谢谢。',
  submitted: '已提交，谢谢。',
  corrected: '已更正，统计已按新数更新。',
  alreadySo: '已经是这个数了，不用再报。',
  otherWasFaster: (name: string, at: number) =>
    `${name || '同事'}已在${momentText(at)}提交了不同的数，现在显示的就是。仍要修改，请点“更正”。`,
  figuresMoved: '登记数刚有更新，请再核对一下新的数。',
  roundClosed: (month: Month) =>
    `${monthText(month)}的统计已截止，这次没有改动。数字有误，请点“更正”并选原因。`,
  figuresTitle: '报数',
  notYet: (month: Month) => `${monthText(month)}还没有到，到了那个月再报。`,
  unreadable: '有的数读不懂，或者同一个数说了两遍。请这样发：6月发文12件会议3次。',
  sure: '有的数比平时多出很多，请再看一眼。',
  notListed: (month: Month) =>
    `您的单位不在${monthText(month)}的填报名单里，不用报数。如有疑问，请联系两办统筹员。`,
};

export const problemWords = {
  join: (problems: readonly string[]) => `${problems.join('；')}。您填的内容还在，改好后再点“提交”。`,
  field(problem: FormProblem): string {
    const typed = problem.typed ? `“${problem.typed}”` : '';
    switch (problem.code) {
      case 'missing':
        return problem.name === 'reason' ? '请选更正原因' : `${problem.label}没有填，没有就填 0`;
      case 'negative':
        return `${problem.label}不能是负数`;
      case 'fraction':
        return `${problem.label}要填整数，${typed}带小数`;
      case 'too-large':
        return `${problem.label}${typed}太大，最多 ${problem.max ?? ''}`;
      default:
        return `${problem.label}${typed}看不懂，请填数字，如 12`;
    }
  },
  partExceeds: (part: string, whole: string) => `${part}不能比${whole}还多`,
};

export const progressWords = {
  title: '统计进度',
  /** Numbers only: who they are is told in private. */
  inGroup: (month: Month, levels: readonly { county: string; due: number; missing: readonly unknown[] }[]) =>
    [
      ...levels.map(
        ({ county, due, missing }) =>
          `${monthText(month)}${county || '市级'}统计：应报 ${due} 家，已有 ${due - missing.length} 家。`,
      ),
      '是哪些单位，请到单聊里发“进度”看。',
    ].join('\n'),
  noRound: '还没有开始过月统计。每月最后一个工作日会自动开始。',
};

export const taskWords = {
  title: '我的任务',
  none: '目前没有要您办的事。',
  /** For who has other duties than counts. */
  noCounts: '月统计目前没有要您办的事。',
  hints: {
    liaison: '每月最后一个工作日发卡，平时不用管。',
    coordinator: '看填报进度，发“进度”。',
    'group-liaison': '走访谈话还差哪些，发“走访登记”看。',
  } as Record<string, string>,
  correctTitle: '更正',
  correctPick: '请选要更正的单位。',
  nothingToCorrect: '还没有可以更正的月统计。要更正以前的月份，发“更正”加月份，如“更正 2026-05”。',
  badMonth: '月份读不懂，请发“更正”加月份，如“更正 2026-05”。',
};

export const featureWords = {
  title: '月统计',
  tasks: ['我的任务'],
  tasksHelp: '看现在有没有要您办的事',
  progress: ['进度'],
  progressHelp: '本月统计到哪一步、还有谁没有数',
  correct: ['更正'],
  correctHelp: '改报过的数，如“更正 2026-05”',
};
