import { NUMERALS } from './lexicon-amounts.ts';

/** What is read about the length of a document. Patterns run on `plainly(text)`. */

export const CHARACTERS = new RegExp(
  `(?<count>\\d[\\d,]*(?:\\.\\d+)?[千万]?(?:\\d(?!\\d))?|[${NUMERALS}]+[万]?[${NUMERALS}]*)(?:来|多|余)?个?字(?!号|头)`,
);
/** `字数4300`, `字数统计是 4300`. */
export const CHARACTERS_AFTER = /字数(?:统计)?(?:是|为|有|显示|:)*(?<count>\d[\d,]*)/;
export const DOCUMENT =
  /文件|方案|通知|意见|通报|材料|稿|办法|公文|红头|报告|请示|纪要|细则|要点|计划|篇幅|正文|安排|部署|专项|这个文|发文|的文|字数/;
export const LENGTH_ASKED =
  /超|够不够长|太长|长不长|长了|篇幅|限|压|删|符合|行不行|行吗|可以吗|能不能发|能发|合适|合不合|中不中|检查|查一?下|看看|多少字|砍|减掉|精简|多出|超出|长出|能过|过不过|过得了|达标|标准|太多|多了/;
/** To be written by the bot, or spoken: other matters. */
export const NO_DOCUMENT = /帮我(写|拟|起草)|代写|写一(篇|个|份)|讲话|发言|致辞|心得|作文|论文|小说/;
/** Documents that deploy one task (4,000), and those that deploy work as a whole (no limit named). */
export const SPECIAL = /专项|具体任务|单项|整治|行动方案|实施方案|工作方案|活动方案/;
export const OVERALL = /综合性|综合部署|全面部署|部署综合|整体部署|总体部署/;
export const GENERAL = /一般(性)?(文件|通知|意见)|普通文件/;
/** The line that asks, above or below a pasted text. */
export const ASKING_LINE = /字数|几个字|多少字|超没超|超不超|超了|超字|篇幅|太长|数一?下|数数|看看长/;

/** Han characters, and the punctuation of Chinese text: one each, as the word processors count them. */
export const HAN_OR_MARK =
  /\p{Script=Han}|[\u3000-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65“”‘’…—·]/gu;
