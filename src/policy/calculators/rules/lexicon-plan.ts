import { NUMERALS } from './lexicon-amounts.ts';

/** Counts of documents and meetings, plans and last year. Patterns run on `plainly(text)`. */

const N = `\\d+(?:\\.\\d+)?(?!\\d)|[${NUMERALS}]+(?=[件次个场份项])`;

/** A count with its measure word; not a month, a year, a day, a share, a clause number. */
export const COUNT = new RegExp(
  `(?<![\\d.第%前后])(?<sign>-|负)?(?<count>${N})(?<measure>[件次个场份项名])?(?![\\d.]*[%年月日号天周季级点条组字万元块成倍届期]|(?<=20\\d\\d)[上下全]|个(?:月|工作日|季度|百分点|点|人|多月)|多?岁)`,
  'g',
);

export const DOCUMENTS = /发文|发了?\d|文件|下文|印发|公文|发了?多少文|红头/;
export const MEETINGS = /会议|开了?\d|开会|开了?.{0,6}会|办会|的会/;
export const INSPECTIONS = /督查|检查|考核|督检考/;
/** What the measure word tells where nothing else does. */
export const PIECES = /[\d零一二两三四五六七八九十百](件|份)/;
export const TIMES = /[\d零一二两三四五六七八九十百](次|场|个会)/;

/** What the words before a count make of it; the nearest of them decides. */
export const PLAN = /计划|指标|额度|总数|上限|安排|控制数|目标|年初(定|批|报|排)|下达|核定|批了|定额/;
export const DONE = /发了?|开了?|已经?|完成|用了|用掉|累计|办了?|搞了?|报了|印了?|实际|有了|到目前|下发/;
export const BEFORE = /去年|上年|同期|往年|前年/;
export const NOW = /今年|本期|本年|现在|这期|今期/;
/** A share of the plan names no plan: `占计划44%是`. */
export const SHARE_PHRASE = /(占|完成|为)(了)?(年度|全年|年)?计划(的)?(\d+(\.\d+)?%|百分之.{1,6}?)?/;
/** A difference, not a count: `多了6件`. */
export const DIFFERENCE = /(多|少|增加?|减少?|升|降|涨|压)了?(发|开|出)?了?$/;
/** Behind a count: `60件的计划`. */
export const PLAN_AFTER = /^(的)?(年度|全年|年)?(发文|会议|开会)?(计划|指标|额度)/;

export const PACE_ASKED =
  /进度|执行率|还剩|剩(下|余|多少|几)|余量|余额|还能再?(发|开|用|办|搞)|超没超|超不超|超了|超序时|快了|慢了|快不快|合适|咋样|怎么样|够用|够不够|月均|平均每月|百分之几|占比|占计划|完成(了)?(多少|几成|百分)|完成率|比例|几成|余(多少|几)|结余|余数|快还是慢|快慢|偏快|偏慢|落后|超前|还可以?(发|开)|用了(多少|几)|百分比|会不会超|反弹线|时间过半/;
export const FORECAST_ASKED =
  /照这|按这|这个速度|这速度|预计|预测|全年(大概|大约|会|得|要|能)|年底(会|能|得|要)|会不会超/;
export const REVERSE_ASKED =
  /倒推|反推|推算|倒算|反算|计划.{0,8}(多少|几)|(多少|几).{0,4}计划|总数|总共多少|剩.{0,4}(多少|几)|(还|下半年)(大概|大约)?(还)?(能|可以?)再?(发|开)(多少|几)|一年.{0,6}(多少|几)|全年.{0,6}(多少|几)|(全年|年度?)计划.{0,3}数/;
export const SHARE_OF_PLAN = /占|完成|执行率|计划|进度|倒推|反推|推算/;
/** `占48`, `占计划的44`: a share without its sign. */
export const BARE_SHARE = /占(?:了)?(?:全年|年度?)?(?:计划)?的?(?<share>\d{1,2}(?:\.\d+)?)(?![\d.%件次个万])/;
/** Back from a percentage, in so many words. */
export const BACKWARDS = /倒推|反推|推算|倒算|反算|倒着/;
/** Needs the plan: nothing else of the pace can be told without it. */
export const PLAN_NEEDED = /执行率|进度|占(年)?计划|还剩|额度/;
/** A comparison with the year before that cannot be made without its count. */
export const SAME_TERM = /同比/;
export const CHANGE_ASKED =
  /同比|比去年|比上年|较去年|较上年|增(长|加|了)?多少|降了?(多少|百分之|几)|减了?(多少|百分之|几)|升了?(多少|百分之|几)|反弹|涨了?多少|增幅|降幅|涨幅|变化|增减|幅度|升降|下降|增长|多了(多少|几)|少了(多少|几)|几个(百分)?点/;
/** The year before had none, in words. */
export const NONE_BEFORE =
  /(去年|上年|同期).{0,6}(没有(?=[,;。、]|$)|没(发|开|办|搞)|一(件|次|个|场)(都|也)?没|是?零(?![一二三四五六七八九十]))/;
/** `同比减4%`, `比去年增长了一成`: the percentage is one of change. */
export const CHANGE_SHARE =
  /(?:同比|比去年|比上年|较上年|较去年|同期).{0,6}?(?<word>增长?加?|涨|多|升|减少?|降低?|下降|少|压减)(?:了|约|幅度)?(?=\d|百分之|[一二两三四五六七八九]成)/;
export const FEWER = /减|降|少|压/;
/** The count of the year before, looked for without a percentage. */
export const SAME_TERM_BEFORE = /(上年|去年)同期/;
export const LAST_YEAR_ASKED =
  /(去年|上年|同期|前一年|上一年|头一年|头年|(?<=[,，;；。那算]|那么)20\d\d年?).{0,10}(多少|几)|倒推|反推|推算/;

/** As of which month: `到6月底`, `截至9月`, `前8个月`, `一季度`, `上半年`. */
export const UP_TO_MONTH =
  /(?:(?:到|至|截至|截止到?|前)?(?<month>\d{1,2}|十[一二]?|[一二三四五六七八九])月(?:份)?(?:底|末|份)?)/;
export const FIRST_MONTHS = /前(?<month>\d{1,2}|十[一二]?|[一二三四五六七八九])个?月/;
export const HALF = /上半年|半年(?!内)|年中|时间过半/;
export const SECOND_HALF_ONLY = /下半年/;
export const QUARTERS: readonly (readonly [RegExp, number])[] = [
  [/前三季度|三季度|第三季度/, 9],
  [/一季度|第一季度|首季/, 3],
  [/前两季度|二季度|第二季度/, 6],
  [/四季度|全年下来|年底了/, 12],
];

/** The own unit's figures, which the bot holds elsewhere. */
export const OWN_UNIT = /(我们|俺们|咱们?|我|俺|本)(的)?(单位|局|办公?室?|委|科室?|部门?|中心)/;
export const ABOUT_PLAN = /额度|计划|进度|执行率|发文|文件|会议|开会|还能(发|开)/;
export const OWN_ASKED =
  /还剩|剩(多少|几|余)|还有多少|额度|还能(发|开)|(执行率|进度).{0,6}(多少|几|咋样|怎么样|到哪|如何)|(查|看).{0,6}(执行率|进度)|发了(多少|几)|开了(多少|几)/;
