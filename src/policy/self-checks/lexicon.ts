/** What calls a self-check besides its name; anything written behind the name is a story that is not looked at. */
export const CALLED: Readonly<Record<'tolerance' | 'meeting' | 'document' | 'five-small', RegExp>> = {
  tolerance:
    /^(?:容错(?:纠错)?(?:自查|对照|自测)[\s\S]*|(?:请|麻烦)?你?(?:帮我?)?(?:看看|看下|查查)?(?:我|俺|像我|像俺)?(?:这|那)(?:件|种|个|样)?的?(?:情况|情形|事儿?|做法)?(?:到底|究竟)?(?:能不能|能否|可不可以|算不算|够不够|属不属于)(?:给|被)?(?:容|容错|容错纠错|容错的)(?:一?下)?[吗呢啊]?[？?。]*)$/u,
  meeting:
    /^(?:办会自查[\s\S]*|(?:请|麻烦)?你?(?:帮我?)?(?:看看|看下)?(?:我们?|俺们?)?(?:这|那|这个|那个|这种|这场|下周的?|明天的?)(?:会|会议)(?:到底|究竟)?(?:该不该|要不要|用不用|能不能|需不需要|应不应该|有没有必要|该)开[吗呢啊]?[？?。]*)$/u,
  document:
    /^(?:发文自查[\s\S]*|(?:请|麻烦)?你?(?:帮我?)?(?:看看|看下)?(?:我们?|俺们?)?(?:这|那|这个|那个|这份|那份|这种)(?:文|文件|通知|红头)(?:到底|究竟)?(?:能不能|该不该|可不可以|要不要|能否|用不用|有没有必要|该)发[吗呢啊]?[？?。]*)$/u,
  'five-small': /^(?:“?五小”?(?:自查|对照|自检)[\s\S]*)$/u,
};

/** Rows of the local tolerance rules, by their own words. */
export const NEGATIVE_LIST = /负面|不予容错|不容情形|不容错/;
export const POSITIVE_LIST = /正面|予以容错|可以容错|可容/;

/** Behind a number of characters: 4300字, 4300 多字. */
export const CHARACTERS = /\s*(?:个|多|余|左右)*字(?:左右|多)?$/u;

/** Several situations in one cell. */
export const BETWEEN_SITUATIONS = /[；;\n]+/;
export const SITUATION_MARK =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十\d]{1,3}[、.．])\s*/;

/** A document and one of its clauses, as sources of facts are written. */
export const CLAUSE = /^(?<document>.*》.*)(?<clause>第 ?\d+ ?条)$/u;
