/** What is read in a question besides its subject, and the numbers that are computed with. */

/** The present is asked for; all seed figures are history. */
export const NOW = /今年|本年|最新|本月|这个月|截至今天|(现在|目前|眼下|当前).{0,10}(多少|几|数|百分)/;
export const HISTORY_YEAR = /20\d\d ?年/;

/** Numbers that are computed with. */
export const SUBSIDY = /补助|征地|拨款|转移支付|项目款|专项资金|捐赠|捐款|借款|贷款|债/;
export const BUSINESS = /经营|出租|租金|租赁|承包|厂房|门面|入股|分红|销售|收益/;
export const TOTAL = /一共|总共|合计|总的|共计|总收入/;
export const CEILING_TOPIC = /经营性收入|集体经济|村集体|集体收入|经营收入/;
export const CEILING_ASKED = /提|奖励|奖金|20%|百分之二十|上限|分多少|能发/;
export const PAY_TOPIC = /基本报酬|报酬|基本工资/;
export const PAY_ASKED = /增发|6%|20%|\d%|百分之|涨|多拿|多发|绩效奖/;
export const EACH = /每人|人均|平分|平均|一个人|一人/;
export const YEARLY = /一年|每年|年报酬|年薪|全年|年基本报酬/;
export const MONTHLY = /一月|每月|月|一个月/;
