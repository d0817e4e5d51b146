import { colour, joinRich, type Rich, rich } from '../../chat/rich.ts';
import { indicatorNames } from '../../counts/window.ts';
import { type Month, monthNumber } from '../../kernel/period.ts';
import { cardWords, levelNames, ruleNames } from '../words.ts';
import type { Lead } from './rehearse.ts';

const monthShort = (month: Month) => `${monthNumber(month)}月`;
const nameOf = (lead: Lead, county: string) => lead.name || cardWords.levelScope(county);

/** `5月提醒（进度差），7月预警（进度差、全年预测），11月恢复` */
const risesOf = (lead: Lead) =>
  lead.told
    .map(({ month, level, rules }) =>
      level === 0
        ? `${monthShort(month)}恢复`
        : `${monthShort(month)}${levelNames[level]}（${rules.map((rule) => ruleNames[rule]).join('、')}）`,
    )
    .join('，');

const endOf = ({ brokenAt, monthsAhead }: Lead): string => {
  if (brokenAt === null || monthsAhead === null) return '没有超计划';
  return monthsAhead > 0
    ? `${monthShort(brokenAt)}超计划，提前 ${monthsAhead} 个月`
    : `${monthShort(brokenAt)}超计划，没有提前`;
};

const KINDS = ['note', 'warning', 'correction', 'recovered'] as const;
type Kind = (typeof KINDS)[number];
const kindNames: Record<Kind, string> = {
  note: '提醒',
  warning: '预警',
  correction: '纠偏',
  recovered: '恢复',
};

export const rehearsalWords = {
  command: ['预警预演', '预演预警规则'],
  help: '用过去一年的数走一遍预警规则，看会发什么，如“预警预演 2025”',
  title: (year: number) => `${year}年预警预演`,
  subtitle: (county: string, version: string) =>
    `${cardWords.levelScope(county)}，${version === '' ? '按当时在用的规则' : `规则版本 ${version}`}`,
  nothingSent: '只是预演：按现在的数重走一遍，没有发给任何人，也没有改动记录。',
  none: (through: Month) => `到${monthShort(through)}，一条也不会发。`,
  chartTitle: '每月会发几条',
  chartText: (total: number) => `全年会发 ${total} 条`,
  series: kindNames,
  monthLabel: monthShort,
  columns: { month: '月份', sends: '会发几条' },
  /** `提醒 1、预警 2` */
  sends: (sent: Readonly<Record<Kind, number>>) =>
    KINDS.filter((kind) => sent[kind] > 0)
      .map((kind) => `${kindNames[kind]} ${sent[kind]}`)
      .join('、'),
  leadsTitle: (count: number) => `会提示的（${count} 项，按单位固定次序）`,
  lead: (lead: Lead, county: string): Rich => {
    const end = endOf(lead);
    const early = lead.monthsAhead !== null && lead.monthsAhead > 0;
    return joinRich(
      [
        rich`**${nameOf(lead, county)}　${indicatorNames[lead.indicator]}**`,
        rich`${risesOf(lead)}`,
        lead.brokenAt === null ? rich`${end}` : rich`${colour(end, early ? 'green' : 'red')}`,
      ],
      '\n',
    );
  },
  more: (count: number) => `另有 ${count} 项，用命令行可以全部列出。`,
  otherYear: (year: number) => `看 ${year} 年`,
  back: '返回',
  forbidden: '预演只给该层级的统筹员看。',
  noLevel: (county: string) => `没有“${county}”这个层级，请写“市”或“县区:”加县区名。`,
  notYet: (year: number) => `${year} 年还没有过完的月份，请换一年。`,
  noVersion: (version: string, known: readonly string[]) =>
    `没有版本“${version}”。现有版本：${known.join('、')}。新版本写进工作簿“预警规则”表再导入。`,
  /** For the command line. */
  headline: (county: string, year: number, version: string, through: Month) =>
    `${cardWords.levelScope(county)} ${year} 年预演到 ${through}（${version === '' ? '按当时在用的规则' : `规则版本 ${version}`}）`,
  plainMonth: (month: Month, counts: Readonly<Record<Kind, number>>, held: string) =>
    `${month}　提醒 ${counts.note}　预警 ${counts.warning}　纠偏 ${counts.correction}　恢复 ${counts.recovered}　不发：${held}`,
  plainLead: (lead: Lead, county: string) =>
    `${nameOf(lead, county)} ${indicatorNames[lead.indicator]}：${risesOf(lead)}；${endOf(lead)}`,
};
