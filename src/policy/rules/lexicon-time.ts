/** What is asked for as of some time: a rule or a figure, not a story with a date in it. */
export const RULE_OR_FIGURE =
  /标准|规定|办法|政策|规矩|条文|口径|文件|多少|几(个|次|件|档|块)|怎么(发|算|定|规定|执行|说)|咋(发|算|定|规定|说)|上限|比例|要求|程序|那会|那时|当时|有效|在用|版/;

/** A year, and what of it: 2023年上半年, 2023年6月, 二〇二三年. Not a year since or until which something goes on. */
export const YEAR =
  /(?<![\d〔（(—–-])((?:19|20)\d{2}|二[〇零](?:[〇零一二三四五六七八九]){2})年?(?<=年|(?:19|20)\d{2}(?=那会|那时|的时候|当时))(?!以来|至今|至|到|起|以后|之后|—|–)(上半年|下半年|(1[0-2]|0?[1-9])月|年初|年底|年末|初|底)?/;

/** 23年那会儿: two digits are a year only in such company. */
export const SHORT_YEAR =
  /(?<![\d了满过第干近有约达])([12]\d)年(?=那会|那时|的?时候|当时|上半年|下半年|[1-9]月|1[0-2]月|(?:的|那版)?(?:标准|规定|办法|政策|版))/;

/** Years before this one. Together with a rule only: 去年借调 is a story. */
export const YEARS_AGO: readonly (readonly [pattern: RegExp, years: number])[] = [
  [/大前年/, 3],
  [/前年/, 2],
  [/去年|上一?年(?!度?农|农)/, 1],
  [/(?:三|3)年(?:以)?前/, 3],
  [/(?:两|二|2)年(?:以)?前/, 2],
  [/(?:五|5)年(?:以)?前/, 5],
];

/** The rule or figure itself, for which a word like 去年 or 以前 counts. */
const OLD_RULE =
  '标准|规定|办法|政策|规矩|条文|口径|版本|文件|老办法|怎么(?:发|算|定|规定)|咋(?:发|算|定|规定)';
export const RULE_ITSELF = new RegExp(OLD_RULE);

/** 2021年那会儿: the rule of that time is meant, though not named. */
export const THAT_TIME = /那会|那时|当时|的?时候/;

/** Some time before, without a year. */
export const EARLIER: readonly RegExp[] = [
  new RegExp(
    `(?:以前|之前|原来|原先|过去|从前|早先|早年|当年|当时|那会儿?|那时候?|旧|老)的?.{0,6}(?:${OLD_RULE})`,
  ),
  new RegExp(
    `(?:标准|规定|办法|政策|口径).{0,6}(?:以前|之前|原来|原先|过去|从前|当时|那会儿?|那时候?)(?:是|怎么|咋|有)`,
  ),
  /(改|修订|调整|换)(之)?前(的|是|怎么|咋)/,
];
/** 30日以前, 会议之前: a point of another time line. */
export const NO_EARLIER =
  /[日月号点天]\s*(以前|之前)|(开会|发文|报数|截止|施行|退休|到期|会议|上报|提交|离岗)(以前|之前)/;

export const CHINESE_DIGITS = '〇一二三四五六七八九';

/** First and last month. */
export const PARTS_OF_YEAR: Readonly<Record<string, readonly [number, number]>> = {
  上半年: [1, 6],
  下半年: [7, 12],
  年初: [1, 1],
  初: [1, 1],
  年底: [12, 12],
  年末: [12, 12],
  底: [12, 12],
};

/** A document on trial, by its title. */
export const TRIAL = /[（(](?:试行|暂行)[）)]|试行办法|暂行(?:办法|规定)|》?试行/;
