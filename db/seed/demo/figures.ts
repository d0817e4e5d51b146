import { share, shareAbove } from './share.ts';
import { type DemoUnit, issuingUnits } from './units.ts';

/**
 * Figures of 发文, 会议, 督查检查考核. City level: 479 documents of a plan of 998 and 114 meetings of 259 in the first
 * half of 2022, 499 and 130 the year before, inspections 100 → 87 (counties 100 → 89); 2025/26 repeats these figures.
 */
export const INDICATORS = ['发文', '会议', '督查检查考核'] as const;
export type DemoIndicator = (typeof INDICATORS)[number];

/** Two years: the first whole, of the second the first half and the plan. */
interface Span {
  first: number;
  second: number;
  now: number;
  plan: number;
  lastPlan: number;
}

const span = (first: number, second: number, now: number, plan: number, lastPlan: number): Span => ({
  first,
  second,
  now,
  plan,
  lastPlan,
});

const YEARS = [2022, 2026] as const;
type Year = (typeof YEARS)[number];

const totals: Record<Year, Record<string, Record<DemoIndicator, Span>>> = {
  2022: {
    '': {
      发文: span(499, 512, 479, 998, 1030),
      会议: span(130, 134, 114, 259, 270),
      督查检查考核: span(100, 96, 87, 190, 205),
    },
    望泉县: {
      发文: span(148, 152, 139, 292, 305),
      会议: span(46, 47, 40, 92, 96),
      督查检查考核: span(55, 53, 49, 106, 112),
    },
    松渡县: {
      发文: span(121, 124, 114, 240, 252),
      会议: span(38, 38, 34, 75, 79),
      督查检查考核: span(45, 44, 40, 87, 92),
    },
  },
  2026: {
    '': {
      发文: span(499, 509, 479, 998, 1015),
      会议: span(130, 133, 114, 259, 266),
      督查检查考核: span(100, 97, 87, 190, 200),
    },
    望泉县: {
      发文: span(146, 149, 138, 289, 300),
      会议: span(45, 46, 40, 91, 94),
      督查检查考核: span(55, 54, 49, 106, 110),
    },
    松渡县: {
      发文: span(120, 123, 113, 238, 247),
      会议: span(37, 38, 33, 73, 77),
      督查检查考核: span(45, 44, 40, 87, 91),
    },
  },
};

/** Who issues how much, in the order of the units of a level. */
const cityWeights: Record<DemoIndicator, number[]> = {
  发文: [58, 64, 33, 27, 30, 24, 20, 26, 27, 22, 25, 24, 28, 25, 31, 21],
  会议: [20, 22, 10, 7, 7, 7, 5, 6, 6, 5, 7, 7, 8, 7, 10, 6],
  督查检查考核: [11, 13, 8, 4, 4, 6, 4, 5, 4, 6, 8, 6, 6, 6, 10, 5],
};
const countyWeights: Record<DemoIndicator, number[]> = {
  发文: [30, 32, 18, 14, 17, 14, 16],
  会议: [10, 11, 5, 5, 6, 5, 6],
  督查检查考核: [9, 11, 6, 6, 8, 6, 10],
};

/** A unit whose months are told one by one, because the demo warns about it. */
interface Story {
  unit: string;
  indicator: DemoIndicator;
  first: number[];
  second: number[];
  now: number[];
  plan: number;
  lastPlan: number;
}

/** Levels for June 2026 by domain 4.2; everybody else stays quiet. */
export const stories: readonly Story[] = [
  {
    // Three months in a row above last year's: 预警.
    unit: '市生态环境局',
    indicator: '发文',
    first: [9, 6, 9, 6, 6, 7],
    second: [7, 7, 9, 8, 8, 8],
    now: [6, 4, 6, 9, 10, 12],
    plan: 88,
    lastPlan: 92,
  },
  {
    // Two months in a row: 提醒.
    unit: '市住房和城乡建设局',
    indicator: '发文',
    first: [7, 6, 7, 7, 5, 6],
    second: [6, 7, 7, 7, 7, 7],
    now: [6, 4, 6, 5, 9, 10],
    plan: 77,
    lastPlan: 80,
  },
  {
    // One sudden month: 提醒.
    unit: '望泉县应急管理局',
    indicator: '发文',
    first: [3, 2, 3, 3, 2, 3],
    second: [3, 4, 3, 3, 3, 4],
    now: [3, 2, 2, 2, 2, 6],
    plan: 36,
    lastPlan: 37,
  },
];

/** Shares of a half year that lie behind at the end of its months, in hundredths; summer and January are quiet. */
const FIRST_HALF = [18, 30, 47, 64, 81, 100];
const SECOND_HALF = [16, 31, 49, 64, 81, 100];

/**
 * Workdays behind at the end of each month of the first half, and in the whole year: 2026 by the State Council's
 * holiday notice.
 */
const WORKDAYS = [21, 37, 59, 80, 99, 120];
const WORKDAYS_OF_YEAR = 248;
/** Days a quiet unit may be ahead: 7 of 248 are 2.8 points, a warning starts at 3. */
const AHEAD = 7;

/** A quiet unit keeps its plan: half a year uses below 1/2.03 of it, which is the year's share of workdays. */
const leastYear = (half: number) => Math.ceil((half * 203) / 100);

export interface Halves {
  unit: DemoUnit;
  indicator: DemoIndicator;
  /** Twelve months of last year, six of this. */
  last: number[];
  now: number[];
  plan: number;
  lastPlan: number;
}

/** One row per unit and indicator: what it did and planned in `year` and the year before. */
export function figuresOf(year: Year): Halves[] {
  return Object.entries(totals[year]).flatMap(([county, byIndicator]) => {
    const units = issuingUnits.filter((unit) => unit.county === county);
    return INDICATORS.flatMap((indicator) => level(year, units, indicator, byIndicator[indicator]));
  });
}

function level(year: Year, units: DemoUnit[], indicator: DemoIndicator, total: Span): Halves[] {
  const told = year === 2026 ? stories.filter((story) => story.indicator === indicator) : [];
  const toldHere = told.filter((story) => units.some((unit) => unit.name === story.unit));
  const left = toldHere.reduce(
    (rest, story) => ({
      first: rest.first - sum(story.first),
      second: rest.second - sum(story.second),
      now: rest.now - sum(story.now),
      plan: rest.plan - story.plan,
      lastPlan: rest.lastPlan - story.lastPlan,
    }),
    total,
  );
  const all = units.length > 10 ? cityWeights[indicator] : countyWeights[indicator];
  const quiet = units
    .map((unit, i) => ({ unit, weight: (all[i] ?? 1) * 10, order: i }))
    .filter(({ unit }) => !toldHere.some((story) => story.unit === unit.name));
  const weights = quiet.map(({ weight }) => weight);
  const first = share(left.first, weights);
  const now = share(
    left.now,
    quiet.map(({ weight, order }) => weight + swing(order * 2 + year, 7)),
  );
  const second = shareAbove(
    left.second,
    now.map((half, i) => Math.max(0, leastYear(half) - (first[i] ?? 0))),
    weights,
  );
  const plan = shareAbove(left.plan, now.map(leastYear), weights);
  const lastPlan = share(left.lastPlan, weights);
  return [
    ...quiet.map(({ unit, order }, i) => ({
      unit,
      indicator,
      last: [
        ...months(first[i] ?? 0, FIRST_HALF, order + year),
        ...months(second[i] ?? 0, SECOND_HALF, order + year),
      ],
      now: months(now[i] ?? 0, FIRST_HALF, order + year + 3, plan[i]),
      plan: plan[i] ?? 0,
      lastPlan: lastPlan[i] ?? 0,
    })),
    ...toldHere.map((story) => ({
      unit: units.find((unit) => unit.name === story.unit) as DemoUnit,
      indicator,
      last: [...story.first, ...story.second],
      now: story.now,
      plan: story.plan,
      lastPlan: story.lastPlan,
    })),
  ];
}

/** Six months that add up; with a plan they never run ahead of the workdays. */
function months(half: number, season: readonly number[], seed: number, plan?: number): number[] {
  let before = 0;
  return season.map((behindShare, m) => {
    const wobble = m < 5 ? swing(seed * 5 + m * 3, 1) : 0;
    const wanted = Math.floor((half * (behindShare + wobble) * 10 + (3 + (seed % 5)) * 100) / 1000);
    const most =
      plan === undefined ? half : Math.floor((plan * ((WORKDAYS[m] ?? 0) + AHEAD)) / WORKDAYS_OF_YEAR);
    const behind = m === 5 ? half : Math.max(before, Math.min(wanted, most, half));
    const month = behind - before;
    before = behind;
    return month;
  });
}

/** −size … +size, in a fixed pattern. */
function swing(seed: number, size: number): number {
  return ((seed * 7) % (2 * size + 1)) - size;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
