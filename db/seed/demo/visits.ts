import { demoOpenId, GROUPS, groupLiaison } from './people.ts';
import { COUNTIES, pointsOf } from './units.ts';

export interface DemoInspectionGroup {
  number: string;
  liaison: string;
  points: string[];
}

/** 44 points in 17 groups: ten groups of three, seven of two (the seed report's reckoning); each within one county. */
const SIZES: Record<(typeof COUNTIES)[number], number[]> = {
  望泉县: [3, 3, 2, 3, 3, 2, 3, 3],
  松渡县: [3, 2, 3, 2, 2, 3, 2, 3, 2],
};

export function demoInspectionGroups(): DemoInspectionGroup[] {
  const parts = COUNTIES.flatMap((county) => {
    const points = pointsOf(county).map((unit) => unit.code);
    return SIZES[county].map((size) => points.splice(0, size));
  });
  return GROUPS.map((number, i) => ({
    number,
    liaison: demoOpenId(groupLiaison(number)),
    points: parts[i] ?? [],
  }));
}

/** Groups with open duties at the demo's start: one visit and every talk. Everybody else is done. */
const BEHIND = ['04', '07', '11', '12'];

/** Workdays of the first half of 2026. */
const DAYS = [
  '2026-03-10 2026-03-18 2026-03-26 2026-04-09 2026-04-15 2026-04-22',
  '2026-05-12 2026-05-20 2026-05-27 2026-06-04 2026-06-10',
].flatMap((line) => line.split(' '));

/** As stored: date and kind only. */
export interface DemoVisitRecord {
  unit: string;
  half: '2026-H1';
  kind: 'visit' | 'talk';
  group: string;
  day: string;
  author: string;
  createdAt: number;
}

/** 40 of 44 visits and 33 of 44 talks: 73 of 88 (83.0 %). The workbook has no sheet for them. */
export function demoVisitRecords(): DemoVisitRecord[] {
  const records: DemoVisitRecord[] = [];
  for (const { number, liaison, points } of demoInspectionGroups()) {
    const behind = BEHIND.includes(number);
    points.forEach((unit, i) => {
      const day = DAYS[(Number(number) * 3 + i) % DAYS.length] ?? '';
      const done = (kind: 'visit' | 'talk') =>
        records.push({
          unit,
          half: '2026-H1',
          kind,
          group: number,
          day,
          author: `person:${liaison}`,
          createdAt: Date.parse(`${day}T17:00:00+08:00`),
        });
      if (!behind || i > 0) done('visit');
      if (!behind) done('talk');
    });
  }
  return records;
}
