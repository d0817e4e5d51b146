import { demoUnits } from '../../db/seed/demo/units.ts';
import { dayOf, timeOf } from '../../src/kernel/day.ts';
import { moment } from '../support/house.ts';
import { isWorkingTime } from './calendar.ts';
import { checkCards, checkReminders } from './checks-duties.ts';
import { checkCompleteness, checkDowntime } from './checks-trouble.ts';
import { EMERGENCY } from './offices.ts';
import type { Letter } from './post-office.ts';
import { townshipPeople } from './roster.ts';
import type { Year } from './run.ts';

/** One of the eight points of burden-rules section 3. */
export interface Check {
  point: number;
  says: string;
  /** What was counted, for the report. */
  counted: string;
  /** Where it does not hold; empty when it does. */
  failures: readonly string[];
}

export function checkAll(year: Year): Check[] {
  return [
    checkTownships(year),
    checkCards(year),
    checkHours(year),
    checkGroups(year),
    checkReminders(year),
    checkWords(year),
    checkDowntime(year),
    checkCompleteness(year),
    checkHouse(year),
  ];
}

export function shown({ at, to, group, title }: Letter): string {
  return `${dayOf(at)} ${timeOf(at)} ${to || group}: ${title}`;
}

/** An answer to what was brought forward with a name (BR-03). */
const RECEIPT = /^您的(投诉|建议|减负反馈)有答复了/;

function checkTownships({ hall }: Year): Check {
  const unasked = hall.letters.filter(({ to, asked }) => !asked && townshipPeople.has(to));
  const receipts = unasked.filter(({ title }) => RECEIPT.test(title));
  return {
    point: 1,
    says: '乡镇、村账号收到的主动消息为 0（投诉回执除外）',
    counted: `${townshipPeople.size} 人，主动消息 ${unasked.length - receipts.length} 条，回执 ${receipts.length} 条`,
    failures: [
      ...unasked.filter(({ title }) => !RECEIPT.test(title)).map(shown),
      ...(receipts.length === 1 ? [] : [`receipts: ${receipts.length} instead of the one that was due`]),
    ],
  };
}

function checkHours({ hall }: Year): Check {
  const from = moment(EMERGENCY.from);
  const until = from + EMERGENCY.hours * 3_600_000;
  const outside = hall.letters.filter(({ asked, at }) => !asked && !isWorkingTime(at));
  const inEmergency = outside.filter(({ at }) => at >= from && at < until);
  const published = hall.letters.some(
    ({ asked, text }) => asked && text.includes('应急通道使用公示') && text.includes('2026年7月：1 次'),
  );
  return {
    point: 3,
    says: '免打扰时段、周末、节假日的主动消息为 0（经批准的应急除外）',
    counted: `时段外 ${outside.length} 条，其中应急期间 ${inEmergency.length} 条`,
    failures: [
      ...outside.filter(({ at }) => at < from || at >= until).map(shown),
      // The emergency must have been one, or the check would have nothing to tell apart.
      ...(inEmergency.length > 0 ? [] : ['nothing came in the emergency']),
      ...(published ? [] : ['the emergency was not published']),
    ],
  };
}

const RANKS = /排名|名次|第[一二三四五六七八九十\d]+名|倒数/;

function checkGroups({ hall }: Year): Check {
  const inGroup = hall.letters.filter(({ group }) => group !== '');
  const names = demoUnits.map(({ name }) => name);
  const lists = (text: string) => names.filter((name) => text.includes(name)).length > 1;
  return {
    point: 4,
    says: '群内主动消息为 0；被动回答不含单位名单、不含名次',
    counted: `群内回答 ${inGroup.length} 条，主动消息 ${inGroup.filter(({ asked }) => !asked).length} 条`,
    failures: [
      ...inGroup.filter(({ asked, text }) => !asked || lists(text) || RANKS.test(text)).map(shown),
      ...(inGroup.length > 0 ? [] : ['nobody was answered in a group']),
    ],
  };
}

/** BR-04, BR-09, BR-41, read from the rules a second time: the lists of the product are not asked. */
const FORBIDDEN: readonly [rule: string, words: RegExp][] = [
  ['BR-04', /打卡|签到|积分|排名|排行|名次|时长排|活跃度|勋章|连续登录|streak|score|\brank/i],
  ['BR-09', /收到请回复|请回复收到|接龙|@所有人|@全体|务必立即|立即回复/],
];
const SHAMED = /未报|落后|倒数|迟报|漏报/;

function checkWords({ hall }: Year): Check {
  const people = hall.quarters.platform.people().map(({ name }) => name);
  const named = [...demoUnits.map(({ name }) => name), ...people];
  const failures = hall.letters.flatMap((letter) => {
    const hits = FORBIDDEN.filter(([, words]) => words.test(letter.text)).map(([rule]) => rule);
    const shames =
      letter.group !== '' && SHAMED.test(letter.text) && named.some((name) => letter.text.includes(name));
    return [...hits, ...(shames ? ['BR-41'] : [])].map((rule) => `${rule}: ${shown(letter)}`);
  });
  return {
    point: 6,
    says: '全部出站文本通过 BR-04、BR-09、BR-41 的用语检查',
    counted: `${hall.letters.length} 条`,
    failures,
  };
}

/** Not a point of its own: nothing above means anything if the house was broken meanwhile. */
function checkHouse({ hall }: Year): Check {
  const errors = [...hall.refused, ...hall.quarters.errors()];
  return {
    point: 0,
    says: '平台没有拒收，系统日志没有错误',
    counted: `${hall.heartbeats()} 次心跳`,
    failures: errors,
  };
}
