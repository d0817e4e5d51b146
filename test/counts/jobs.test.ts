import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/chat/card.ts';
import { cardText } from '../../src/chat/card-text.ts';
import { findRound, findStates } from '../../src/counts/repo.ts';
import { createCalendar } from '../../src/kernel/calendar.ts';
import { instantAt } from '../../src/kernel/day.ts';
import { addMonths } from '../../src/kernel/period.ts';
import { packagedCalendar } from '../../src/main/calendar.ts';
import { type TestRuntime, testRuntime } from '../support/ctx.ts';
import { importTables, smallCity, type Tables, 人员, 单位, 历史, 填报 } from './city.ts';
import { buttons, cardOf, deliver, queued, runJob, tap } from './desk.ts';

async function city(at: string, tables: Tables = smallCity, parts = {}): Promise<TestRuntime> {
  const runtime = testRuntime(at, parts);
  expect((await importTables(runtime, tables)).refused).toEqual([]);
  return runtime;
}

/** 45 departments, one of them with a township that reports for a reason. */
const many: Tables = {
  单位: [
    ...Array.from({ length: 45 }, (_, i) => 单位(`D${String(i).padStart(2, '0')}`, `市${i}局`)),
    单位('XZ', '柳溪镇', '乡镇街道', '青禾县'),
  ],
  人员: [
    ...Array.from({ length: 45 }, (_, i) =>
      人员(`联络${i}`, `D${String(i).padStart(2, '0')}`, `ou_${i}`, '联络员'),
    ),
    人员('联络0', 'D01', 'ou_0', '联络员'),
    人员('田野', 'XZ', 'ou_tian', '联络员'),
  ],
  填报名单: [
    ...Array.from({ length: 45 }, (_, i) => 填报(`D${String(i).padStart(2, '0')}`, '发文')),
    填报('XZ', '会议', '只报数', '省级平台没有此项，县委办批准'),
  ],
};

describe('opening', () => {
  it('goes on in steps of 20 units and asks every liaison once per unit', async () => {
    const runtime = await city('2026-06-30T09:10', many);
    expect(await runJob(runtime, 'counts.open', '2026-06')).toBe(3);
    const cards = await queued(runtime, 'counts.card@');
    expect(cards).toHaveLength(46);
    expect(cards.filter((row) => row.target === 'ou_0').map((row) => row.subject)).toEqual([
      'counts:2026-06:D00',
      'counts:2026-06:D01',
    ]);
    expect(cards.every((row) => row.kind === 'duty')).toBe(true);
    expect(cards[0]?.notAfter).toBe(instantAt('2026-07-03', '18:00'));
  });

  it('repeated, it queues nothing twice', async () => {
    const runtime = await city('2026-06-30T09:10', many);
    await runJob(runtime, 'counts.open', '2026-06');
    await runJob(runtime, 'counts.open', '2026-06');
    expect(await queued(runtime)).toHaveLength(46);
  });

  it('writes to no township, even to one that reports for a reason (BR-12)', async () => {
    const runtime = await city('2026-06-30T09:10', many);
    await runJob(runtime, 'counts.open', '2026-06');
    expect((await queued(runtime)).filter((row) => row.target === 'ou_tian')).toEqual([]);
    expect(await findStates(runtime.store.db, '2026-06', ['XZ'])).toHaveLength(1);
  });

  it('leaves out units that start later', async () => {
    const runtime = await city('2026-06-30T09:10', {
      ...smallCity,
      填报名单: [{ ...填报('NY', '发文'), 起始月份: '2026-07' }, 填报('JY', '发文')],
    });
    await runJob(runtime, 'counts.open', '2026-06');
    expect((await queued(runtime)).map((row) => row.target)).toEqual(['ou_chen']);
  });

  it('without next year’s holidays the card says so and guesses no deadline', async () => {
    const calendar = createCalendar({ years: [2026], rest: [], work: [] });
    const runtime = await city('2026-12-31T09:10', smallCity, { calendar: () => calendar });
    await runJob(runtime, 'counts.open', '2026-12');
    const [first] = await queued(runtime, 'counts.card@');
    expect(cardText(first?.card as Card)).toContain('截止时间待放假表导入后确定');
    expect(first?.notAfter).toBeNull();
  });
});

describe('nudges', () => {
  const registered = ['发文', '会议', '督查检查考核'].flatMap((name) => 历史('NY', name, '2026-06', [1]));

  const days = async (runtime: TestRuntime, ...list: string[]) => {
    for (const day of list) {
      runtime.clock.set(`${day}T09:20`);
      await runJob(runtime, 'counts.remind', day);
    }
    return queued(runtime, 'counts.nudge@');
  };

  const WEEK = ['2026-06-30', '2026-07-01', '2026-07-02', '2026-07-03', '2026-07-06'];

  it('a workday before the deadline and on its day, only to units without registered figures', async () => {
    const runtime = await city('2026-06-30T09:10', { ...smallCity, 历史数据: registered });
    await runJob(runtime, 'counts.open', '2026-06');
    const nudges = await days(runtime, ...WEEK);
    expect(nudges.map((row) => row.key)).toEqual([
      'counts.nudge@2026-06:JY:ou_chen:1',
      'counts.nudge@2026-06:JY:ou_chen:2',
    ]);
    expect(nudges.map((row) => row.card.title)).toEqual([
      '6月发文会议统计：7月3日（周五）截止',
      '6月发文会议统计：今天截止',
    ]);
  });

  it('stop once the unit has answered, and what is queued is called off', async () => {
    const runtime = await city('2026-06-30T09:10');
    await runJob(runtime, 'counts.open', '2026-06');
    await deliver(runtime);
    const nudges = await days(runtime, '2026-07-02');
    const card = nudges.find((row) => row.target === 'ou_chen')?.card as Card;
    const answer = await tap(runtime, 'ou_chen', card, '提交', {
      document: '1',
      meeting: '0',
      inspection: '0',
    });
    expect(cardOf(answer).tone).toBe('success');
    const after = await days(runtime, '2026-07-03');
    expect(after.filter((row) => row.target === 'ou_chen').map((row) => [row.key.at(-1), row.state])).toEqual(
      [['1', 'cancelled']],
    );
  });

  it('of a day gone by are not made up for', async () => {
    const runtime = await city('2026-06-30T09:10');
    await runJob(runtime, 'counts.open', '2026-06');
    runtime.clock.set('2026-07-03T08:00');
    await runJob(runtime, 'counts.remind', '2026-07-02');
    expect(await queued(runtime, 'counts.nudge@')).toEqual([]);
  });

  it('for units that register item by item there are none: nothing registered is a figure (BR-14)', async () => {
    const runtime = await city('2026-06-30T09:10', {
      ...smallCity,
      填报名单: [填报('NY', '发文', '逐件'), 填报('JY', '发文')],
    });
    await runJob(runtime, 'counts.open', '2026-06');
    expect((await days(runtime, ...WEEK)).every((row) => row.target === 'ou_chen')).toBe(true);
    runtime.clock.set('2026-07-03T18:05');
    await runJob(runtime, 'counts.close', '2026-06');
    expect((await findStates(runtime.store.db, '2026-06')).map((row) => [row.unit, row.state])).toEqual([
      ['JY', 'missing'],
      ['NY', 'adopted'],
    ]);
  });
});

describe('closing', () => {
  it('works in steps, settles everybody, and closes the round with the last', async () => {
    const runtime = await city('2026-06-30T09:10', many);
    await runJob(runtime, 'counts.open', '2026-06');
    runtime.clock.set('2026-07-03T18:05');
    expect(await runJob(runtime, 'counts.close', '2026-06')).toBe(3);
    expect(await findRound(runtime.store.db, '2026-06')).toMatchObject({ closedAt: runtime.clock.now() });
    const states = await findStates(runtime.store.db, '2026-06');
    expect(new Set(states.map((row) => row.state))).toEqual(new Set(['missing']));
  });

  it('opens nothing that is closed and closes nothing twice', async () => {
    const runtime = await city('2026-06-30T09:10');
    await runJob(runtime, 'counts.open', '2026-06');
    await runJob(runtime, 'counts.close', '2026-06');
    const before = await queued(runtime);
    await runJob(runtime, 'counts.open', '2026-06');
    await runJob(runtime, 'counts.close', '2026-06');
    expect(await queued(runtime)).toEqual(before);
  });
});

it('a year: 12 cards a liaison, at most 24 nudges, nobody else is written to (BR-13, year test 2)', async () => {
  const runtime = await city('2025-12-31T09:10');
  for (let month = '2025-12'; month <= '2026-11'; month = addMonths(month, 1)) {
    runtime.clock.set(`${packagedCalendar.lastWorkday(month)}T09:10`);
    await runJob(runtime, 'counts.open', month);
    for (let n = 1; n <= 5; n++) {
      const day = packagedCalendar.nthWorkday(addMonths(month, 1), n);
      runtime.clock.set(`${day}T09:20`);
      await runJob(runtime, 'counts.remind', day);
      runtime.clock.set(`${day}T18:05`);
      if (n === 3) await runJob(runtime, 'counts.close', month);
    }
  }
  const rows = await queued(runtime);
  for (const openId of ['ou_lin', 'ou_qiu', 'ou_chen']) {
    const own = rows.filter((row) => row.target === openId).map((row) => row.key.split('@')[0]);
    expect(own.filter((kind) => kind === 'counts.card')).toHaveLength(12);
    expect(own.filter((kind) => kind === 'counts.nudge')).toHaveLength(24);
    expect(own).toHaveLength(36);
  }
  expect(new Set(rows.map((row) => row.target))).toEqual(new Set(['ou_lin', 'ou_qiu', 'ou_chen']));
});

describe('the report', () => {
  it('goes to the coordinators of each level, in private, with a few lines per indicator', async () => {
    const runtime = await city('2026-06-30T09:10', {
      ...smallCity,
      年度计划: [{ 年份: 2026, 单位编码: 'NY', 指标: '发文', 计划数: 100 }],
      历史数据: 历史('NY', '发文', '2026-01', [8, 8, 8, 8, 8, 8]),
    });
    await runJob(runtime, 'counts.open', '2026-06');
    await runJob(runtime, 'counts.close', '2026-06');
    runtime.clock.set('2026-07-07T09:30');
    await runJob(runtime, 'counts.report', '2026-06');
    const [report, ...others] = await queued(runtime, 'counts.report@');
    expect(others).toEqual([]);
    expect(report).toMatchObject({ target: 'ou_zhou', kind: 'notice' });
    const text = cardText(report?.card as Card);
    expect(text).toContain(
      '发文　当月 8，累计 48\n执行率 48.0%，进度差 −0.4 个百分点\n剩余额度 52，同比 上年数缺\n',
    );
    expect(text).toContain('会议　当月 0，累计 0\n无计划\n同比 上年数缺\n');
    expect(text).toContain('0/2 个单位有数，数据不齐');
    expect(text).toContain('还没有数的单位（2 个）\n市农业农村局、市教育局');
    expect(text).toContain('仅供统筹调度，不作考核依据');
    expect(buttons(report?.card as Card).map((button) => button.text)).toEqual(['定稿', '改文字']);
  });
});
