import type { Indicator } from '../rules/indicator.ts';
import type { Stated } from './rules/stated.ts';

const NAMES: readonly [RegExp, Indicator][] = [
  [/发文|文件/, 'document'],
  [/会议|开会/, 'meeting'],
  [/督查|检查|考核/, 'inspection'],
];

/** 累计 479 件, 479 件. The cumulated count comes before any other when both stand in a sentence. */
const TOTALS = [/累计(?:发文|会议|召开|开展)?\s*(\d{1,6})\s*[件次个场]/, /(\d{1,6})\s*[件次个场]/];
/** 占年计划的 48.0%, 执行率 48%. */
const SHARE = /(?:占(?:全)?(?:年度?)?(?:计划)的?|执行率(?:为|是)?)\s*(\d{1,3})(?:\.(\d+))?\s*[%％]/;

/** Counts that a text relates to the plan in percent, one a sentence. */
export function readStated(text: string): Stated[] {
  return text
    .normalize('NFKC')
    .split(/[。;\n]/)
    .flatMap((sentence) => {
      const indicator = NAMES.find(([name]) => name.test(sentence))?.[1];
      const total = TOTALS.map((pattern) => pattern.exec(sentence)?.[1]).find((found) => found !== undefined);
      const [, whole, decimals = ''] = SHARE.exec(sentence) ?? [];
      if (!indicator || total === undefined || whole === undefined) return [];
      const share = Number(`${whole}.${decimals || '0'}`) / 100;
      return [{ indicator, total: Number(total), share, digits: decimals.length }];
    });
}
