/** What the calculators read in a question. Patterns run on `plainly(text)`: NFKC, without blanks. */

/** Orders to compute. Only such a sentence is asked for a value when it gives none. */
export const COMPUTE = /算(一?下|算|一算|个)|(帮|给).{0,3}算(?!式|法|数)|测算|咋算下来|算账/;

/** Rules of other places are asked about, not computed with. */
export const ELSEWHERE =
  /外地|外省|别处|别的(省|地方|县|市)|人家|邻(省|县|市)|宁夏|贺兰|重庆|荣昌|陕西|白河|青海|贵德/;

export const UNIT_OF_SUM = /块钱?$|元$/;
export const LOSS = /^亏损?了?/;
export const UNIT_OF_COUNT = /[份场项字天个]$|个?工作日$/;

// 20 % ceiling of the village reward funds
export const SUBSIDY =
  /补助|补贴款|征地|拆迁|占地|拨款|拨付|转移支付|奖补|项目款|项目资金|专项资金|扶持资金|衔接资金|上[级面头]的?.{0,3}(给|拨|下)|项目的?钱|捐赠|捐款|借款|贷款|债/;
export const BUSINESS = /经营|出租|租金|租赁|承包|厂房|门面|入股|分红|销售|卖|光伏|大棚|收益|服务费|发包/;
export const TOTAL = /一共|总共|合计|总的|共计|总收入|全部收入|进账/;
/** Part of a sum named before. */
export const INCLUDED = /里头|其中|里面|里边|当中|包括|里有|含/;
export const COST = /成本|支出|开支|花了|开销|费用/;
export const NET = /净|纯|利润/;
/** The sum that was, or shall be, given out. */
export const CLAIM =
  /(提取?|发放?|分|拿|奖励?|留)(走|给|出来?|到|成|了|够|满|个|掉|村?干部|他们|大家|大伙|资金|金)*$/;
/** `收入46`: a number too small to be yuan, which its writer may have meant in ten thousands. */
export const BARE_INCOME =
  /(?:收入|收益)(?:是|为|有|才|一共|总共)?(\d{1,2}(?:\.\d+)?)(?![\d.,]*[\d万亿千百元块%个月日年])/;
/** Two years told apart are two questions. */
export const YEAR_NAMED = /去年|前年|今年|明年|上年|20\d\d年/g;
export const CEILING_TOPIC =
  /经营性?收入|经营收益|集体经济|村集体|集体收入|集体(一年|全年|去年|今年|年)|村里.{0,6}账上|村里.{0,12}(收入|租金|出租|承包|挣|赚|进账)|(村|集体).{0,12}(厂房|门面|光伏|大棚|发包)|(收入|收益|进账).{0,14}(干部|两委).{0,10}(分|奖|提)|(进账|收入|收益|账上).{0,24}(承包费?|租金|出租|鱼塘|厂房|门面|光伏).{0,16}(奖金|奖励|提)/;
export const CEILING_ASKED =
  /提取|能提|提\d|可提|提多少|提了|想提|要提|提到|多提|最多|最高|顶多|奖励|奖金|\d%|百分之|[一二两三四五六七八九]成|上限|封顶|顶格|能拿|拿多少|百分之|[一二两]成|分多少|能发|能分|拿出/;
/** Which income a given sum of reward funds needs. */
export const INCOME_ASKED =
  /(得|要|需要?)(有)?(多少|几多|几万|多大).{0,6}(经营性?)?(收入|收益)|(收入|收益).{0,4}(得|要|至少|最少).{0,4}(多少|几)/;
export const EACH = /每人|人均|平分|平均|一个人|一人|均分|每个(村?干部|人)/;

// 6 % – 20 % supplement
export const PAY_TOPIC =
  /基本报酬|月报酬|基本工资|每月报酬|报酬每月|增发|绩效奖|村(支书|书记|主任|会计|干部|两委)|支书|两委/;
export const PAY_ASKED = /增发|加发|绩效奖|表彰|先进|6%|20%|\d%|百分之|[一二两]成|涨|多拿|多发|多领/;
export const YEARLY = /一年|每年|年报酬|年薪|全年|年基本报酬|年收入|\/年/;
export const MONTHLY = /一月|每月|月/;
/** The post that stands before a person's pay. */
export const POST =
  /(副?书记|支书|副?主任|会计|文书|委员|妇联主席|民兵连长|副职|正职|一肩挑)[^书主会文委妇民副正一]{0,6}$/;
export const HONOUR = /(省|市|县|区|国家|中央|全国)(级|里|委)?/;
export const HONOUR_ASKED = /表彰|先进/;
