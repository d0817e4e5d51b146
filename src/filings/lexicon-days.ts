import { addDays, type Day, isDay, weekdayOf } from '../kernel/day.ts';
import { addMonths, firstDay, lastDay, monthOf } from '../kernel/period.ts';

export interface Span {
  from: Day;
  to: Day;
}

export interface SpanReading {
  span: Span | undefined;
  /** The text without the words that told of days. */
  rest: string;
}

const WEEKDAYS = '一二三四五六日';
const AGO: Record<string, number> = {
  大前天: -3,
  前天: -2,
  昨天: -1,
  昨日: -1,
  今天: 0,
  今日: 0,
  今儿: 0,
  明天: 1,
  明日: 1,
  明儿: 1,
  后天: 2,
  后儿: 2,
  大后天: 3,
};
const WEEKS: Record<string, number> = { 上: -1, 这: 0, 本: 0, 下: 1 };

/** 望办〔2026〕12号 is a number, not the 12th. */
const NO_NUMBER = '(?<![\\d〕\\]）)第])';

type Reader = [RegExp, (match: string[], today: Day) => Span | undefined];

const readers: Reader[] = [
  [
    /(\d{4})[-年/.](\d{1,2})[-月/.](\d{1,2})[日号]?/gu,
    ([, year = '', month = '', day = '']) => one(written(year, month, day)),
  ],
  [
    /(\d{1,2})月(\d{1,2})[日号]?/gu,
    ([, month = '', day = ''], today) => one(nearest(today, (year) => written(year, month, day))),
  ],
  [new RegExp(`${NO_NUMBER}(\\d{1,2})[日号](?!文)`, 'gu'), ([, day = ''], today) => one(inMonth(today, day))],
  [
    /大前天|大后天|[前昨今明后]天|[昨今明]日|[今明后]儿个?/gu,
    ([word = ''], today) => one(addDays(today, AGO[word.replace('个', '')] ?? 0)),
  ],
  [
    /(上|下|这|本)?个?(?:周|星期|礼拜)([一二三四五六日天末])/gu,
    ([, which, name = ''], today) => weekday(today, which, name),
  ],
  [
    /(上|下|这|本)个?(?:周|星期|礼拜)/gu,
    ([, which = ''], today) => {
      const monday = mondayOf(today, which);
      return { from: monday, to: addDays(monday, 6) };
    },
  ],
  [
    /([今去])年(上半年|下半年)?|([上下])半年/gu,
    ([, year, half, alone], today) => partOfYear(today, year === '去' ? -1 : 0, half ?? alone),
  ],
  [
    /(上|下|这|本)个?月/gu,
    ([, which = ''], today) => wholeMonth(addMonths(monthOf(today), WEEKS[which] ?? 0)),
  ],
  [
    new RegExp(`${NO_NUMBER}(\\d{1,2})月份?`, 'gu'),
    ([, month = ''], today) => {
      const first = nearest(today, (year) => written(year, month, '1'));
      return first ? wholeMonth(monthOf(first)) : undefined;
    },
  ],
];

/** The days that somebody speaks of: 明天, 下周三, 这周, 23号, 6月23日, 下个月; from the first to the last of several. */
export function readSpan(text: string, today: Day): SpanReading {
  const spans: Span[] = [];
  let rest = text;
  for (const [pattern, read] of readers)
    rest = rest.replace(pattern, (...match: string[]) => {
      const span = read(match, today);
      if (!span) return match[0] ?? '';
      spans.push(span);
      return ' ';
    });
  const from = spans.map((span) => span.from).toSorted()[0];
  const to = spans
    .map((span) => span.to)
    .toSorted()
    .at(-1);
  return { span: from && to ? { from, to } : undefined, rest };
}

function one(day: Day | undefined): Span | undefined {
  return day && isDay(day) ? { from: day, to: day } : undefined;
}

function written(year: string, month: string, day: string): Day {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** In December, 1月5日 is next year's: whoever asks means what comes, or what was a few months ago. */
function nearest(today: Day, inYear: (year: string) => Day): Day | undefined {
  const year = Number(today.slice(0, 4));
  const day = inYear(String(year));
  return day < addDays(today, -180) ? inYear(String(year + 1)) : day;
}

/** On the 28th, 3号 is next month's. */
function inMonth(today: Day, day: string): Day {
  const month = monthOf(today);
  const here = `${month}-${day.padStart(2, '0')}`;
  return here < addDays(today, -15) ? `${addMonths(month, 1)}-${day.padStart(2, '0')}` : here;
}

function mondayOf(today: Day, which: string): Day {
  return addDays(today, 1 - weekdayOf(today) + 7 * (WEEKS[which] ?? 0));
}

function weekday(today: Day, which: string | undefined, name: string): Span {
  const monday = mondayOf(today, which ?? '本');
  if (name === '末') return { from: addDays(monday, 5), to: addDays(monday, 6) };
  const day = addDays(monday, WEEKDAYS.indexOf(name === '天' ? '日' : name));
  // 周三, said on Thursday, is the next one.
  const meant = !which && day < today ? addDays(day, 7) : day;
  return { from: meant, to: meant };
}

function partOfYear(today: Day, ago: number, half: string | undefined): Span {
  const year = Number(today.slice(0, 4)) + ago;
  return {
    from: `${year}-${half?.startsWith('下') ? '07-01' : '01-01'}`,
    to: `${year}-${half?.startsWith('上') ? '06-30' : '12-31'}`,
  };
}

function wholeMonth(month: string): Span {
  return { from: firstDay(month), to: lastDay(month) };
}
