import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/kernel/day.ts';
import { packagedCalendar } from '../../src/main/calendar.ts';
import { given, linesFrom, linesOf, stepOf } from './calculators-world.ts';

const procedure = [
  { step: '调查核实', days: 30 },
  { step: '结论认定', days: 15 },
];

describe('deadlines in workdays (RC-15, LOC-17)', () => {
  it.each<[string, string[]]>([
    [
      '容错申请3月2号交的，调查核实30个工作日，最晚哪天出结果',
      ['到 2026年4月14日（周二）', '中间放假不算：4月6日（周一）', '以纪委监委、组织部门核定为准。'],
    ],
    ['澄清申请 2026年9月25日批的，5个工作日内办完，最晚哪天', ['到 2026年10月9日（周五）']],
    ['2026-04-28起10个工作日是几号', ['到 2026年5月14日（周四）', '周末补班要算：5月9日（周六，补班）']],
    ['从今天起15个工作日是哪天', ['到 2026年7月13日（周一）']],
    ['会议10月12日开，要提前5个工作日报备，最晚哪天报', ['最晚 2026年9月29日（周二）']],
  ])('%s', (text, lines) => {
    expect(linesOf(text)).toEqual(expect.arrayContaining(lines));
  });

  it.each<[string, string]>([
    ['3月2号交了容错申请进入调查核实，最晚哪天', '本地时限：调查核实 30 个工作日'],
    ['容错3月2日开始认定，最晚几号有结论', '本地时限：结论认定 15 个工作日'],
  ])('the days of the step that is named: %s', (text, line) => {
    expect(linesOf(text, given({ procedure }))).toContain(line);
  });

  it('asks which step only where the words leave it open', () => {
    expect(stepOf('3月2号交了容错材料，最晚哪天办完', given({ procedure }))).toEqual({
      kind: 'ask',
      field: 'step',
      offers: ['调查核实', '结论认定'],
    });
    const chosen = { topic: 'tolerance', start: '3月2号', step: '结论认定' };
    expect(linesFrom({ calculator: 'workdays', inputs: chosen }, given({ procedure }))).toContain(
      '到 2026年3月23日（周一）',
    );
  });

  it.each([
    ['3月2号交了容错申请，最晚哪天有结论', 'gap LOC-17'],
    ['容错核实要20个工作日，到哪天', 'ask start'],
    ['2月30日起5个工作日是哪天', 'ask start: not_a_day'],
    ['容错认定0个工作日从3月2日起是哪天', 'ask days: zero'],
    ['容错核实999个工作日从3月2日起是哪天', 'ask days: too_large'],
    ['12月20日起15个工作日到哪天', 'no calendar 2027'],
    ['申请容错要在几天之内提', 'no calculation'],
    ['从认定不实到给我出澄清，一般几天办得完', 'no calculation'],
  ])('%s: %s', (text, line) => {
    expect(linesOf(text)).toEqual([line]);
  });

  it('the day itself does not count, and a later day is never earlier', () => {
    const dueOf = (start: string, days: number) => {
      const step = stepOf(`${start}起${days}个工作日是哪天`);
      if (step?.kind !== 'done' || step.result.kind !== 'workdays') throw new Error(start);
      return step.result.due;
    };
    assert(
      property(integer({ min: 0, max: 250 }), integer({ min: 1, max: 20 }), (offset, days) => {
        const start = addDays('2026-01-05', offset);
        const due = dueOf(start, days);
        expect(packagedCalendar.countWorkdays(addDays(start, 1), due)).toBe(days);
        expect(packagedCalendar.isWorkday(due)).toBe(true);
        expect(dueOf(start, days + 1) > due).toBe(true);
      }),
    );
  });
});

describe('the last day for a month’s figures (domain 2.1)', () => {
  it.each([
    ['2025', 12, '2026年1月6日（周二）'],
    ['2026', 1, '2026年2月4日（周三）'],
    ['2026', 2, '2026年3月4日（周三）'],
    ['2026', 3, '2026年4月3日（周五）'],
    ['2026', 4, '2026年5月8日（周五）'],
    ['2026', 5, '2026年6月3日（周三）'],
    ['2026', 6, '2026年7月3日（周五）'],
    ['2026', 7, '2026年8月5日（周三）'],
    ['2026', 8, '2026年9月3日（周四）'],
    ['2026', 9, '2026年10月10日（周六，补班）'],
    ['2026', 10, '2026年11月4日（周三）'],
    ['2026', 11, '2026年12月3日（周四）'],
  ])('%s-%d', (year, month, due) => {
    expect(linesOf(`${month}月份的数，${year}年最晚哪天报`)[1]).toBe(`最晚 ${due}下班前`);
  });

  it.each([
    ['上个月的数啥时候截止报', '2026 年 5 月的数最晚哪天报'],
    ['这个月的月报最晚几号交', '2026 年 6 月的数最晚哪天报'],
  ])('%s', (text, title) => {
    expect(linesOf(text)[0]).toBe(title);
  });

  it('in January the months at the end are last year’s', () => {
    const world = given({}, { today: '2026-01-05' });
    expect(linesOf('12月的数最晚哪天报', world)[0]).toBe('2025 年 12 月的数最晚哪天报');
  });

  it('beyond the calendar nothing is guessed', () => {
    expect(linesOf('12月的数2026年最晚哪天报')).toEqual(['no calendar 2027']);
  });

  it.each(['上个月的数报多了，过了截止时间，还能补救不', '月统计最晚哪天报'])(
    'is no calculation: %s',
    (text) => {
      expect(linesOf(text)).toEqual(['no calculation']);
    },
  );
});

describe('the end of the half year (KC-02)', () => {
  it.each([
    ['我是3组的，上半年走访完了谈话还没弄，最晚啥时候，2026年', '最晚 2026年6月30日（周二）'],
    ['下半年走访谈话最晚哪天完成', '最晚 2026年12月31日（周四）'],
    ['2023年下半年考察组走访最晚哪天', '最晚 2023年12月31日（周日）'],
  ])('%s', (text, line) => {
    expect(linesOf(text)[1]).toBe(line);
  });

  it('on a day off the workday before is named', () => {
    expect(linesOf('2023年下半年考察组走访最晚哪天')).toContain(
      '那天不是工作日，前一个工作日是 12月29日（周五）。',
    );
  });
});
