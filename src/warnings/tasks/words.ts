import { type Colour, colour, type Rich, rich } from '../../chat/rich.ts';
import { dateText } from '../../chat/words.ts';
import { decimal, type Indicator, indicatorNames, measureWords, monthText } from '../../counts/window.ts';
import type { Day } from '../../kernel/day.ts';
import { type Month, monthNumber, yearOf } from '../../kernel/period.ts';
import type { Evidence } from '../evidence.ts';
import type { Rule } from '../rules/triggers.ts';
import { plainFinding, plainInputs } from '../words.ts';

/** The notice as the machine drafts it; a person may change every word before signing. */
export function draftText({
  name,
  indicator,
  month,
  evidence,
}: {
  name: string;
  indicator: Indicator;
  month: Month;
  evidence: Evidence;
}): string {
  const measure = measureWords[indicator];
  const { total, plan, remaining, monthlyAllowance, triggers } = evidence;
  const planned = plan === null ? '' : `，年计划 ${plan} ${measure}`;
  const findings = triggers
    .toSorted((a, b) => b.level - a.level)
    .map((trigger, i) => `${i + 1}. ${plainFinding(trigger, indicator)}（${plainInputs(trigger)}）`);
  const left =
    remaining === null || remaining < 0
      ? ''
      : `年内剩余额度 ${remaining} ${measure}${monthlyAllowance === null ? '' : `，月均可用 ${decimal(monthlyAllowance)} ${measure}`}。`;
  return [
    `${name}：`,
    `${yearOf(month)}年1—${monthNumber(month)}月，你单位${indicatorNames[indicator]}累计 ${total} ${measure}${planned}，出现以下反弹苗头：`,
    `${findings.join('；\n')}。`,
    `${left}请分析原因，研究压减办法，书面告知我办。`,
  ].join('\n');
}

const states: Record<string, { name: string; colour: Colour }> = {
  open: { name: '待签发', colour: 'orange' },
  signed: { name: '已签发', colour: 'green' },
  discarded: { name: '不发', colour: 'grey' },
  lapsed: { name: '已有更新的判定，不再签发', colour: 'grey' },
  settled: { name: '已处置', colour: 'green' },
};

export const draftWords = {
  title: '提示函草稿',
  subtitle: (name: string, indicator: Indicator, month: Month) =>
    `${name}　${indicatorNames[indicator]}　${monthText(month)}`,
  state: (state: string): Rich => {
    const known = states[state];
    return rich`**${known ? colour(known.name, known.colour) : state}**`;
  },
  text: (text: string): Rich => rich`${text}`,
  changed: '数字后来有更正，按现在的数已不到预警。签发前请再看看。',
  hint: '由机器按规则拟稿。签发后发给本单位联络员，请其转办公室主任；不签发就不发。',
  by: (name: string, day: Day, state: string) => `${name} ${dateText(day)}${states[state]?.name ?? ''}`,
  sign: '签发',
  signTitle: '签发提示函？',
  signText: (name: string) => `签发后发给${name}的联络员，不能撤回。`,
  edit: '改文字',
  discard: '不发',
  discardTitle: '这次不发？',
  discardText: '草稿留档，不发给单位。',
  back: '返回',
  editTitle: '改提示函文字',
  textLabel: '正文',
  save: '保存',
  saved: '已保存，还没有发出。',
  signed: '已签发，在工作时段发出。',
  discarded: '已记为不发。',
  nobody: (name: string) => `${name}还没有登记联络员，发不出去。请先请管理员登记，或线下发函。`,
  gone: '没有这份草稿。发“预警”看现在的。',
  notOpen: '这份草稿已经定了，上面是现在的样子。',
  rude: '正文里有排名、催回执或“务必立即”一类的话，不能发。请改一改再保存，您填的内容还在。',
  forbidden: '提示函由本层级的统筹员签发。',
  notice: {
    title: '预警提示',
    signature: (office: string, day: Day): Rich => rich`**${office}**　${dateText(day)}`,
    hint: '请转本单位办公室主任阅。说明在线下书面报送，不用在这里回复。',
  },
};

export const todoWords = {
  title: '处置清单',
  forbidden: '处置由本层级的统筹员办理。',
  gone: '没有这项处置。发“预警”看现在的。',
  hint: '怎么处置由人定，系统不通知单位，也不替人约谈、通报。定了以后在下面记一笔就销号。',
  tableTitle: '近 12 个月，右边是上年同月',
  emergency: (count: number, indicator: Indicator) => `其中应急 ${count} ${measureWords[indicator]}`,
  columns: { month: '月份', amount: '数量', before: '上年' },
  howLabel: '怎么处置的',
  /** Domain 4.2: what people may decide. */
  ways: ['已约谈', '已调减计划', '已暂停非紧急发文会议', '已向上级书面说明', '情况说明成立，不另处置'],
  noteLabel: '说明（可不填）',
  noteMax: 100,
  settle: '记为已处置',
  settled: '已销号。',
  notOpen: '这一项已经销号，上面是现在的样子。',
  done: (how: string, name: string, day: Day) => `${how}（${name} ${dateText(day)}记）`,
  /** BR-20: a template, never sent by the machine. */
  statementTitle: '向上级书面说明（样稿）',
  statement: (
    name: string,
    indicator: Indicator,
    month: Month,
    evidence: Evidence,
    lastYear: number,
  ): Rich => {
    const measure = measureWords[indicator];
    return rich`关于${name}${indicatorNames[indicator]}超过上年的说明\n截至${monthText(month)}，${name}${String(yearOf(month))}年${indicatorNames[indicator]}累计 ${evidence.total} ${measure}，上年全年 ${lastYear} ${measure}，超过 ${evidence.total - lastYear} ${measure}。主要原因是：（写明事项和依据）。下一步压减安排是：（写明具体办法和时限）。`;
  },
  statementHint: '只是样稿，由两办改好后线下报送，系统不报。',
};

/** Rules after which the superior office is told in writing (BR-20). */
export const NEEDS_STATEMENT: Rule = 'over_last_year';
