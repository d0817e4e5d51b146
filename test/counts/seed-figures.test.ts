import { beforeAll, describe, expect, it } from 'vitest';
import type { Card } from '../../src/chat/card.ts';
import { cardText } from '../../src/chat/card-text.ts';
import { jobs } from '../../src/counts/jobs.ts';
import type { Report } from '../../src/counts/read-report.ts';
import { reportJson } from '../../src/counts/report-json.ts';
import { showReport } from '../../src/counts/verbs/show-report.ts';
import { lastSlot } from '../../src/jobs/slots.ts';
import { instantAt } from '../../src/kernel/day.ts';
import { addMonths, type Month } from '../../src/kernel/period.ts';
import { packagedCalendar } from '../../src/main/calendar.ts';
import { type TestRuntime, testCtx, testRuntime } from '../support/ctx.ts';
import { importTables, smallCity, 人员, 单位, 历史, 填报, 计划 } from './city.ts';
import { buttons, cardOf, queued, runJob, tap } from './desk.ts';

/** Splits a sum over six months so that only the sum is the seed's (domain 4.1). */
const half = (sum: number) =>
  Array.from({ length: 6 }, (_, i) => Math.floor(sum / 6) + (i < sum % 6 ? 1 : 0));

const UNITS = { A1: 'ou_a', A2: 'ou_b' } as const;
const DOCUMENTS = { A1: half(159), A2: half(320) };
const MEETINGS = { A1: half(38), A2: half(76) };

/** A liaison answers the month's card as it comes: confirms it, or changes what differs. */
async function report(runtime: TestRuntime, openId: string, card: Card, figures: Record<string, string>) {
  const offered = buttons(card).map((button) => button.text);
  const form = offered.includes('提交') ? card : cardOf(await tap(runtime, openId, card, '修改'));
  const answer = await tap(runtime, openId, form, '提交', figures);
  if (answer.toast?.tone === 'success') return;
  // More than usual is asked about once; the same again counts.
  const sure = await tap(runtime, openId, cardOf(answer), '提交', figures);
  expect(sure.toast?.tone).toBe('success');
}

async function collect(runtime: TestRuntime, month: Month, i: number) {
  runtime.clock.set(`${packagedCalendar.lastWorkday(month)}T09:10`);
  await runJob(runtime, 'counts.open', month);
  for (const [unit, openId] of Object.entries(UNITS) as [keyof typeof UNITS, string][]) {
    const [sent] = await queued(runtime, `counts.card@${month}:${unit}:${openId}`);
    await report(runtime, openId, sent?.card as Card, {
      document: String(DOCUMENTS[unit][i]),
      document_unplanned: '0',
      meeting: String(MEETINGS[unit][i]),
      meeting_unplanned: '0',
      meeting_direct: '0',
    });
  }
  runtime.clock.set(`${packagedCalendar.nthWorkday(addMonths(month, 1), 3)}T18:05`);
  await runJob(runtime, 'counts.close', month);
}

interface Line {
  indicator: string;
  shown: Record<string, string>;
  [key: string]: unknown;
}

describe('the first half of 2022, typed into twelve cards (domain 4.1, measures 4.1 and 4.2)', () => {
  let runtime: TestRuntime;
  let result: Report;

  beforeAll(async () => {
    runtime = testRuntime('2022-01-04T09:00');
    const names = ['发文', '会议'];
    const { refused } = await importTables(runtime, {
      单位: [单位('SB', '市委办公室', '两办'), 单位('A1', '市甲局'), 单位('A2', '市乙局')],
      人员: [
        人员('周统', 'SB', 'ou_zhou', '统筹员'),
        人员('甲', 'A1', 'ou_a', '联络员'),
        人员('乙', 'A2', 'ou_b', '联络员'),
      ],
      填报名单: ['A1', 'A2'].flatMap((code) => names.map((name) => 填报(code, name))),
      年度计划: [
        计划(2022, 'A1', '发文', 332),
        计划(2022, 'A2', '发文', 666),
        计划(2022, 'A1', '会议', 86),
        计划(2022, 'A2', '会议', 173),
      ],
      历史数据: [
        ...历史('A1', '发文', '2021-01', half(166)),
        ...历史('A2', '发文', '2021-01', half(333)),
        ...历史('A1', '会议', '2021-01', half(43)),
        ...历史('A2', '会议', '2021-01', half(87)),
      ],
    });
    expect(refused).toEqual([]);
    for (let i = 0; i < 6; i++) await collect(runtime, addMonths('2022-01', i), i);
    result = (await showReport(testCtx(runtime), { kind: 'half', period: '2022-H1' })).result;
  });

  const line = (name: string) =>
    (reportJson(result)['indicators'] as Line[]).find((one) => one.indicator === name) as Line;

  it.each([
    ['发文', 'total', '479'],
    ['发文', 'plan', '998'],
    ['发文', 'execution', '48.0%'],
    ['发文', 'elapsed', '49.0%'],
    ['发文', 'gap', '−1.0 个百分点'],
    ['发文', 'lastYear', '499'],
    ['发文', 'yearOnYear', '−4.0%'],
    ['发文', 'gate', '未过显著性闸门，只显示'],
    ['发文', 'forecast', '977.6'],
    ['发文', 'remaining', '519'],
    ['发文', 'monthlyAllowance', '86.5'],
    ['发文', 'reboundLine', '+8.4%'],
    ['会议', 'total', '114'],
    ['会议', 'plan', '259'],
    ['会议', 'execution', '44.0%'],
    ['会议', 'gap', '−5.0 个百分点'],
    ['会议', 'lastYear', '130'],
    ['会议', 'yearOnYear', '−12.3%'],
    ['会议', 'gate', '已过显著性闸门'],
    ['会议', 'forecast', '232.7'],
    ['会议', 'remaining', '145'],
    ['会议', 'monthlyAllowance', '24.2'],
    ['会议', 'reboundLine', '+27.2%'],
  ])('%s %s %s', (indicator, key, shown) => {
    expect(line(indicator).shown[key]).toBe(shown);
  });

  it('all twelve cards were confirmed by people, and the level is complete', () => {
    expect(result).toMatchObject({ complete: true, due: 2, missing: [], open: false });
  });

  it('the half-year review says the same in words', async () => {
    runtime.clock.set('2022-07-12T09:40');
    await runJob(runtime, 'counts.review', '2022-06');
    const [review] = await queued(runtime, 'counts.review@2022-H1');
    const text = cardText(review?.card as Card);
    expect(text).toContain(
      '发文 479 件，上年同期 499 件，占年计划的 48.0%，比时间进度（49.0%）慢 1.0 个百分点，累计同比下降 4.0%（变动小）；剩余额度 519 件，往后月均可用 86.5，按进度推算全年 978 件',
    );
    expect(text).toContain('余量薄：下半年多 8.4% 即超计划');
    expect(text).toContain(
      '会议 114 次，上年同期 130 次，占年计划的 44.0%，比时间进度（49.0%）慢 5.0 个百分点，累计同比下降 12.3%；剩余额度 145 次，往后月均可用 24.2，按进度推算全年 233 次',
    );
  });
});

describe('the rhythm of 2026 (domain 2.1)', () => {
  it.each([
    ['2025-12', '2025-12-31', '2026-01-06', '1月6日（周二）'],
    ['2026-01', '2026-01-30', '2026-02-04', '2月4日（周三）'],
    ['2026-02', '2026-02-28', '2026-03-04', '3月4日（周三）'],
    ['2026-03', '2026-03-31', '2026-04-03', '4月3日（周五）'],
    ['2026-04', '2026-04-30', '2026-05-08', '5月8日（周五）'],
    ['2026-05', '2026-05-29', '2026-06-03', '6月3日（周三）'],
    ['2026-06', '2026-06-30', '2026-07-03', '7月3日（周五）'],
    ['2026-07', '2026-07-31', '2026-08-05', '8月5日（周三）'],
    ['2026-08', '2026-08-31', '2026-09-03', '9月3日（周四）'],
    ['2026-09', '2026-09-30', '2026-10-10', '10月10日（周六）'],
    ['2026-10', '2026-10-30', '2026-11-04', '11月4日（周三）'],
    ['2026-11', '2026-11-30', '2026-12-03', '12月3日（周四）'],
  ])('%s: the card goes out on %s and is due on %s', async (month, opens, closes, said) => {
    const schedule = (name: string) => {
      const job = jobs.find((one) => one.name === name);
      if (!job) throw new Error(`no job ${name}`);
      return job.schedule;
    };
    const slot = (name: string, day: string) =>
      lastSlot(schedule(name), packagedCalendar, instantAt(day, '23:00'));
    expect(slot('counts.open', opens)).toEqual({ id: month, dueAt: instantAt(opens, '09:10') });
    expect(slot('counts.close', closes)).toEqual({ id: month, dueAt: instantAt(closes, '18:05') });

    const runtime = testRuntime(`${opens}T09:10`);
    await importTables(runtime, smallCity);
    await runJob(runtime, 'counts.open', month);
    const [card] = await queued(runtime, `counts.card@${month}:NY`);
    expect(card?.notAfter).toBe(instantAt(closes, '18:00'));
    expect(cardText(card?.card as Card)).toContain(`${said}18:00`);
  });
});
