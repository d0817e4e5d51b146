import { describe, expect, it } from 'vitest';
import { INDICATORS, stories } from '../../db/seed/demo/figures.ts';
import {
  demoGroups,
  demoGuide,
  demoPeople,
  demoVisitRecords,
  demoWorkbook,
} from '../../db/seed/demo/index.ts';
import { demoUnits } from '../../db/seed/demo/units.ts';
import { packagedCalendar } from '../../src/main/calendar.ts';
import { personalNumberIn } from '../../src/people/rules/personal-number.ts';
import { triggers } from './levels.ts';

const book = demoWorkbook();
const rows = (sheet: string) => book[sheet] ?? [];
const list = (cell: unknown) => String(cell).split('；');
const countyOf = new Map(demoUnits.map((unit) => [unit.code, unit.county]));
const nameOf = new Map(demoUnits.map((unit) => [unit.code, unit.name]));

/** Amounts by month of the units for which `test` holds. */
function series(indicator: string, test: (unit: string) => boolean, months: string[]): number[] {
  return months.map((month) =>
    rows('历史数据')
      .filter((row) => row['月份'] === month && row['指标'] === indicator && test(String(row['单位编码'])))
      .reduce((sum, row) => sum + Number(row['数量']), 0),
  );
}

const plan = (indicator: string, test: (unit: string) => boolean, year: number) =>
  rows('年度计划')
    .filter((row) => row['年份'] === year && row['指标'] === indicator && test(String(row['单位编码'])))
    .reduce((sum, row) => sum + Number(row['计划数']), 0);

const total = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
const monthsOf = (year: number, from = 1, to = 12) =>
  Array.from({ length: to - from + 1 }, (_, i) => `${year}-${String(from + i).padStart(2, '0')}`);
const ofCounty = (county: string) => (unit: string) => countyOf.get(unit) === county;
const city = ofCounty('');

describe('the city', () => {
  it.each([
    ['两办', 6],
    ['市直', 14],
    ['县区直', 10],
    ['乡镇街道', 44],
    ['村社区', 6],
  ])('has as many units of the tier %s as planned', (tier, count) => {
    expect(rows('单位').filter((row) => row['层级'] === tier)).toHaveLength(count);
  });

  it('has 2 counties, 19 townships, 25 subdistricts, and every code and name once', () => {
    const names = rows('单位').map((row) => String(row['名称']));
    expect(new Set(rows('单位').map((row) => row['县区']))).toEqual(new Set(['', '望泉县', '松渡县']));
    expect(names.filter((name) => /[镇乡]$/.test(name))).toHaveLength(19);
    expect(names.filter((name) => name.endsWith('街道'))).toHaveLength(25);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(rows('单位').map((row) => row['编码'])).size).toBe(names.length);
  });

  it('has 80 to 120 people with every role; nobody shares a name or an open_id', () => {
    const people = demoPeople();
    expect(people.length).toBeGreaterThanOrEqual(80);
    expect(people.length).toBeLessThanOrEqual(120);
    expect(new Set(people.map((person) => person.name)).size).toBe(people.length);
    expect(new Set(people.map((person) => person.openId)).size).toBe(people.length);
    for (const person of people) expect(person.openId).toMatch(/^ou_demo_[0-9a-f]{16}$/);
    expect(new Set(rows('人员').flatMap((row) => list(row['角色']))).size).toBe(9);
  });

  it('gives the guide and the groups only people whom the platform knows', () => {
    const known = new Set(demoPeople().map((person) => person.openId));
    for (const { as, who } of Object.values(demoGuide)) {
      expect(known).toContain(as);
      expect(who).not.toBe('');
    }
    for (const group of demoGroups()) {
      expect(group.members.length).toBeGreaterThan(3);
      for (const member of group.members) expect(known).toContain(member);
    }
  });

  it('holds nothing that looks like an identity or mobile number (BR-34)', () => {
    const text = JSON.stringify([book, demoPeople(), demoGroups()]);
    const cells = text.match(/"[^"]*"/g) ?? [];
    expect(cells.filter((cell) => !cell.includes('ou_demo_') && personalNumberIn(cell))).toEqual([]);
  });

  it('asks 30 issuing units for three figures each, and no township (BR-12)', () => {
    const listed = new Set(rows('填报名单').map((row) => String(row['单位编码'])));
    expect(rows('填报名单')).toHaveLength(90);
    expect(listed.size).toBe(30);
    for (const unit of listed) expect(unit < '0121' || (unit > '0200' && unit < '0221')).toBe(true);
  });
});

describe('inspection groups', () => {
  const groups = rows('考察组').map((row) => list(row['联系点编码']));
  it('are 17: ten with three points and seven with two (measures 4.3), every point once', () => {
    expect(groups.filter((points) => points.length === 3)).toHaveLength(10);
    expect(groups.filter((points) => points.length === 2)).toHaveLength(7);
    const points = groups.flat();
    expect(points).toHaveLength(44);
    expect(new Set(points)).toEqual(
      new Set(demoUnits.filter((unit) => unit.tier === '乡镇街道').map((unit) => unit.code)),
    );
  });

  it('have done 40 visits and 33 talks by workdays before June 22; four groups are behind', () => {
    const records = demoVisitRecords();
    expect(records.filter((record) => record.kind === 'visit')).toHaveLength(40);
    expect(records.filter((record) => record.kind === 'talk')).toHaveLength(33);
    for (const { day } of records) {
      expect(packagedCalendar.isWorkday(day), day).toBe(true);
      expect(day >= '2026-01-01' && day < '2026-06-22', day).toBe(true);
    }
    const done = new Set(records.map((record) => `${record.unit} ${record.kind}`));
    const behind = groups.filter((points) =>
      points.some((point) => !done.has(`${point} visit`) || !done.has(`${point} talk`)),
    );
    expect(behind).toHaveLength(4);
  });
});

describe('figures of the city level repeat the seed report (measures 4.1)', () => {
  it.each([2022, 2026])('first half of %i and the year before', (year) => {
    const half = (indicator: string, of: number) => total(series(indicator, city, monthsOf(of, 1, 6)));
    expect([half('发文', year), half('会议', year)]).toEqual([479, 114]);
    expect([half('发文', year - 1), half('会议', year - 1)]).toEqual([499, 130]);
    expect([plan('发文', city, year), plan('会议', city, year)]).toEqual([998, 259]);
    expect([half('督查检查考核', year - 1), half('督查检查考核', year)]).toEqual([100, 87]);
    const counties = (of: number) => total(series('督查检查考核', (unit) => !city(unit), monthsOf(of, 1, 6)));
    expect([counties(year - 1), counties(year)]).toEqual([100, 89]);
  });

  it.each(['望泉县', '松渡县'])('inspections of %s fall by 11 %%', (county) => {
    const half = (year: number) => total(series('督查检查考核', ofCounty(county), monthsOf(year, 1, 6)));
    for (const year of [2022, 2026]) expect(Math.round((half(year) / half(year - 1) - 1) * 100)).toBe(-11);
  });

  it('are whole and never negative; unplanned never exceeds the amount; plans stay below last year', () => {
    for (const row of rows('历史数据')) {
      const amount = Number(row['数量']);
      expect(Number.isInteger(amount) && amount >= 0).toBe(true);
      expect(Number(row['计划外'])).toBeLessThanOrEqual(amount);
    }
    expect(rows('历史数据')).toHaveLength(2 * 18 * 90);
    for (const indicator of INDICATORS)
      for (const year of [2022, 2026])
        expect(plan(indicator, city, year)).toBeLessThan(plan(indicator, city, year - 1));
  });
});

describe('warnings of 2026 (domain 4.2)', () => {
  const levelsAt = (month: number, indicator: string, test: (unit: string) => boolean) => {
    const found = triggers({
      last: series(indicator, test, monthsOf(2025)),
      now: series(indicator, test, monthsOf(2026, 1, month)),
      plan: plan(indicator, test, 2026),
      elapsed: packagedCalendar.elapsedShare(`2026-0${month}`),
    });
    return found[3].length > 0 ? 3 : found[2].length > 0 ? 2 : found[1].length > 0 ? 1 : 0;
  };
  const scopes = [
    ...['', '望泉县', '松渡县'].map((county) => [county || '市', ofCounty(county)] as const),
    ...[...new Set(rows('填报名单').map((row) => String(row['单位编码'])))].map(
      (code) => [nameOf.get(code) ?? '', (unit: string) => unit === code] as const,
    ),
  ];

  it.each([
    [3, []],
    [4, []],
    [5, ['市生态环境局 发文 1']],
    [6, ['市生态环境局 发文 2', '市住房和城乡建设局 发文 1', '望泉县应急管理局 发文 1']],
  ])('month %i: these units and nobody else', (month, expected) => {
    const loud = scopes.flatMap(([name, test]) =>
      INDICATORS.flatMap((indicator) => {
        const level = levelsAt(month, indicator, test);
        return level > 0 ? [`${name} ${indicator} ${level}`] : [];
      }),
    );
    expect(loud.toSorted()).toEqual(expected.toSorted());
  });

  it('unplanned shares stay below the line of 20 %', () => {
    for (const { unit, indicator } of stories) {
      const own = rows('历史数据').filter(
        (row) =>
          nameOf.get(String(row['单位编码'])) === unit &&
          row['指标'] === indicator &&
          String(row['月份']).startsWith('2026'),
      );
      const sum = (title: string) => total(own.map((row) => Number(row[title])));
      expect(sum('计划外') / sum('数量')).toBeLessThan(0.2);
    }
  });
});
