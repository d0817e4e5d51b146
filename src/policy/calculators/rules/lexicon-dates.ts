import { NUMERALS } from './lexicon-amounts.ts';

/** Days, months and spans of workdays as people write them. Patterns run on `plainly(text)`. */

const N = `(?:\\d{1,3}|[${NUMERALS}]+)`;

/** `2026-3-2`, `2026/3/2`, `2026.3.2`, `2026年3月2日`, `3月2号`, `3月2`. */
export const DAY = new RegExp(
  `(?:(?<year>20\\d\\d)[年\\-/.])?(?<month>\\d{1,2}|十[一二]?|[一二三四五六七八九])(?:月|[\\-/.])(?<day>\\d{1,2}|[一二]?十[一二三四五六七八九]?|三十一?|[一二三四五六七八九])(?:[日号]|(?![\\d月年份个%]))`,
);
/** `15号交的`: a day of the present month. */
export const BARE_DAY = /(?<![月\d])(?<day>[12]?\d|3[01])[号日](?!线|文|楼|召|内|前|后|以|件)/;
export const TODAY = /今天|今日|当天|即日|现在/;
export const YESTERDAY = /昨天|昨日/;
export const TOMORROW = /明天|明日/;

export const WORKDAYS = new RegExp(`(?<days>${N})个?工作日`);
export const BACKWARDS = /提前|之前|以前|倒推|往前/;
export const DAY_ASKED =
  /哪一?天|几号|几月几|最晚|最迟|截止|到期|什么时候|啥时候|何时|多会儿?|哪日|期限|算(一?下|算|到)/;
export const TOLERANCE = /容错|容纠|纠错|荣错/;
export const CLARIFYING = /澄清|澄请|正名/;
/** Parts of the names of the steps, to find the one that is meant (RC-02). */
export const STEP_WORDS = /申请|提出|调查|核实|认定|结论|纠错|反馈|澄清|答复|复核|备案/g;

export const YEAR = /(?<year>20\d\d)年/;
export const LAST_YEAR = /去年/;
export const NEXT_YEAR = /明年/;

/** `9月份的数`, `三月的报表`. */
export const MONTH_OF_FIGURES =
  /(?<month>\d{1,2}|十[一二]?|[一二三四五六七八九])月(?:份)?(?:的)?(?:数|月报|统计|报表|发文|会议|督查|文会|情况|$|[^日号底末])/;
export const THIS_MONTH = /这个月|本月|当月/;
export const LAST_MONTH = /上个月|上月/;
export const FIGURES = /数|月报|统计|报表|上报|填报|报送|月统计/;
export const REPORTED = /报|填|交|截止/;

/** What was reported is to be put right; when it was due is not asked. */
export const TO_CORRECT = /补救|补报|更正|改|报多|报错|报少|漏报|漏了|忘/;

export const VISITS = /走访|谈话|谈心|考察组|联系点/;
export const FIRST_HALF = /上半年|6月底|六月底/;
export const SECOND_HALF = /下半年|12月底|十二月底|年底/;
