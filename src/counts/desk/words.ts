import type { FormProblem } from '../../kernel/form.ts';
import type { Month } from '../../kernel/period.ts';
import { momentText, monthText } from '../words.ts';

/** What the offices are told when something cannot be done at their desk. */
export const deskWords = {
  otherLevel: '这里只能办本层级的事。请由该层级的统筹员办理。',
  onlyHost: '统计口径全市、全县只有一个，由主办机关的统筹员统一改。需要改请与其联系。',
  unknownUnit: '没有这个单位，可能已经改了编码。请回到列表重新选。',
  noRound: (month: Month) => `${monthText(month)}还没有开始统计，没有可以提醒的。`,
  over: (month: Month, deadline: number | undefined) =>
    `${monthText(month)}的统计${deadline === undefined ? '已经截止' : `已于${momentText(deadline)}截止`}，机器人不再提醒。还没有数的单位请打电话联系，补报走“更正”。`,
  noDeadline: '当年放假调休表还没有录入，截止日定不下来，先不提醒。',
  planMoved: (revision: number) =>
    `您打开页面以后，同事已把这项计划改到第 ${revision} 版，没有覆盖。请看过新的数再改；您填的内容还在。`,
  planYear: (from: number, to: number) => `只能改 ${from}—${to} 年的计划。以前年度的请从工作簿导入。`,
  planReason: '请写调整的依据或理由，如会议纪要、通知文号。',
  planSame: '数和依据都没有变，不用保存。',
  personal: '里面像是有身份证号或手机号。系统不收这些，请删去。',
  versionTaken: (version: string) => `口径版本“${version}”已经有了，请换一个名字。`,
  monthTaken: (month: Month, version: string) =>
    `${monthText(month)}起已有口径“${version}”，一个月只能有一个。`,
  monthPast: (month: Month) =>
    `新口径只能从${monthText(month)}或以后的月份起用：以前的月份已按原口径报过，改了就不可比。`,
  badMonth: '生效月份请按 2026-09 这样写。',
  field({ label, code, typed, max }: FormProblem): string {
    switch (code) {
      case 'missing':
        return `${label}没有填`;
      case 'too-long':
        return `${label}最多 ${max ?? ''} 个字`;
      case 'too-large':
        return `${label}“${typed}”太大，最多 ${max ?? ''}`;
      case 'fraction':
      case 'negative':
        return `${label}要填 0 或正整数，不能是“${typed}”`;
      default:
        return `${label}“${typed}”看不懂，请填整数，如 12`;
    }
  },
} as const;

export const deskLabels = {
  amount: '调整后的计划数',
  basis: '依据或理由',
  version: '版本名称',
  fromMonth: '生效月份',
  note: '怎么数',
} as const;
