import { NUMERALS } from './lexicon-amounts.ts';

/** What the calculator of the township allowance reads. Patterns run on `plainly(text)`. */

export const TOPIC = /补贴|补帖|津贴/;
/** The allowance by its name; 补贴 alone may be another. */
export const BY_NAME = /乡镇(工作|岗位)?(补贴|补帖|补铁|津贴)|乡补|xzbt/i;
export const OTHER_MONEY = /驻村|第一书记|车补|交通补|住房|租房|高温|取暖|生育|养老|低保|伙食|差旅|值班|加班/;
export const AMOUNT_ASKED =
  /多少(?!年)|几多|几百|多钱|算(一?下|算|一算|个|出|月|我)|请.{0,3}算|(该|能|可以?|应该?).{0,3}(拿|领|发|得)|(拿|领|发)(哪一?档|多)|哪一?档|合多少|是多少(?!年)/;
/** A table or another place's rule is applied to a length of service, whatever the words that ask. */
export const RECKONED = /按|照|标准|办法|口径|的话|分.{0,3}档|年以上|满\d/;
/** Only what is computed for service that lasts; leaving, lending and training are another question. */
export const NOT_SERVING =
  /借调|抽调|脱产|停发|退休|调走|调离|调出|病假|产假|请假|挂职|辞职|补发|追回|退回去/;
export const HUNAN = /湖南/;
/** Rules of other places without their names; BT-08 is the only one of them that can be computed with. */
export const OTHER_PLACE = /外地|外省|别处|别的(省|地方|县|市)|人家(那|外)|其他(省|地方)/;
/** Named places that no example can be computed for. */
export const NAMED_PLACE =
  /云南|四川|贵州|河北|山东|江苏|浙江|广东|广西|陕西|甘肃|安徽|江西|湖北|山西|福建|青海|宁夏|新疆|西藏|重庆|辽宁|吉林|黑龙江/;

const NOT_REMOTE_WORDS = '不|非|没|未|不算|不是|不在|没在|没有?列入|不属于';
export const REMOTE = /偏远|艰苦|边远/;
export const NOT_REMOTE = new RegExp(
  `(${NOT_REMOTE_WORDS}).{0,4}(偏远|艰苦|边远)|(一般|普通|平原|城郊|近郊)的?(乡镇|镇|乡)`,
);
export const FOR_A_YEAR = /(?<![十百\d])一年(能|可以?|该|得|下来|总共|一共|合计|多少|拿|领|发|是)|全年/;

const N = `(?:\\d+(?:\\.\\d+)?|[${NUMERALS}]+)`;

/** `8年`, `9年半`, `八年零三个月`, `半年`, `7个月`. No year of the calendar, no `三年前`, no `二十多年`. */
export const SPAN = new RegExp(
  `(?<![\\d.${NUMERALS}前第每后])(?<span>(?<years>${N})个?年(?:(?<half>半)|(?:零|又|加)?(?<months>${N})个月)?|(?<only>${N})个月|半年)(?![前级代初度底份])`,
  'g',
);
/** Says after a span that it is a day in the calendar, or the time the money is for. */
export const NO_SPAN_AFTER =
  /^(前|之前|以前|以上|以下|以内|到(镇|乡)|来(镇|乡)|调(到|来)|分(到|来)|考(到|上|来)|参加工作|底|初|开始执行)/;
/** `是13年还是7年`: what is asked, not what was served. */
export const NO_SPAN_BEFORE = /(是|算|合计?|共|够|满不满|到|至|-|—|~)$/;
/** `一年能拿多少`: the year the money is for. */
export const ONE_YEAR = /^[一1]年$/;
/** The month the money is for; nobody tells a single month of service. */
export const ONE_MONTH = /^[一1]个月$/;
export const OF_MONEY = /^(多少|能|可以?|该|下来|一共|总共|拿|发|领|合计)/;
/** `2015年到镇上`, `2012年9月参加工作`. */
export const SINCE = new RegExp(
  '(?<year>20\\d\\d|19[89]\\d)年(?:(?<month>\\d{1,2})月(?:份)?)?(?:\\d{1,2}[日号])?(?:底|初)?(?:就|起|开始|刚)?(?:到|来|在|分|考|进|参加|调|下|上班|起)',
);

/** Time that does not count as service in townships. */
export const AWAY =
  /县局|县里|县直|县委|县政府|县上|县城|市里|市局|市直|省里|省直|机关|局里?|企业|公司|厂|部队|当兵|服役|学校|教书|借调|挂职|抽调|街道|外地|打工|待业/;
export const IN_TOWNSHIP = /[镇乡](?!镇?(工作|岗位)?(补|津贴))|基层/;
export const ONE_AFTER_ANOTHER = /先|又|再|后来|然后|接着|加上|另外/;
export const SERVICE_ASKED = /年限|年头|工龄|累计|(算|是|合|共)(几|多少)年|怎么算|咋算|如何计算|认不认/;

const FILL = '(?:之间|的|是|为|就?发|给|拿|补|每人|每个?月|一个?月|月|各|一档|档|:|,)*';
const SUM = `(?<amount>\\d+(?:\\.\\d+)?|[${NUMERALS}]{2,})(?![\\d${NUMERALS}]*年)(?:元|块钱?)?`;

/** One tier of a table given in the question, in each of the ways people write it. */
export const TIERS: readonly RegExp[] = [
  new RegExp(
    `满?(?<from>${N})年?(?:\\(?含\\)?)?(?:到|至|-|—|–|~|以上不满|不满|以上不足|及以上不满|以上,不满)满?(?<until>${N})年(?:以下|以内)?${FILL}${SUM}`,
    'g',
  ),
  new RegExp(`(?:不满|未满|不到|不足|低于|小于)(?<until>${N})年${FILL}${SUM}`, 'g'),
  new RegExp(`(?<until>${N})年(?:及?以下|以内|之内|内)${FILL}${SUM}`, 'g'),
  new RegExp(
    `(?:满|超过|大于|干够|够)?(?<from>${N})年(?:\\(?含\\)?)?(?:及?以上|往上|起|以后|开外|朝上)${FILL}${SUM}`,
    'g',
  ),
  new RegExp(`(?:满|超过|干够|够)(?<from>${N})年${FILL}${SUM}`, 'g'),
];

/** What the table adds for remote townships. */
export const EXTRA = new RegExp(
  `(?:艰苦|偏远|边远)+(?:乡镇|镇|乡|地区|的)*${FILL}(?:再|另外?|还|额外|多|又|统一)*(?:加发?|增发?|多发?|多|补|\\+)${FILL}${SUM}`,
);

/** Names of townships as they stand in a sentence, with whatever goes before them. */
export const TOWNSHIP_NAME = /\p{Script=Han}{1,8}[镇乡]/gu;
export const YEARS_WORD = /个?年(半|多)?$/;
