import { type DemoIndicator, figuresOf } from './figures.ts';
import { type DemoUnit, unitNamed } from './units.ts';

/** One department registers item by item: its June is a list whose sums are the figures of the history. */
export const itemUnit: DemoUnit = unitNamed('市农业农村局');

interface Item {
  number: string;
  title: string;
  day: string;
  kind: string;
  unplanned: boolean;
}

const topics: Record<DemoIndicator, readonly string[]> = {
  发文: [
    '关于做好“三夏”生产工作的通知',
    '关于开展秸秆综合利用的通知',
    '关于加强动物疫病防控的通知',
    '关于做好农机安全检查的通知',
    '关于推进高标准农田建设的通知',
    '关于转发做好防汛抗旱农业减灾工作的通知',
    '关于加强农产品质量安全监管的通知',
    '关于做好农村改厕整改的通知',
  ],
  会议: [
    '全市“三夏”生产视频会',
    '全市动物疫病防控工作会议',
    '全市高标准农田建设推进会',
    '全市农机安全工作会议',
  ],
  督查检查考核: ['夏粮收购专项督查', '农机安全生产检查', '农产品质量安全检查', '畜禽养殖污染检查'],
};

const YEAR_MONTH = '2026-06';
/** 1 to 18 June, before the demo begins. */
const LAST_DAY = 18;

/** Registered, and apart from the figures: a talk that is no meeting, a decision about people. */
const apart: Record<string, string | number>[] = [
  { 指标: '会议', 标题: '特色产业发展座谈会', 日期: `${YEAR_MONTH}-09`, 类型: '研讨协调座谈' },
  {
    指标: '发文',
    文号: '景农〔2026〕90号',
    标题: '关于表彰农技推广先进个人的决定',
    日期: `${YEAR_MONTH}-16`,
    类型: '任免表彰批复',
  },
];

/** Rows of the sheet 逐件登记. */
export function itemRows(): Record<string, string | number>[] {
  const counted = figuresOf(2026)
    .filter(({ unit }) => unit.code === itemUnit.code)
    .flatMap(({ indicator, now }) => {
      const amount = now.at(-1) ?? 0;
      return Array.from({ length: amount }, (_, i) => itemAt(indicator, i, amount)).map((item) => ({
        指标: indicator,
        文号: item.number,
        标题: item.title,
        日期: item.day,
        类型: item.kind,
        计划外: item.unplanned ? '是' : '',
      }));
    });
  return [...counted, ...apart].map((row) => ({ 单位编码: itemUnit.code, ...row }));
}

function itemAt(indicator: DemoIndicator, i: number, amount: number): Item {
  const titles = topics[indicator];
  const round = Math.floor(i / titles.length);
  const title = titles[i % titles.length] ?? '';
  const day = 1 + Math.floor((i * LAST_DAY) / amount);
  return {
    number: indicator === '发文' ? `景农〔2026〕${60 + i}号` : '',
    title: round === 0 ? title : `${title}（第 ${round + 1} 批）`,
    day: `${YEAR_MONTH}-${String(day).padStart(2, '0')}`,
    kind: kindOf(indicator, title),
    unplanned: i < Math.floor(amount / 6),
  };
}

function kindOf(indicator: DemoIndicator, title: string): string {
  if (indicator === '督查检查考核') return '单项专项';
  if (indicator === '会议') return title.includes('视频') ? '视频会' : '会议';
  return title.includes('转发') ? '转发批转' : '普发';
}
