import { figuresOf } from './figures.ts';
import { pointsOf, unitNamed } from './units.ts';

/**
 * The books of 2025 for two departments of 望泉县, drawn from their own figures: one that is even, its unused number marked
 * as void, and one with something to explain. Receivers are sampled as domain 4.3 asks: three, and more than 10 %.
 */

type Row = Record<string, string | number>;

interface Paper {
  serial: number;
  title: string;
  month: number;
  day: string;
  unplanned: boolean;
  /** Every third goes to the townships. */
  widely: boolean;
}

interface Department {
  code: string;
  sign: string;
  papers: Paper[];
}

const YEAR = 2025;
const SUBJECTS = [
  '年度重点任务分工',
  '安全生产',
  '业务培训',
  '项目管理',
  '档案整理',
  '汛期值守',
  '资金使用',
  '政务公开',
];

const sampled = pointsOf('望泉县').slice(0, 4);

function department(name: string, sign: string): Department {
  const { code } = unitNamed(name);
  const figures = figuresOf(2026).find((row) => row.unit.code === code && row.indicator === '发文');
  const papers = (figures?.last ?? []).flatMap((amount, m) =>
    Array.from({ length: amount }, (_, i) => ({ month: m + 1, i, amount })),
  );
  return {
    code,
    sign,
    papers: papers.map(({ month, i, amount }, n) => ({
      serial: n + 1,
      title: `关于做好${month}月${SUBJECTS[n % SUBJECTS.length]}工作的通知`,
      month,
      day: `${YEAR}-${String(month).padStart(2, '0')}-${String(3 + Math.floor((24 * i) / amount)).padStart(2, '0')}`,
      // As many as the figures say: every sixth.
      unplanned: i < Math.floor(amount / 6),
      widely: n % 3 === 0,
    })),
  };
}

const even = department('望泉县农业农村局', '泉农');
const uneven = department('望泉县教育局', '泉教');

const number = ({ sign }: Department, serial: number) => `${sign}〔${YEAR}〕${serial}号`;

/** What is wrong with the uneven one, by serial. */
const LOST = 5;
const LATE = 9;
const UNLISTED = 13;
const NOT_RECEIVED = 7;

function registered(from: Department, paper: Paper): Row {
  return {
    单位编码: from.code,
    指标: '发文',
    文号: number(from, paper.serial),
    标题: paper.title,
    日期: paper.day,
    登记月份: '',
    发至: paper.widely ? '乡镇街道' : '',
    备注: paper.unplanned ? '计划外' : '',
  };
}

export function registerRows(): Row[] {
  const listed = uneven.papers.filter(({ serial }) => serial !== LOST && serial !== UNLISTED);
  return [
    ...even.papers.map((paper) => registered(even, paper)),
    ...listed.map((paper) => {
      const row = registered(uneven, paper);
      const next = `${YEAR}-${String(paper.month + 1).padStart(2, '0')}`;
      return paper.serial === LATE ? { ...row, 登记月份: next } : row;
    }),
  ];
}

/** One number of the even department was given and never used: the book of numbers says so. */
export function numberRows(): Row[] {
  const serial = even.papers.length + 1;
  return [{ 单位编码: even.code, 文号: number(even, serial), 标题: '', 日期: '', 备注: '作废' }];
}

export function receivedRows(): Row[] {
  return [even, uneven].flatMap((from) =>
    from.papers
      .filter(({ widely, serial }) => widely || (from === uneven && serial === UNLISTED))
      .flatMap((paper) => {
        const missing = from === uneven && paper.serial === NOT_RECEIVED ? 1 : 0;
        return sampled.slice(missing).map((unit) => ({
          受文单位编码: unit.code,
          发文单位编码: from.code,
          指标: '发文',
          文号: number(from, paper.serial),
          标题: paper.title,
          日期: paper.day,
        }));
      }),
  );
}
