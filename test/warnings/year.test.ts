import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/chat/card.ts';
import { cardText } from '../../src/chat/card-text.ts';
import { explainLines } from '../../src/warnings/explain-lines.ts';
import { explainWarning } from '../../src/warnings/verbs/explain-warning.ts';
import { importTables, type Tables, 人员, 单位, 历史, 填报, 计划 } from '../counts/city.ts';
import { queued, runJob } from '../counts/desk.ts';
import { type TestRuntime, testCtx, testRuntime } from '../support/ctx.ts';
import { importRules, log, say, tap } from './desk.ts';

const twelve = (n: number) => Array.from({ length: 12 }, () => n);

/** Two departments of a city; 市教育局 always does what it did last year. */
const city = (now: readonly number[], plan: number): Tables => ({
  单位: [单位('SB', '市委办公室', '两办'), 单位('NY', '市农业农村局'), 单位('JY', '市教育局')],
  人员: [
    人员('周统', 'SB', 'ou_zhou', '统筹员'),
    人员('林晓', 'NY', 'ou_lin', '联络员'),
    人员('陈实', 'JY', 'ou_chen', '联络员'),
  ],
  填报名单: [填报('NY', '发文'), 填报('JY', '发文')],
  年度计划: [计划(2026, 'NY', '发文', plan), 计划(2026, 'JY', '发文', 2400)],
  历史数据: [
    ...历史('NY', '发文', '2025-01', twelve(9)),
    ...历史('JY', '发文', '2025-01', [...twelve(200), ...now.map(() => 190)]),
    ...历史('NY', '发文', '2026-01', now),
  ],
});

/** Fifth workdays of 2026, when a month's warnings are decided. */
const DAYS: Record<string, string> = {
  '2026-03': '2026-04-08T09:40',
  '2026-04': '2026-05-12T09:40',
  '2026-05': '2026-06-05T09:40',
  '2026-06': '2026-07-07T09:40',
  '2026-07': '2026-08-07T09:40',
  '2026-08': '2026-09-07T09:40',
  '2026-09': '2026-10-13T09:40',
  '2026-10': '2026-11-06T09:40',
  '2026-11': '2026-12-07T09:40',
};

let runtime: TestRuntime;

async function begin(now: readonly number[], plan = 100): Promise<void> {
  runtime = testRuntime('2026-04-08T09:40');
  expect((await importTables(runtime, city(now, plan))).refused).toEqual([]);
}

async function decide(...months: string[]): Promise<void> {
  for (const month of months) {
    runtime.clock.set(DAYS[month] ?? '');
    await runJob(runtime, 'warnings.monthly', month);
  }
}

const cardsOf = async (openId: string) =>
  (await queued(runtime, 'warnings')).filter((row) => row.target === openId);
const explain = async (month: string) =>
  (await explainWarning(testCtx(runtime), { scope: 'NY', indicator: '发文', month })).result;

describe('an episode from its first word to its end', () => {
  // Ahead of the pace by 3.9 points in April and May, then quiet.
  const episode = [8, 8, 8, 12, 8, 2, 7, 7, 7, 7, 7];

  it('is told once, falls after two calm months, and ends with one word', async () => {
    await begin(episode);
    await decide('2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09');
    expect(await log(runtime, 'NY')).toEqual([
      '03 0 hold not_triggered',
      '04 1 send first',
      '05 2 send raised',
      '06 2 hold calming',
      '07 1 hold lowered',
      '08 1 hold calming',
      '09 0 send recovered',
    ]);
    const texts = (await cardsOf('ou_zhou')).map((row) => `${row.kind} ${cardText(row.card).split('\n')[0]}`);
    expect(texts).toEqual(['duty 4月反弹苗头提示', 'duty 5月反弹苗头提示', 'notice 9月反弹苗头已消退']);
  });

  it('the unit hears of the note and of the end, not of the warning that nobody signed', async () => {
    await begin(episode);
    await decide('2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09');
    const own = await cardsOf('ou_lin');
    expect(own.map((row) => row.key)).toEqual(['warnings@2026-04:ou_lin', 'warnings@2026-09:ou_lin']);
    expect(cardText(own[1]?.card as Card)).toContain('市农业农村局　发文：恢复正常');
    expect(await cardsOf('ou_chen')).toEqual([]);
  });

  it('without a job having told anything there is nothing to recover from', async () => {
    await begin(episode);
    await decide('2026-09');
    expect(await log(runtime, 'NY')).toEqual(['09 0 hold not_triggered']);
  });
});

describe('silence', () => {
  const rising = [8, 8, 8, 12, 8, 14, 9, 9];

  it('is asked for in one line, holds by name, ends by itself, and then what is new is told', async () => {
    await begin(rising);
    const form = await say(runtime, 'ou_zhou', '暂停提示 市农业农村局 发文 到2026-06-30 机构改革集中发文');
    const made = await tap(runtime, 'ou_zhou', form, '暂停');
    expect(made.toast?.text).toBe('已暂停，到期自动恢复。');
    expect(cardText(made.card as Card)).toContain(
      '市农业农村局　发文　到 2026年6月30日自动恢复\n周统：机构改革集中发文',
    );
    await decide('2026-04', '2026-05', '2026-06');
    expect(await log(runtime, 'NY')).toEqual(['04 1 hold silenced', '05 2 hold silenced', '06 3 send first']);
    const lines = explainLines(await explain('2026-05')).join('\n');
    expect(lines).toContain('统筹员已暂停提示');
    expect(lines).toContain('周统暂停提示到 2026-06-30：机构改革集中发文');
  });

  it('can be lifted before its time, once', async () => {
    await begin(rising);
    const form = await say(runtime, 'ou_zhou', '暂停提示');
    const board = await tap(runtime, 'ou_zhou', form, '暂停', { reason: '防汛期间' });
    expect(cardText(board.card as Card)).toContain('全部单位　全部指标');
    const lifted = await tap(runtime, 'ou_zhou', board.card as Card, '现在恢复');
    expect(lifted.toast?.text).toBe('已恢复提示。');
    expect((await tap(runtime, 'ou_zhou', board.card as Card, '现在恢复')).toast?.text).toBe(
      '这一项已经恢复了。',
    );
    await decide('2026-04');
    expect(await log(runtime, 'NY')).toEqual(['04 1 send first']);
  });

  it.each([
    [{ reason: '' }, /原因没有填/],
    [{ unit: '水利局', reason: '汛期' }, /没有找到“水利局”/],
    [{ unit: '局', reason: '汛期' }, /像是这几个单位：市农业农村局、市教育局/],
    [{ until: '2026-01-01', reason: '汛期' }, /到期日已经过了/],
    [{ until: '2027-06-30', reason: '汛期' }, /最长可暂停 186 天/],
    [{ reason: '机密★1年 文件集中印发' }, /不收涉密内容/],
    [{ reason: '身份证11010119900307123X' }, /不收涉密内容、身份证号/],
  ])('%j is refused in one sentence', async (typed, sentence) => {
    await begin(rising);
    const form = await say(runtime, 'ou_zhou', '暂停提示');
    await expect(tap(runtime, 'ou_zhou', form, '暂停', typed)).rejects.toMatchObject({
      code: 'invalid',
      text: expect.stringMatching(sentence),
    });
  });

  it('is for coordinators of the level alone', async () => {
    await begin(rising);
    const form = await say(runtime, 'ou_zhou', '暂停提示');
    await expect(tap(runtime, 'ou_lin', form, '暂停', { reason: '忙' })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

it('nothing to tell is explained with the figures all the same', async () => {
  await begin([8, 8, 8, 8]);
  const lines = explainLines(await explain('2026-04'));
  expect(lines[0]).toBe('NY 发文 2026-04：正常。没有触发任何一条');
  expect(lines).toContain('年计划 100 件，剩余额度 68 件，月均可用 8.5 件');
  expect(lines.join('\n')).not.toContain('怎样回到线下');
});

describe('what became of the messages', () => {
  it('is told with its reason: decided over lunch, they wait for working hours', async () => {
    await begin([8, 8, 8, 12]);
    runtime.clock.set('2026-05-12T12:10');
    await runJob(runtime, 'warnings.monthly', '2026-04');
    expect((await explain('2026-04')).delivery).toEqual([{ state: 'held', reason: 'quiet_hours', count: 2 }]);
    expect(explainLines(await explain('2026-04'))).toContain(
      '消息 2 条：暂缓（非工作时间，等下一个工作时段）',
    );
  });
});

describe('rules in versions', () => {
  const ahead = [8, 8, 8, 12, 8, 8];
  const row = (版本: string, 生效月份: string, 参数: string, 值: string | number) => ({
    版本,
    生效月份,
    参数,
    值,
  });

  it('an old decision explains itself with the version it was made under', async () => {
    await begin(ahead);
    await decide('2026-04');
    expect(
      (
        await importRules(runtime, [
          row('2', '2026-04', '进度差提醒线（百分点）', 10),
          row('2', '2026-04', '进度差预警线（百分点）', 12),
        ])
      ).refused,
    ).toEqual([]);
    expect(await explain('2026-04')).toMatchObject({
      level: 1,
      ruleVersion: '1',
      triggers: [{ rule: 'pace', threshold: 0.03 }],
      decided: { ruleVersion: '1', level: 1, reason: 'first' },
    });
    expect(await explain('2026-05')).toMatchObject({ ruleVersion: '2', reached: 0 });
  });

  it('a rule or an indicator can be switched off, and is held by that name', async () => {
    await begin(ahead);
    await importRules(runtime, [row('2', '2026-04', '停用的规则', '进度差')]);
    expect(await explain('2026-04')).toMatchObject({
      level: 0,
      decision: 'hold',
      reason: 'switched_off',
      held: [{ rule: 'pace', reason: 'switched_off' }],
    });
    await importRules(runtime, [row('3', '2026-04', '停用的指标', '发文')]);
    await decide('2026-04');
    expect(await log(runtime, 'NY')).toEqual(['04 0 hold switched_off']);
  });

  it('a version that is not in force yet can be rehearsed', async () => {
    await begin(ahead);
    await importRules(runtime, [row('严', '2027-01', '进度差提醒线（百分点）', 1)]);
    runtime.clock.set('2026-07-07T10:00');
    const now = cardText(await say(runtime, 'ou_zhou', '预警预演 2026'));
    const strict = cardText(await say(runtime, 'ou_zhou', '预警预演 2026 版本严'));
    expect(now).toContain('4月提醒（进度差）');
    expect(strict).toContain('规则版本 严');
    expect(strict).not.toBe(now);
  });
});

describe('what the whole covers', () => {
  it('a unit’s note is held while the level as a whole has broken its plan, and named on the level’s card', async () => {
    await begin([8, 8, 8, 12], 100);
    // The whole is at 798 of a plan of 700.
    await importTables(runtime, { 年度计划: [计划(2026, 'JY', '发文', 600)] });
    await decide('2026-04');
    expect(await log(runtime, '市')).toEqual(['04 3 send first']);
    expect(await log(runtime, 'NY')).toEqual(['04 1 hold covered_by_larger']);
    const [row] = await cardsOf('ou_zhou');
    expect(cardText(row?.card as Card)).toContain('并入的单位提醒（1 个）\n市农业农村局');
    expect(await cardsOf('ou_lin')).toEqual([]);
    expect(await explain('2026-04')).toMatchObject({ reason: 'covered_by_larger' });
  });
});
