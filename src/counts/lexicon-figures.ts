import { readCount } from '../kernel/number.ts';
import { addMonths, type Month, monthFrom, yearOf } from '../kernel/period.ts';
import { normaliseText } from '../kernel/text.ts';
import type { EntryPart, Indicator } from './rules/indicator.ts';

/** Numbers that were said, and no others; the rest stays as it is known. */
export type SaidFigures = Partial<Record<Indicator, Partial<Record<EntryPart, number>>>>;

const WHOLES: Record<string, Indicator> = {
  发文: 'document',
  文件: 'document',
  会议: 'meeting',
  开会: 'meeting',
  督查检查考核: 'inspection',
  督检考: 'inspection',
  督查: 'inspection',
  检查: 'inspection',
};

const PARTS: Record<string, EntryPart> = {
  计划外: 'unplanned',
  直达乡镇: 'direct',
  直达: 'direct',
};

const NAME = [...Object.keys(WHOLES), ...Object.keys(PARTS)].join('|');
const COUNT = '[\\d零〇一二两三四五六七八九十百]+';
const pair = (name: string, count: string) =>
  `(?:其中)?${name}(?:共|为|是)?\\s*[:：]?\\s*${count}\\s*(?:件|份|个|次|场|项)?`;
const PAIR = pair(`(${NAME})`, `(${COUNT})`);
const MONTH = '(?:(\\d{4})\\s*年)?(?:(\\d{1,2}|[一二三四五六七八九十]{1,2})月份?|(本月|这个?月)|(上个?月))';

/** 6月发文12件会议3个, 上月发文十二件、其中计划外1件，会议3次. Nothing else may be in it. Groups: year, month, this, last, pairs. */
export const figuresPattern = new RegExp(
  `^(?:报数|登记)?\\s*${MONTH}的?[\\s,，:：]*((?:[（(]?${pair(`(?:${NAME})`, COUNT)}[）)]?[\\s,，、；;。]*)+)$`,
  'u',
);

/** Undefined when the month is none, or a number is said twice. */
export function readFigures(
  args: readonly string[],
  now: Month,
): { month: Month; figures: SaidFigures } | undefined {
  const [year = '', named = '', , last = '', pairs = ''] = args;
  const month = named ? monthNamed(year, named, now) : last ? addMonths(now, -1) : now;
  if (!month) return undefined;
  const figures: SaidFigures = {};
  let indicator: Indicator | undefined;
  for (const [, name = '', written = ''] of normaliseText(pairs).matchAll(new RegExp(PAIR, 'gu'))) {
    const part = PARTS[name] ?? 'amount';
    indicator = WHOLES[name] ?? (part === 'direct' ? 'meeting' : indicator);
    const count = readCount(written);
    if (!indicator || !count.ok || figures[indicator]?.[part] !== undefined) return undefined;
    figures[indicator] = { ...figures[indicator], [part]: count.value };
  }
  return { month, figures };
}

/** Without a year the latest such month: 12月 said in January is last year's. */
function monthNamed(year: string, named: string, now: Month): Month | undefined {
  const count = readCount(named, 12);
  if (!count.ok || count.value === 0) return undefined;
  if (year) return monthFrom(Number(year), count.value);
  const meant = monthFrom(yearOf(now), count.value);
  return meant > now ? monthFrom(yearOf(now) - 1, count.value) : meant;
}
