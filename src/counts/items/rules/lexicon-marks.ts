import type { Tier } from '../../../kernel/actor.ts';
import type { Indicator } from '../../rules/indicator.ts';
import type { Capacity, Level } from './capacity.ts';
import type { Kind } from './kinds.ts';

/** A paper that bears a mark of secrecy is not registered here at all (domain 3.1, BR-35). */
const SECRET =
  /(?:绝密|机密|秘密)\s*(?:★|☆|\*|级|件|文件|电报|\d+\s*年)|[【[（(〔](?:绝密|机密|秘密)[】\]）)〕]|(?:^|\s)(?:绝密|机密|秘密)(?:\s|$)|密[★☆]/u;

export function isSecret(text: string): boolean {
  return SECRET.test(text);
}

/** 领导小组、指挥部、专班: the usual shadow of a department's own documents (domain 3.1). */
const BODY = /领导小组|指挥部|专班|工作组|联席会议|委员会办公室/u;
const NAMED_BODY = /([\p{Script=Han}]{2,24}?(?:领导小组|指挥部|专班|工作组|联席会议)(?:办公室)?)/u;

/** A body named at the head of a title: 市防汛抗旱指挥部关于…. */
export function bodyIn(title: string): string | undefined {
  const [head = ''] = title.split('关于');
  return head === title ? undefined : NAMED_BODY.exec(head)?.[1];
}

export function capacityOf(issuer: string, tier: Tier): Capacity {
  if (BODY.test(issuer)) return 'body';
  if (/委$|委员会$/.test(issuer) && tier === 'office') return 'party';
  if (issuer.endsWith('政府')) return 'government';
  return tier === 'office' ? 'office' : 'department';
}

export function levelOf(tier: Tier, county: string): Level {
  if (tier === 'township' || tier === 'village') return 'township';
  return county === '' ? 'city' : 'county';
}

/** What the words of a title say about its kind, the more telling ones first. */
const SIGNS: Record<Indicator, readonly (readonly [Kind, RegExp])[]> = {
  document: [
    ['decision', /任免|任职的通知|免职|表彰|机构编制.*批复|的批复$/u],
    ['upward', /(?:请示|议案|纪要|的函|复函)$|^(?:请示|报告)|情况的报告$/u],
    ['telegram', /明电|传真电报/u],
    ['forwarded', /转发|批转/u],
  ],
  meeting: [
    ['listened', /收听|收看/u],
    ['tasked', /培训.*(?:部署|布置)/u],
    ['training', /培训/u],
    ['discussion', /座谈|讨论|研讨|协调会|务虚|论证会/u],
    ['statutory', /常委会|常务会|党组会|党委会|全委会|全体会议|中心组|人代会|政协.*会议$/u],
    ['video', /视频|电视电话/u],
    ['system', /系统.*工作会/u],
  ],
  inspection: [
    ['unannounced', /暗访|四不两直/u],
    ['routine', /执法|信访|办案/u],
    ['comprehensive', /综合/u],
  ],
};

/** Undefined when the words say nothing. */
export function kindIn(indicator: Indicator, text: string): Kind | undefined {
  return SIGNS[indicator].find(([, sign]) => sign.test(text))?.[0];
}
