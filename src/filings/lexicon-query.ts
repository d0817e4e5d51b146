import { type Day, daysBetween } from '../kernel/day.ts';
import { normaliseText } from '../kernel/text.ts';
import { firstOrganIn, type NamedUnit } from '../people/rules/organs.ts';
import { vetoPattern } from './lexicon.ts';
import { readSpan, type Span } from './lexicon-days.ts';
import { asksTimes, isLookUp } from './rules/lexicon-claim.ts';

export interface Query {
  /** Units that may be meant by what was said of the organiser; undefined when nothing was said, or nothing that is known. */
  organisers: ReadonlySet<string> | undefined;
  span: Span | undefined;
  veto: boolean;
  /** It is said to be an inspection: a veto item is none. */
  inspection: boolean;
  research: boolean;
  /** What it is about: 校园食品安全; a number; the name of an organiser that nobody knows. */
  topic: string;
}

/** Words that could be said of any inspection, in the order in which they are taken away. */
const EVERYWHERE: RegExp[] = [
  /(?:有没有|有无|是否|是不是|在不在|到底|已经)?(?:提前)?(?:报没报备|备没备案|报备没报备|备过?案清单|备过?案|报备|清单)[里上中]?(?:编号|号码|编码)?(?:[了过])?(?:没有|没|吗|么)?/gu,
  /检查组|督查组|考核组|工作组|检查|督查|考核|督导|巡查|抽查|核查|迎检|一票否决|否决|暗访|调研/gu,
  /请问|想问|问一?下|麻烦|帮我|帮忙|帮俺|查一?下|查查|查一查|看一?下|看看|看一看|想先|你好|您好/gu,
  /[俺我咱]们?(?:这儿|这里|这边|镇上?|乡里?|街道|村里?|社区)?|(?:镇|乡|街道|村)(?:里|上)|上面|上头/gu,
  /文件(?:里|上|中)写?的?|向?市里|[这那本](?:个|次|回|一项|一条|项|条|家|拨)|某一?[项条]|有(?:个|一个|一家)|说是?(?:要)?|听说|通知(?:说|了)?|打(?:来)?电话/gu,
  /(?:要|想|会|准备|打算)?(?:下乡|下来|过来|来到|来|到)(?:的|了)?|开展|进行|上午|下午|早上|一早|晚上/gu,
  /有没有|是不是|在不在|没有|[的了吗么呢吧啊呀没是在不有]+$|^[的了是在有对]|(?<=\s)[的了是在有对](?=\s|$)/gu,
];

/** Reads what somebody wants to have looked up. `units` are all that could be an organiser. */
export function readQuery(said: string, today: Day, units: readonly NamedUnit[]): Query {
  const { span, rest } = readSpan(plain(said), today);
  const found = firstOrganIn(rest, units);
  const without = found ? rest.replace(found.phrase, ' ') : rest;
  return {
    organisers: found && new Set(found.units.map(({ code }) => code)),
    span,
    veto: vetoPattern.test(rest),
    inspection: /检查|督查|考核|督导|抽查|巡查|来查|来检/u.test(rest),
    research: /调研/u.test(rest),
    topic: topicOf(without),
  };
}

/** Free text in chat that is looked up in the list of filings, or counted, and is no question about the rule. */
export function isOurs(said: string): boolean {
  const text = plain(said);
  if (text.includes('\n') || text.length > 80) return false;
  // Which day does not matter here, only whether one was named; a whole year says little.
  const { span, rest } = readSpan(text, '2026-01-01');
  const dated = span !== undefined && daysBetween(span.from, span.to) < 60;
  return asksTimes(text) || isLookUp(text, { dated, topic: topicOf(rest) });
}

export { asksTimes };

function plain(said: string): string {
  return normaliseText(said).replace(/[\s。．.!！?？~～，,、；;：:]+$/u, '');
}

function topicOf(rest: string): string {
  let text = rest.replace(/[，,。；;、：:？?！!]/gu, ' ');
  for (const pattern of EVERYWHERE) text = text.replace(pattern, ' ');
  return text
    .split(/\s+/u)
    .filter((word) => word.length > 1)
    .join(' ');
}
