import { isDay } from '../../kernel/day.ts';
import type { Indicator } from '../rules/indicator.ts';
import type { ItemFields } from './fields.ts';
import { type Kind, kindsOf } from './rules/kinds.ts';

/** Kinds as they stand in a cell: short, and one word for each. */
export const kindWords: Record<Kind, string> = {
  general: '普发',
  forwarded: '转发批转',
  telegram: '明电传真',
  unnumbered: '无文号',
  decision: '任免表彰批复',
  upward: '上行平行',
  convened: '会议',
  system: '系统工作会',
  video: '视频会',
  continued: '续会部署',
  tasked: '培训布置工作',
  discussion: '研讨协调座谈',
  listened: '收听收看',
  statutory: '法定例会',
  training: '培训班',
  comprehensive: '综合',
  single: '单项专项',
  unannounced: '暗访',
  routine: '执法信访办案',
};

/** Undefined for a word that names no kind of this indicator. */
export function kindNamed(indicator: Indicator, word: string): Kind | undefined {
  return kindsOf(indicator).find((kind) => kindWords[kind] === word);
}

/** 文种 as office automation names it; undefined where it says nothing. */
export function kindOfGenre(genre: string): Kind | undefined {
  if (/^(?:请示|报告|函|议案|纪要|会议纪要)$/u.test(genre)) return 'upward';
  if (/^(?:批复|命令|任免通知)$/u.test(genre)) return 'decision';
  return undefined;
}

type Reach = ItemFields['reach'];

export const reachWords: Record<Reach, string> = {
  '': '',
  county: '县区',
  township: '乡镇',
  village: '村',
};

export function reachNamed(word: string): Reach | undefined {
  return (Object.keys(reachWords) as Reach[]).find((reach) => reachWords[reach] === word);
}

/** The lowest level among the addressees of an export; the word for it, or nothing. */
export function reachIn(addressees: string): string {
  if (/村（?社区|各村|到村/u.test(addressees)) return reachWords.village;
  return /乡镇|街道/u.test(addressees) ? reachWords.township : '';
}

const YES = '是';

export function tickWord(on: boolean): string {
  return on ? YES : '';
}

/** Undefined for what is neither yes nor no. */
export function tickNamed(word: string): boolean | undefined {
  if (word === YES || /^[√✓yY]$/u.test(word)) return true;
  return word === '否' || word === '' ? false : undefined;
}

/** `2026-06-12`, 2026/6/12, 2026年6月12日, with or without a time behind it; empty when it is no day. */
export function dayNamed(text: string): string {
  const [, year = '', month = '', day = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]\d{1,2}:\d{2}.*)?$/u.exec(text) ?? [];
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(written) ? written : '';
}

/** Headings of office-automation exports, the best name of each column first. */
const HEADINGS = {
  number: ['发文字号', '发文文号', '文号', '字号', '公文文号', '文件编号', '发文编号'],
  title: ['标题', '文件标题', '公文标题', '文件名称', '题名', '会议名称', '会议标题', '事项名称', '名称'],
  day: [
    '印发日期',
    '印发日',
    '发文日期',
    '印发时间',
    '发文时间',
    '成文日期',
    '签发日期',
    '召开日期',
    '会议日期',
    '会议时间',
    '召开时间',
    '开始日期',
    '日期',
  ],
  genre: ['文种', '公文种类'],
  issuer: ['发文机关', '发文单位', '名义', '印发机关', '主办单位'],
  reach: ['发至', '发至层级'],
  unplanned: ['计划外'],
  emergency: ['应急'],
  basis: ['批准依据'],
} as const;

export type OaColumn = keyof typeof HEADINGS;

/** Which column of a heading row holds what; the first name of a list wins, decorations are ignored. */
export function oaColumns(headings: readonly string[]): Partial<Record<OaColumn, number>> {
  const bare = headings.map((heading) => heading.replace(/[\s*＊：:]|[（(].*$/gu, ''));
  const found = (Object.keys(HEADINGS) as OaColumn[]).flatMap((column) => {
    const at = HEADINGS[column].map((name) => bare.indexOf(name)).find((index) => index >= 0);
    return at === undefined ? [] : [[column, at] as const];
  });
  return Object.fromEntries(found);
}

/** Sums and signatures below a list. */
export function isFooter(cells: readonly string[]): boolean {
  return /^(?:合计|总计|小计|制表|填表|审核|备注)/u.test(cells.find(Boolean) ?? '');
}
