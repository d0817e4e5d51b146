import { type Rich, rich } from '../../chat/rich.ts';
import { dateText } from '../../chat/words.ts';
import type { Allowance, UnclearTable } from './rules/allowance.ts';
import { exact, shown, times } from './rules/exact.ts';
import { type Extra, together } from './rules/remoteness.ts';
import type { Service } from './rules/service.ts';
import type { Tier } from './rules/step.ts';
import type { YearsOfService } from './rules/years.ts';
import { listed } from './words-numbers.ts';
import type { WorkedOut } from './worked-out.ts';

const TITLE = '乡镇工作补贴测算';
const OFFICE = '人社局、组织部';
const FINAL = '以人社、财政、组织部门核定为准。';

const PLACES: Record<Allowance['source'], { title: string; lead: string; basis: string }> = {
  own: {
    title: TITLE,
    lead: '按您给的表算：',
    basis: '您在问题里给的表；算法：月补贴＝年限档金额＋偏远加发',
  },
  local: { title: TITLE, lead: '按本地分档表算：', basis: '本地标准：乡镇工作补贴年限分档表' },
  'BT-07': {
    title: '外地例：按湖南的办法测算',
    lead: '外地例（湖南省 2015 年办法，网页转载），不是本地标准：',
    basis: '外地例：湖南省 2015 年办法（网页转载）',
  },
  'BT-08': {
    title: '外地例：按一个外省的表测算',
    lead: '外地例（转载页没写是哪个省），不是本地标准：',
    basis: '外地例（二手网页，未写明省份）',
  },
};

export function allowanceLines(result: Allowance): WorkedOut {
  const { title, lead, basis } = PLACES[result.source];
  const common = { title, basis, office: OFFICE, final: FINAL };
  const { tier, months } = result;
  if (!tier)
    return {
      ...common,
      lines: [lead, ...serviceLines(result), `表里没有管到 ${spanText(months)}的那一档，算不出来。`],
    };
  return {
    ...common,
    lines: [
      headline(result, tier),
      result.inForceSince ? `${lead.slice(0, -1)}（${dateText(result.inForceSince)}起执行）：` : lead,
      ...serviceLines(result),
      `${spanText(months)}，${tierText(tier)}这一档：${tier.amount} 元/月`,
      ...(result.atBoundary ? [boundaryText(tier.from, result.source)] : []),
      ...extraLines(result.extra, tier, result.source),
      ...(result.aYear
        ? [`一年：${result.total} 元 × 12 ＝ ${shown(times(exact(result.total), exact(12)), 2)} 元`]
        : []),
      '按在岗算；借调、脱产学习等离岗的，发不发另看本地停发规定。',
    ],
  };
}

export function unclearTableLines(_result: UnclearTable): WorkedOut {
  return {
    title: TITLE,
    basis: '算法：月补贴＝年限档金额＋偏远加发',
    office: OFFICE,
    final: FINAL,
    lines: [
      '您给的表里，有的档叠在一起或者中间断开了，算不准。请把每一档从哪年到哪年、多少钱再写一遍发给我。',
    ],
  };
}

export function yearsLines(result: YearsOfService): WorkedOut {
  return {
    title: '乡镇工作年限怎么算',
    basis: '通行做法，待本地核对',
    office: '人社局',
    final: '年限以人社部门核定为准。',
    lines: [rich`**按常见做法是 ${spanText(result.months)}**`, ...serviceLines(result)],
  };
}

function headline({ total, extra }: Allowance, tier: Tier): Rich {
  if (extra.kind !== 'open') return rich`**每月 ${total} 元**`;
  const others = [...new Set(extra.options.map((option) => option.total))].join(' 元或 ');
  return rich`**每月 ${tier.amount} 元；列入偏远的每月 ${others} 元**`;
}

function serviceLines({ stints, months, since, until }: Service): string[] {
  if (since) {
    return [`${monthText(since)}到 ${monthText(until)} ＝ ${spanText(months)}`];
  }
  const counted = stints.filter((stint) => stint.counted).map(({ text }) => text);
  const away = stints.filter((stint) => !stint.counted).map(({ text }) => text);
  return [
    ...(counted.length > 1
      ? [
          `${counted.join(' ＋ ')} ＝ ${spanText(months)}。各乡镇的时间累计是通行做法，本地认不认以本地规则为准。`,
        ]
      : []),
    ...(away.length > 0 ? [`不在乡镇的 ${away.join('、')}没有算进去。`] : []),
  ];
}

function extraLines(extra: Extra, { amount }: Tier, source: Allowance['source']): string[] {
  const approved = source === 'BT-07' ? '（要经核准为特别艰苦偏远乡镇）' : '';
  switch (extra.kind) {
    case 'none':
      return [];
    case 'own_tier':
      return ['按艰苦偏远乡镇的档算。'];
    case 'not_listed':
      return [`您所在的${extra.place}不在偏远名单里，没有加发。`];
    case 'unknown':
      return [
        source === 'own'
          ? '表里没有写偏远加发多少，没有算进去。'
          : '偏远加发的名单和金额本地还没录入，没有算进去。',
      ];
    case 'added':
      return [
        `${extra.place ? `${extra.place}在偏远名单里，` : ''}偏远加发${approved}：${extra.amount} 元/月`,
        `${amount} 元 ＋ ${extra.amount} 元 ＝ ${together(amount, extra.amount)} 元/月`,
      ];
    case 'open':
      return extra.options.map(
        (option) =>
          `偏远的${option.places.length > 0 ? `（${listed(option.places)}）` : approved}：${amount} 元 ＋ ${option.amount} 元 ＝ ${option.total} 元/月`,
      );
  }
}

/** BT-08 says `10 年以下、10—20 年` and leaves the year between them open. */
function boundaryText(years: number, source: Allowance['source']): string {
  return source === 'BT-08'
    ? `刚好满 ${years} 年，原表没写明归哪一档，这里按高的一档。`
    : `刚好满 ${years} 年，归“满 ${years} 年”这一档。`;
}

function tierText({ from, until }: Tier): string {
  if (until === undefined) return `满 ${from} 年`;
  return from === 0 ? `不满 ${until} 年` : `满 ${from} 年不满 ${until} 年`;
}

function monthText(month: string): string {
  return `${Number(month.slice(0, 4))} 年 ${Number(month.slice(5, 7))} 月`;
}

/** `9 年半`, `8 年零 3 个月`, `7 个月`. */
function spanText(months: number): string {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  if (years === 0) return rest === 6 ? '半年' : `${rest} 个月`;
  if (rest === 0) return `${years} 年`;
  return rest === 6 ? `${years} 年半` : `${years} 年零 ${rest} 个月`;
}
