import { type Rich, rich } from '../../chat/rich.ts';
import type { Ceiling, CeilingReversed } from './rules/ceiling.ts';
import { divided, type Exact, exact, minus, shown, sumOf } from './rules/exact.ts';
import type { Pay, Supplement } from './rules/supplement.ts';
import { isYuan, yuan } from './words-numbers.ts';
import type { WorkedOut } from './worked-out.ts';

const CEILING = {
  title: '村干部奖励资金上限',
  basis: '',
  office: '组织部、农业农村局',
  final: '以财政、组织部门核定为准。',
};

const MEANING =
  '这是全体村干部合计的上限，不是每人的数，也不是必须提满；怎么分看考核和本地办法，不是必须平分。哪些收入算经营性收入，以本地界定为准。';

const NET = '规定写的是“经营性收入”；是按收入还是按扣掉成本的净收益算，以本地界定为准，上面用的是您说的数。';

export function ceilingLines(result: Ceiling): WorkedOut {
  const { income, share, ceiling, asked, each } = result;
  if (income.over <= 0n)
    return {
      ...CEILING,
      lines: [
        rich`**没有可提的**`,
        ...incomeLines(result),
        income.over === 0n
          ? `0 元 × ${shown(share, 2)}% ＝ 0 元。奖励资金是从经营性收入里提的，没有收入就没有可提的。`
          : '经营性收入是负数，也就是亏损。奖励资金是从经营性收入里提的，亏了就没有可提的。',
      ],
    };
  return {
    ...CEILING,
    lines: [
      rich`**最多可提 ${yuan(ceiling)}**`,
      ...incomeLines(result),
      `${yuan(income)} × ${shown(share, 2)}% ${isYuan(ceiling)}`,
      ...(asked ? askedLines(income, asked, ceiling, share) : []),
      ...claimLines(result),
      ...(each
        ? [`只作算术参考，平均到每人：${yuan(ceiling)} ÷ ${each.people} ${isYuan(each.amount)}。`]
        : []),
      ...leftOutLines(result),
      MEANING,
    ],
  };
}

export function ceilingReversedLines({ claim, share, income }: CeilingReversed): WorkedOut {
  return {
    ...CEILING,
    lines: [
      rich`**当年经营性收入至少要 ${yuan(income)}**`,
      `${yuan(claim)} ÷ ${shown(share, 2)}% ${isYuan(income)}`,
      MEANING,
    ],
  };
}

function incomeLines({ parts, takenOff, income }: Ceiling): string[] {
  if (parts.length < 2) return [];
  return [`经营性收入：${parts.map(yuan).join(takenOff ? ' − ' : ' ＋ ')} ${isYuan(income)}`];
}

function askedLines(
  income: Exact,
  { share, amount }: NonNullable<Ceiling['asked']>,
  ceiling: Exact,
  most: Exact,
): string[] {
  const percent = `${shown(share, 2)}%`;
  if (share.over <= 0n) return [`您说的 ${percent} 不能用来提取，上面按最高 ${shown(most, 2)}% 算。`];
  const formula = `${yuan(income)} × ${percent} ${isYuan(amount)}`;
  const excess = minus(amount, ceiling);
  return excess.over > 0n
    ? [`按 ${percent} 不行，超过最高 ${shown(most, 2)}% 的上限：${formula}，多出 ${yuan(excess)}。`]
    : [`按 ${percent} 提：${formula}，没有超过上限。`];
}

function claimLines({ claim, ceiling }: Ceiling): (Rich | string)[] {
  if (!claim) return [];
  const { amount, each, excess } = claim;
  const whole = each
    ? [`每人 ${yuan(each.amount)}：${yuan(each.amount)} × ${each.people} ${isYuan(amount)}`]
    : [];
  return [
    ...whole,
    excess.over > 0n
      ? rich`**${yuan(amount)}超过上限**：${yuan(amount)} − ${yuan(ceiling)} ${isYuan(excess)}`
      : `${yuan(amount)}没有超过上限 ${yuan(ceiling)}；提多少、怎么发还要走民主程序和公开。`,
  ];
}

function leftOutLines({ leftOut, costs, net, netBeside, takenOff, share }: Ceiling): string[] {
  return [
    ...(takenOff ? [`扣掉的 ${yuan(sumOf(leftOut))}像是补助一类；算不算经营性收入以本地界定为准。`] : []),
    ...(leftOut.length > 0 && !takenOff
      ? [`${leftOut.map(yuan).join('、')}像是补助一类，没有算进经营性收入；算不算以本地界定为准。`]
      : []),
    ...(netBeside
      ? [`要是按净收益算：${yuan(netBeside.amount)} × ${shown(share, 2)}% ${isYuan(netBeside.ceiling)}。`]
      : []),
    ...(costs.length > 0 || net || netBeside ? [NET] : []),
  ];
}

export function supplementLines(result: Supplement): WorkedOut {
  const { pays, outside, level, people } = result;
  return {
    title: '增发绩效奖金测算',
    basis: '',
    office: '组织部、财政局',
    final: '以财政、组织部门核定为准。',
    lines: [
      ...(outside.length > 0
        ? [
            `您说的 ${outside.map((share) => `${shown(share, 2)}%`).join('、')} 不在 6%—20% 之内，下面按两头算：`,
          ]
        : []),
      ...(level ? [`本地分档：${level.name} ${shown(level.share, 2)}%`] : []),
      ...pays.flatMap((pay) => payLines(pay, people)),
      '给的是获县级以上党建工作先进表彰的村，基数是基本报酬，下一年度按月发；具体比例看本地分档。',
    ],
  };
}

function payLines({ post, monthly, yearly, steps }: Pay, people: number | undefined): (Rich | string)[] {
  return [
    ...(post ? [rich`**${post}**`] : []),
    ...(yearly ? [`每月基本报酬：${yuan(yearly)} ÷ 12 ${isYuan(divided(yearly, exact(12)))}`] : []),
    ...steps.flatMap(({ share, month, unrounded, year, together }) => [
      rich`按 ${shown(share, 2)}%：**每月多 ${yuan(month)}，一年多 ${yuan(year)}**`,
      `${yuan(monthly)} × ${shown(share, 2)}% ${isYuan(unrounded)}；${yuan(month)} × 12 ${isYuan(year)}`,
      ...(together
        ? [
            `${people} 个人合计：${yuan(month)} × ${people} ${isYuan(together.month)}/月；${yuan(year)} × ${people} ${isYuan(together.year)}/年`,
          ]
        : []),
    ]),
  ];
}
