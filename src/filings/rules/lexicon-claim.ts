import { ORGAN } from '../../people/rules/lexicon-abbreviation.ts';

const FILED =
  /备过?案|备没备|备了?没|报备|报没报|在不在(?:备案)?清单|清单[里上中]?有(?:没有)?|(?:没|不)在(?:备案)?清单/u;

/** Asks whether, or asks to look. */
const ASKS =
  /(?:没有?|吗|么|不|否|没得)[啊呀呢嘛哇哈]*$|有没有|有无|是不是|是否|在不在|备没备|报没报|[了过]没|^(?:帮.{0,3})?查|查一?[下查]|看一?[下看]/u;

const INSPECTION =
  /检查|督查|考核|督导|巡查|巡察|抽查|核查|普查|验收|迎检|来检|来查|暗访|评比|否决|调研|考评|检验|督办|专项/u;

/** Asks about the rule, the way or somebody's rights, however concretely: that is for the policy answers. */
const RULE =
  /怎么|咋[^呼]|咋$|如何|要不要|用不用|需不需|需要|必须|应不应|应该|该不该|能不能|可不可以|可以|能[^.]{0,8}[吗不么]$|要(?:先|提前)?(?:备案|报备|批|审批)|用(?:先|提前)?(?:备案|报备)|需(?:先|提前)?(?:备案|报备)|不(?:用)?备案|没备案(?:的|就|咋|怎)|没有备案(?:的|就)|未备案|哪里|哪儿|去哪|到哪|哪能|哪看|哪查|找谁|找哪|向谁|归谁|谁受理|谁管|为什么|为啥|凭啥|规定|依据|什么意思|啥意思|多久|提前|绕|躲|违规|合规|违法|合法|算不算|允许|流程|材料|举报|投诉|反映|应对|拒绝|不接|编号[在是]|清单在|限制|最多|哪些|哪几|某一?[项条个]|几项|多少项/u;

/** Nothing that is filed as an inspection. */
const OTHER =
  /应用|软件|小程序|机器人|APP|app|App|会议|开会|办会|全市性?会|容错|补贴|你(?:们)?(?:有|备)|干部任免|年度考核结果/u;

const COMING = /谁|哪个单位|哪家|哪些单位|什么单位|啥单位|有没有|有什么|有啥|有哪些|有吗|几家/u;

const TIMES = /(?:来了?|来过|下来了?|来检查了?|来督查了?|来调研了?)\s*(?:几|多少)(?:拨|波|趟|批|回|次|家)/u;

const LIMIT = /能|可以|最多|限|规定|应该|允许|要求|一年|每年|半年来|每半年|考察组/u;

/** 上半年来了几拨, 这个月来几拨了: how often somebody came, and not how often somebody may. */
export function asksTimes(text: string): boolean {
  return TIMES.test(text) && !LIMIT.test(text) && !OTHER.test(text);
}

export interface Said {
  /** It names a day, a week or a month. */
  dated: boolean;
  /** What is left when all that could be said of any inspection is taken away. */
  topic: string;
}

/**
 * Is this the look-up of a concrete inspection, and no question about the rule? 县林业局明天来检查备案没 is,
 * 督查检查考核要备案吗 and 明天来的检查组备没备案去哪查 are not.
 */
export function isLookUp(text: string, { dated, topic }: Said): boolean {
  if (OTHER.test(text)) return false;
  const inspection = INSPECTION.test(text);
  if (dated && inspection && COMING.test(text) && !FILED.test(text))
    return !RULE.test(text.replace(/哪些/gu, ''));
  if (!FILED.test(text) || !ASKS.test(text) || RULE.test(text)) return false;
  const organ = ORGAN.test(text);
  return (inspection || organ) && (dated || organ || topic.length > 1);
}
