import { addDays, type Day, isDay } from '../../kernel/day.ts';
import { readCount } from '../../kernel/number.ts';
import { normaliseText } from '../../kernel/text.ts';
import type { Indicator } from '../rules/indicator.ts';
import type { ItemFields } from './fields.ts';
import { usualKind } from './rules/kinds.ts';
import { bodyIn, kindIn } from './rules/lexicon-marks.ts';
import { findNumber } from './rules/lexicon-number.ts';

/** What somebody typed of one document, meeting or inspection; what was not said is empty. */
export interface Draft {
  indicator: Indicator;
  number: string;
  title: string;
  day: Day;
  kind: string;
  /** Empty: the unit itself. */
  issuer: string;
  reach: ItemFields['reach'];
  parts: number;
  unplanned: boolean;
  emergency: boolean;
  heads: boolean;
  basis: string;
}

const NAMES: Record<string, Indicator> = {
  发文: 'document',
  文件: 'document',
  印发: 'document',
  会议: 'meeting',
  开会: 'meeting',
  督查: 'inspection',
  检查: 'inspection',
  考核: 'inspection',
  督查检查考核: 'inspection',
};

const NAMED = Object.keys(NAMES)
  .toSorted((a, b) => b.length - a.length)
  .join('|');

/** Questions about the rule are for the policy answers, however they begin. */
const NO_QUESTION = '(?![\\s\\S]*(?:[?？吗呢]\\s*$|怎么|能不能|可不可以|算不算|是不是|要不要|多少))';
const HAS_NUMBER = '(?=[\\s\\S]*[〔\\[【（(［]\\s*\\d{4}\\s*[〕\\]】）)］])';
const HAS_DAY =
  '(?=[\\s\\S]*(?:\\d{1,2}\\s*月\\s*\\d{1,2}\\s*[日号]|\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|今天|昨天|前天))';

/**
 * 登记发文 …, or without the word 登记 where number or day leave no doubt: 发文 市政办〔2026〕12号 关于…,
 * 会议 6月12日 全市防汛工作会议. Groups: the indicator, and what follows; of either form.
 */
export const itemPattern = new RegExp(
  `^登记\\s*(${NAMED})(?:[\\s:：,，]*)([\\s\\S]*)$` +
    `|^(发文|文件|印发)[\\s:：,，]+${NO_QUESTION}${HAS_NUMBER}([\\s\\S]+)$` +
    `|^(会议|开会|督查|检查|考核|督查检查考核)[\\s:：,，]+${NO_QUESTION}${HAS_DAY}([\\s\\S]+)$`,
  'u',
);

/** One or several items, each beginning a line; a line that begins none goes on with the one before. */
export function itemsIn(text: string): { indicator: Indicator; said: string }[] {
  const items: { indicator: Indicator; said: string }[] = [];
  for (const line of text.split('\n')) {
    const groups = itemPattern.exec(line.trim())?.slice(1) ?? [];
    const at = groups.findIndex((group, i) => i % 2 === 0 && group !== undefined);
    const last = items.at(-1);
    const indicator = NAMES[groups[at] ?? ''];
    if (indicator) items.push({ indicator, said: groups[at + 1] ?? '' });
    else if (last) last.said += line.trim();
  }
  return items;
}

/** 登记 2026-05, 登记清单 5月: the list of that month. */
export const itemListPattern = /^(?:登记|登记清单)\s*(?:(\d{4})\s*[-年.]\s*)?(\d{1,2})\s*月?$/u;

/** Reads what follows the indicator's name; `today` fills in years and a day that was not said. */
export function readDraft(indicator: Indicator, said: string, today: Day): Draft {
  const text = normaliseText(said);
  const number = findNumber(text);
  const rest = number ? `${text.slice(0, number.from)} ${text.slice(number.to)}` : text;
  const marks: Marks = { reach: '', parts: 1, unplanned: false, emergency: false, heads: false, basis: '' };
  let day: Day | undefined;
  let issuer = '';
  const title = rest
    .split(/(?<=[\s，,；;])|(?=[\s，,；;])/u)
    .filter((piece) => {
      const word = piece.trim();
      const found = dayIn(word, today);
      if (found && !day) {
        day = found;
        return false;
      }
      const name = /^以(.{2,30})名义$/u.exec(word)?.[1];
      if (name) {
        issuer = name;
        return false;
      }
      return !takeMark(word, marks);
    })
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/^[\s，,；;、：:]+|[\s，,；;、。]+$/gu, '')
    .replace(/^《(.*)》$/u, '$1');
  const named = kindIn(indicator, `${number?.code ?? ''} ${title}`);
  const plain = indicator === 'document' && !number ? 'unnumbered' : usualKind(indicator);
  return {
    indicator,
    number: number?.text ?? '',
    title,
    day: day ?? today,
    kind: named ?? plain,
    issuer: issuer || (bodyIn(title) ?? ''),
    ...marks,
  };
}

type Marks = Pick<Draft, 'reach' | 'parts' | 'unplanned' | 'emergency' | 'heads' | 'basis'>;

/** A word that marks the item and is no part of its title. */
function takeMark(word: string, marks: Marks): boolean {
  const parts = /^(?:含|套开|共)(.{1,3})(?:项|个会?|个子会|件|次)$/u.exec(word);
  const count = parts && readCount(parts[1] ?? '', 99);
  if (count?.ok && count.value > 0) {
    marks.parts = count.value;
    return true;
  }
  if (/^(?:计划外|没列计划)$/u.test(word)) return (marks.unplanned = true);
  if (/^应急$/u.test(word)) return (marks.emergency = true);
  if (/^(?:直达|开到|发到|发至)乡镇(?:（街道）|街道)?$/u.test(word)) {
    marks.reach = 'township';
    return true;
  }
  if (/^(?:直达|开到|发到|发至)(?:村|村社区|村（社区）)$/u.test(word)) {
    marks.reach = 'village';
    return true;
  }
  if (/^(?:要求)?乡镇(?:主要负责人|一把手|书记、?镇长)参加$/u.test(word)) return (marks.heads = true);
  const basis = /^(?:批准|依据)[:：]?(.{2,40})$/u.exec(word)?.[1];
  if (basis) marks.basis = basis;
  return basis !== undefined;
}

const AGO: Record<string, number> = { 今天: 0, 昨天: 1, 前天: 2 };

/** A day and nothing else; one without a year is the latest such day. */
function dayIn(word: string, today: Day): Day | undefined {
  const ago = AGO[word];
  if (ago !== undefined) return addDays(today, -ago);
  const [, year, month = '', day = ''] =
    /^(?:(\d{4})[-年/.])?(\d{1,2})[-月/.](\d{1,2})[日号]?$/u.exec(word) ?? [];
  if (!month) return undefined;
  const inYear = (y: string | number) => `${y}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const found = inYear(year ?? today.slice(0, 4));
  const before = inYear(Number(today.slice(0, 4)) - 1);
  return [found, ...(year ? [] : [before])].find((one) => isDay(one) && (year !== undefined || one <= today));
}
