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
      发文: span(499, 512, 479, 998, 1070),
      会议: span(130, 134, 114, 259, 292),
      督查检查考核: span(100, 96, 87, 190, 230),
    },
    望泉县: {
      发文: span(148, 152, 139, 292, 326),
      会议: span(46, 47, 40, 92, 112),
      督查检查考核: span(55, 53, 49, 106, 130),
    },
    松渡县: {
      发文: span(121, 124, 114, 240, 270),
      会议: span(38, 38, 34, 75, 96),
      督查检查考核: span(45, 44, 40, 87, 110),
    },
  },
  2026: {
    '': {
      发文: span(499, 509, 479, 998, 1064),
      会议: span(130, 133, 114, 259, 290),
      督查检查考核: span(100, 97, 87, 190, 228),
    },
    望泉县: {
      发文: span(146, 149, 138, 289, 322),
      会议: span(45, 46, 40, 91, 110),
      督查检查考核: span(55, 54, 49, 106, 130),
    },
    松渡县: {
      发文: span(120, 133, 113, 238, 276),
      会议: span(37, 38, 33, 73, 94),
      督查检查考核: span(45, 44, 40, 87, 110),
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

/** Levels by domain 4.2, rebounds of 2025 that broke their plan first, then June 2026; everybody else stays quiet. */
export const stories: readonly Story[] = [
  {
    // Ahead of its plan from May 2025, broken in October.
    unit: '市市场监督管理局',
    indicator: '发文',
    first: [3, 4, 4, 5, 6, 7],
    second: [6, 5, 5, 4, 3, 3],
    now: [4, 2, 4, 4, 4, 5],
    plan: 48,
    lastPlan: 48,
  },
  {
    // A summer of meetings: ahead from June 2025, broken in October.
    unit: '市农业农村局',
    indicator: '会议',
    first: [1, 1, 1, 1, 2, 3],
    second: [3, 3, 3, 2, 1, 1],
    now: [1, 1, 1, 1, 1, 2],
    plan: 16,
    lastPlan: 18,
  },
  {
    // Quiet for half a year, then ahead from July 2025, broken in October.
    unit: '松渡县农业农村局',
    indicator: '发文',
    first: [2, 1, 2, 2, 2, 3],
    second: [4, 5, 5, 4, 3, 2],
    now: [2, 1, 2, 2, 2, 2],
    plan: 24,
    lastPlan: 26,
  },
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
const FIRST_HALF = [18, 33, 49, 65, 82, 100];
const SECOND_HALF = [16, 31, 49, 64, 81, 100];

/** Workdays behind at the end of each month, by the State Council's holiday notices. */
const WORKDAYS: Record<number, number[]> = {
  2021: [20, 37, 60, 82, 101, 122, 144, 166, 188, 205, 227, 250],
  2022: [21, 37, 60, 81, 101, 122, 143, 166, 187, 205, 227, 249],
  2025: [19, 38, 59, 81, 100, 120, 143, 164, 187, 205, 225, 248],
  2026: [21, 37, 59, 80, 99, 120, 143, 164, 186, 204, 225, 248],
};
/** Days a quiet unit may be ahead: 7 of 248 are 2.8 points, a warning starts at 3. */
const AHEAD = 7;
/** And how far its forecast may lie above its plan; a warning starts at 1.03. */
const ABOVE = 1.02;

/** Most that a quiet unit has counted by the end of each month of a year. */
function mostBy(year: number, plan: number): number[] {
  const days = WORKDAYS[year] ?? [];
  const whole = days.at(-1) ?? 1;
  return days.map((behind, m) => {
    const ahead = (plan * (behind + AHEAD)) / whole;
    return Math.floor(m < 5 ? ahead : Math.min(ahead, (plan * behind * ABOVE) / whole));
  });
}

/** Least plan that the halves of a year keep. */
function leastPlan(year: number, first: number, second: number): number {
  const days = WORKDAYS[year] ?? [];
  const half = (days[5] ?? 1) / (days.at(-1) ?? 1);
  return Math.max(Math.ceil(first / (half * ABOVE)), first + second);
}

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
  const lastPlan = shareAbove(
    left.lastPlan,
    first.map((half, i) => leastPlan(year - 1, half, second[i] ?? 0)),
    weights,
  );
  return [
    ...quiet.map(({ unit, order }, i) => {
      const seed = order + year;
      const before = first[i] ?? 0;
      const most = mostBy(year - 1, lastPlan[i] ?? 0);
      const later = most.slice(6).map((count) => count - before);
      return {
        unit,
        indicator,
        last: [
          ...months(before, FIRST_HALF, seed, most),
          ...months(second[i] ?? 0, SECOND_HALF, seed, later),
        ],
        now: months(now[i] ?? 0, FIRST_HALF, seed + 3, mostBy(year, plan[i] ?? 0)),
        plan: plan[i] ?? 0,
        lastPlan: lastPlan[i] ?? 0,
      };
    }),
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

/** Six months that add up and never run ahead of what a quiet unit may have counted by then. */
function months(half: number, season: readonly number[], seed: number, most: readonly number[]): number[] {
  let before = 0;
  return season.map((behindShare, m) => {
    const wobble = m < 5 ? swing(seed * 5 + m * 3, 1) : 0;
    const wanted = Math.floor((half * (behindShare + wobble) * 10 + (3 + (seed % 5)) * 100) / 1000);
    const behind = m === 5 ? half : Math.max(before, Math.min(wanted, most[m] ?? half, half));
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
