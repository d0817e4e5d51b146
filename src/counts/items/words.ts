import { type Rich, rich } from '../../chat/rich.ts';
import { dateText, dayText } from '../../chat/words.ts';
import type { Day } from '../../kernel/day.ts';
import type { FormProblem } from '../../kernel/form.ts';
import { type Month, monthNumber, monthOf } from '../../kernel/period.ts';
import type { Entry, Indicator } from '../rules/indicator.ts';
import { entryText, indicatorNames, measureWords, monthText } from '../words.ts';
import type { Item } from './repo.ts';
import { isCounted, type Kind } from './rules/kinds.ts';

export const kindNames: Record<Kind, string> = {
  general: '普发文件（意见、通知、通报、决定等）',
  forwarded: '转发、批转',
  telegram: '明电、传真电报',
  unnumbered: '无文号（白头件、便笺、工作提示等）',
  decision: '不计数：任免、表彰、机构编制、个案批复',
  upward: '不计数：请示、报告、函、议案、内部纪要',
  convened: '要求下级参加的会议',
  system: '部门系统工作会议',
  video: '电视电话会、网络视频会',
  continued: '收看上级会后接着部署（超过 30 分钟）',
  tasked: '以培训名义布置工作',
  discussion: '单列：研讨、协调、座谈',
  listened: '不计数：只收听收看上级会议',
  statutory: '不计数：常委会、常务会、党组会等例会和学习',
  training: '不计数：培训班',
  comprehensive: '综合性考核、检查',
  single: '单项检查、专项督查、考核',
  unannounced: '暗访、四不两直',
  routine: '不计数：日常执法、信访核查、纪检办案',
};

/** Labels of the form; the day and the title are called what the office calls them. */
export const itemLabels: Record<Indicator, { number: string; title: string; day: string }> = {
  document: { number: '文号', title: '标题', day: '印发日' },
  meeting: { number: '文号', title: '会议名称', day: '召开日' },
  inspection: { number: '批准或备案号', title: '事项名称', day: '开始日' },
};

export const fieldNames = {
  unit: '单位',
  kind: '类型',
  issuer: '以谁的名义',
  parts: { document: '一号多件，含几项', meeting: '套开，含几个会', inspection: '' },
  basis: '批准依据（直达乡镇、村的会议要填）',
  marks: '需要就勾选',
};

export const markNames: Record<string, string> = {
  unplanned: '计划外',
  emergency: '应急（防汛、疫情、安全等突发）',
  township: '直达乡镇（街道）',
  village: '直达村（社区）',
  heads: '要求乡镇主要负责人参加',
};

/** What each field is for and where it comes from (BR-11). */
export const itemPurposes: Record<Indicator, Rich> = {
  document: rich`**文号、标题、印发日**：认出是哪一份文件，按印发日归月，同一文号只算一次。从发文登记簿或 OA 取。
**类型、名义**：分开计数和不计数的，部门文件和党委政府文件分列。
**计划外、应急**：看计划外占比；应急的单列，不进预警。`,
  meeting: rich`**名称、召开日**：认出是哪一次会议，按实际召开日归月。从会议通知取。
**类型**：研讨、协调、座谈单列，不进预警；套开只算 1 次。
**直达乡镇、批准依据**：看基层参会负担；直达乡镇的会议须经批准。
**计划外、应急**：看计划外占比；应急的单列，不进预警。`,
  inspection: rich`**名称、开始日**：一个事项一次下去算 1 次。从备案登记取。
**类型**：综合性和单项分开；日常执法、信访、办案不计。`,
};

export const strikeReasons: Record<string, string> = {
  typo: '登记错了',
  duplicate: '重复登记',
  cancelled: '会议取消或没有开',
};

/** Number and title, as a person names it. */
export function itemName({ number, title }: Pick<Item, 'number' | 'title'>): string {
  return number ? `${number} ${title}` : title;
}

function shortened(text: string, most: number): string {
  const letters = Array.from(text);
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text;
}

const when = (day: Day) => dayText(day);

export const itemWords = {
  form: (indicator: Indicator) => `登记${indicatorNames[indicator]}`,
  /** Short enough to stand three in a row on a phone. */
  add: (indicator: Indicator) => `登记${indicator === 'inspection' ? '督查' : indicatorNames[indicator]}`,
  formHint: '看一眼，没有问题就点“登记”。',
  blankHint: (indicator: Indicator): Rich =>
    indicator === 'document'
      ? rich`填好点“登记”。下次也可以直接发：发文 市政办〔2026〕12号 关于……的通知`
      : rich`填好点“登记”。下次也可以直接发：${indicator === 'meeting' ? '会议 6月12日 全市防汛工作会议' : '督查 6月12日 防汛备汛专项督查'}`,
  editTitle: (indicator: Indicator) => `改登记：${indicatorNames[indicator]}`,
  editHint: '只改不对的，改完点“保存”。',
  register: '登记',
  registerFor: (unit: string) => `登记到${unit}`,
  adjust: '改一改',
  save: '保存',
  again: '再登记一件',
  open: '改或撤回',
  edit: '修改',
  withdraw: '撤回、作废',
  strike: '不算这件',
  restore: '恢复',
  back: '返回',
  toList: '返回清单',
  purposeTitle: '这些内容做什么用、从哪来',
  doneTitle: (indicator: Indicator) => `已登记：${indicatorNames[indicator]}`,
  itemTitle: (indicator: Indicator) => `登记的${indicatorNames[indicator]}`,
  name: ({ number, title }: Pick<Item, 'number' | 'title'>): Rich =>
    number ? rich`${number}\n**${title}**` : rich`**${title}**`,
  onDay: (indicator: Indicator, day: Day) => `${itemLabels[indicator].day} ${when(day)}`,
  counting: (indicator: Indicator, { kind, day }: Pick<Item, 'kind' | 'day'>): string => {
    const [name = ''] = kindNames[kind as Kind].split('（');
    return isCounted(indicator, kind)
      ? `${name}，计入${monthText(monthOf(day))}${indicatorNames[indicator]}`
      : name;
  },
  inNameOf: (issuer: string) => `以${issuer}名义`,
  basis: (basis: string) => `批准依据：${basis}`,
  parts: (indicator: Indicator, parts: number) =>
    indicator === 'meeting' ? `套开 ${parts} 个会，算 1 次` : `一号含 ${parts} 项，算 1 件`,
  sum: (month: Month, entry: Entry): Rich =>
    rich`${monthNumber(month)}月${indicatorNames[entry.indicator]}现在是 ${entryText(entry)}。`,
  withdrawnOn: (day: Day) => `${when(day)}撤回，冲减当月 1 件，记录保留`,
  struck: (reason: string) => `不计数：${strikeReasons[reason] ?? '已删'}，记录保留`,
  withdrawTitle: '撤回、作废',
  withdrawHint: (item: Item): Rich =>
    rich`**${itemName(item)}**\n在撤回的那个月冲减 1 件，记录保留。登记错了的不用撤回，返回后点“不算这件”。`,
  withdrawDay: '撤回日',
  strikeTitle: '不算这件',
  strikeHint: (item: Item): Rich =>
    rich`**${itemName(item)}**\n从${monthText(item.month)}的数里去掉，记录保留，可以恢复。`,
  strikeReason: '原因',
  listTitle: (month: Month) => `${monthNumber(month)}月登记清单`,
  listEmpty: (month: Month) => `${monthText(month)}还没有登记。没有发文、没有开会就不用管，到时按 0 计。`,
  listLine: (item: Item, note: string): Rich => {
    const short = shortened(itemName(item), 40);
    return note ? rich`- ${when(item.day)} ${short}（${note}）` : rich`- ${when(item.day)} ${short}`;
  },
  option: (item: Item) => `${Number(item.day.slice(8))}日 ${shortened(itemName(item), 30)}`,
  listMore: (count: number) => rich`还有 ${count} 条，可在下面选。`,
  pick: '要改或撤回，选一条',
  openPicked: '打开',
  apartTitle: '单列的（不计入上面的数）',
  itemsRule: '月数由登记自动合计，不用另外报数。',
  differs: (registered: Entry): Rich => rich`登记合计${entryText(registered)}，与月数不同，以年底清单为准。`,
};

/** Short words beside an item in the list. */
export const noteWords = {
  apart: '单列',
  uncounted: '不计数',
  withdrawn: (day: Day) => `${when(day)}撤回`,
  struck: '已去掉',
  unplanned: '计划外',
  emergency: '应急',
  parts: (item: Item) => (item.indicator === 'meeting' ? `套开 ${item.parts} 个` : `含 ${item.parts} 项`),
};

export const apartWords = {
  discussion: (n: number) => `研讨、协调、座谈 ${n} 次`,
  uncounted: (indicator: Indicator, n: number) =>
    `不计数的${indicatorNames[indicator]} ${n} ${measureWords[indicator]}`,
  unnumbered: (n: number) => `无文号 ${n} 件`,
  saved: (n: number) => `套开少开会 ${n} 次`,
  heads: (n: number) => `要求乡镇主要负责人参加 ${n} 次`,
  emergency: (indicator: Indicator, n: number) =>
    `应急${indicatorNames[indicator]} ${n} ${measureWords[indicator]}`,
};

export const itemAnswers = {
  registered: '已登记。',
  registeredLate: (month: Month) => `${monthText(month)}已经截止或确认，这件按漏登补记，统计已更新。`,
  saved: '已保存，统计已更新。',
  sameSaved: '没有改动。',
  withdrawn: '已撤回，冲减 1 件。',
  struck: '已去掉，统计已更新。',
  restored: '已恢复，统计已更新。',
  known: (item: Item) => `${dateText(item.day)}已经登记过，只算一次。`,
  otherTitle: (item: Item) => `${item.number}已登记为《${item.title}》，标题不同，请核对文号。`,
  moved: '这条登记刚被同事改过，现在显示的就是。请再看一眼。',
  notFound: '这条登记找不到了，请发“登记”重新打开清单。',
  figuresOnly: (month: Month) =>
    `您的单位${monthText(month)}是只报数，不用逐件登记。报数直接发“${monthNumber(month)}月发文12件会议3次”。想改成逐件登记，请联系两办统筹员，从下个月起换。`,
  secret: '这里像是涉密文件。涉密文件不在系统登记，由保密渠道线下合计；您发的内容没有保存，请从聊天里删去。',
  identity: '这里像是身份证号。系统不收身份证号，内容没有保存，请删去后再登记。',
  tooMany: (most: number) => `一次最多登记 ${most} 件，请分几次发；更多的请系统管理员从 OA 导出表导入。`,
  badMonth: '月份读不懂，请发“登记”加月份，如“登记 2026-05”。',
};

export const itemProblems = {
  join: (problems: readonly string[]) => `${problems.join('；')}。您填的内容还在，改好后再点。`,
  field({ code, label, typed, max }: FormProblem): string {
    if (code === 'missing') return `${label}没有填`;
    if (code === 'too-long') return `${label}太长，最多 ${max} 个字`;
    if (code === 'not-a-day') return `${label}请选日期`;
    if (code === 'not-offered') return `${label}请重新选`;
    return `${label}“${typed}”请填整数，如 2`;
  },
  badNumber: (typed: string) => `文号“${typed}”看不懂，请写成 市政办〔2026〕12号，没有文号就空着`,
  future: (label: string) => `${label}还没到，${label === '印发日' ? '印发' : '办了'}以后再登记`,
  tooOld: (label: string) => `${label}太早，请核对年份`,
  needsBasis: '直达乡镇、村的会议须经同级党委主要负责同志批准，请填批准依据',
  noParts: '含几项、几个会最少是 1',
  withdrawnEarlier: '撤回日不能早于印发日',
};

export const hintWords = {
  sameTopic: (other: Item) =>
    `${dayText(other.day)}已有同一主题的${indicatorNames[other.indicator]}《${other.title}》。已发文的一般不再专门开会，请酌定。`,
  secondSystem: '这是本单位今年第 2 次以上的系统工作会议，同一领域综合性会议一般一年一次。',
};

export const itemFeature = {
  list: ['登记', '登记清单', '本月登记'],
  listHelp: '逐件登记的清单，或直接发“发文 市政办〔2026〕12号 关于……”；只报数的发“6月发文12件会议3次”',
};
