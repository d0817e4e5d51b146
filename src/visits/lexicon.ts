/** 走访登记 上半年: the newest such half-year that has begun. */
export const RECORD_HALF = /^走访登记\s*([上下])半年$/;
export const PROGRESS_HALF = /^考察进度\s*([上下])半年$/;

export const GROUP_COUNT_SET = /^考察组数\s*[:：]?\s*([\d０-９]{1,3})\s*个?$/;

export function halfNamed(word: string | undefined): 1 | 2 | undefined {
  if (word === '上') return 1;
  return word === '下' ? 2 : undefined;
}
