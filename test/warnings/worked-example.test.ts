import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Card } from '../../src/chat/card.ts';
import { cardText } from '../../src/chat/card-text.ts';
import { reportJson } from '../../src/counts/report-json.ts';
import { showReport } from '../../src/counts/verbs/show-report.ts';
import { explainLines } from '../../src/warnings/explain-lines.ts';
import { explainWarning } from '../../src/warnings/verbs/explain-warning.ts';
import { importTables, 人员, 单位, 历史, 填报, 计划 } from '../counts/city.ts';
import { cardOf, queued, runJob, tap } from '../counts/desk.ts';
import { type TestRuntime, testCtx, testRuntime } from '../support/ctx.ts';

/** Domain 4.2: first half 479 (499 the year before), then 95, 110, 120 against 80, 85, 82. */
const NOW = [80, 79, 80, 80, 80, 80, 95, 110, 120];
const LAST = [83, 83, 83, 83, 83, 84, 80, 85, 82, 90, 90, 90];

let runtime: TestRuntime;

const explain = async (month: string, scope = 'A1') =>
  (await explainWarning(testCtx(runtime), { scope, indicator: '发文', month })).result;

beforeAll(async () => {
  runtime = testRuntime('2022-10-17T09:40');
  const { refused } = await importTables(runtime, {
    单位: [单位('A1', '市甲局')],
    填报名单: [填报('A1', '发文')],
    年度计划: [计划(2022, 'A1', '发文', 998)],
    历史数据: [...历史('A1', '发文', '2022-01', NOW), ...历史('A1', '发文', '2021-01', LAST)],
  });
  expect(refused).toEqual([]);
});

describe('the worked example of domain 4.2, from imported rows', () => {
  it('July: one month above last year is shown only', async () => {
    expect(await explain('2022-07')).toMatchObject({
      level: 0,
      decision: 'hold',
      reason: 'not_triggered',
      triggers: [],
      held: [],
    });
  });

  it('August: two months in a row make a note; F/C = 1.028 does not', async () => {
    const { level, decision, triggers } = await explain('2022-08');
    expect({ level, decision }).toEqual({ level: 1, decision: 'send' });
    expect(triggers).toEqual([
      expect.objectContaining({
        rule: 'rising',
        value: 2,
        threshold: 2,
        inputs: { a7: 95, l7: 80, a8: 110, l8: 85 },
      }),
    ]);
  });

  it('September: three months in a row make a warning; pace, year-on-year and forecast only notes', async () => {
    const { level, triggers } = await explain('2022-09');
    expect(level).toBe(2);
    const by = Object.fromEntries(triggers.map((trigger) => [trigger.rule, trigger]));
    expect(Object.fromEntries(triggers.map((t) => [t.rule, t.level]))).toEqual({
      pace: 1,
      forecast: 1,
      year_on_year: 1,
      rising: 2,
    });
    expect(by.pace?.value).toBeCloseTo(804 / 998 - 187 / 249, 12);
    expect(by.year_on_year?.value).toBeCloseTo(58 / 746, 12);
    expect(by.forecast?.value).toBeCloseTo(1.0727, 4);
    expect(by.rising).toMatchObject({ value: 3, threshold: 3 });
  });

  it('the city as a whole, which is this one unit, is graded alike', async () => {
    expect((await explain('2022-09', '市')).level).toBe(2);
  });

  it('has the shape of the contract', async () => {
    const explanation = await explain('2022-09');
    expect(Object.keys(explanation)).toEqual(
      expect.arrayContaining(['level', 'decision', 'reason', 'triggers', 'held']),
    );
    for (const trigger of explanation.triggers)
      expect(trigger).toEqual(
        expect.objectContaining({
          rule: expect.any(String),
          formula: expect.any(String),
          inputs: expect.any(Object),
          value: expect.any(Number),
          threshold: expect.any(Number),
        }),
      );
  });

  it('the log decides: once August was told, September is raised, and both are explained alike', async () => {
    await runJob(runtime, 'warnings.monthly', '2022-08');
    expect(await explain('2022-08')).toMatchObject({ decision: 'send', reason: 'first' });
    expect(await explain('2022-09')).toMatchObject({ decision: 'send', reason: 'raised' });
  });
});

describe('the same figures as people read them, exact to the displayed digit', () => {
  const shownAs = async (month: string) => {
    const { result } = await showReport(testCtx(runtime), { kind: 'month', period: month });
    const [documents] = (reportJson(result) as { indicators: { shown: Record<string, string> }[] })
      .indicators;
    return documents?.shown;
  };

  it('July: 574, 57.4 %, +0.1 points, 999.5, all shown and nothing said', async () => {
    expect(await shownAs('2022-07')).toMatchObject({
      total: '574',
      execution: '57.5%',
      elapsed: '57.4%',
      gap: '+0.1 个百分点',
      forecast: '999.5',
    });
    const { evidence } = await explain('2022-07');
    expect(evidence).toMatchObject({ total: 574, plan: 998, remaining: 424, triggers: [] });
  });

  it('August: 684, 68.5 % of the plan at 66.7 % of the year, +1.9 points', async () => {
    expect(await shownAs('2022-08')).toMatchObject({
      total: '684',
      execution: '68.5%',
      elapsed: '66.7%',
      gap: '+1.9 个百分点',
      forecast: '1026.0',
    });
  });

  it('on the cards of August and September, the last month typed into its card, and the same by explain', async () => {
    const fresh = testRuntime('2022-09-07T09:40');
    await importTables(fresh, {
      单位: [单位('SB', '市委办公室', '两办'), 单位('A1', '市甲局'), 单位('A2', '市乙局')],
      人员: [人员('周统', 'SB', 'ou_zhou', '统筹员'), 人员('林晓', 'A1', 'ou_lin', '联络员')],
      填报名单: [填报('A1', '发文')],
      年度计划: [计划(2022, 'A1', '发文', 998)],
      历史数据: [...历史('A1', '发文', '2022-01', NOW.slice(0, 8)), ...历史('A1', '发文', '2021-01', LAST)],
    });
    await runJob(fresh, 'warnings.monthly', '2022-08');
    // September comes by the month's card, as every month will.
    fresh.clock.set('2022-09-30T09:10');
    await runJob(fresh, 'counts.open', '2022-09');
    const [month] = await queued(fresh, 'counts.card@2022-09:A1');
    const form = cardOf(await tap(fresh, 'ou_lin', month?.card as Card, '修改'));
    const entered = await tap(fresh, 'ou_lin', form, '提交', { document: '120' });
    if (entered.toast?.tone === 'warning') await tap(fresh, 'ou_lin', cardOf(entered), '提交');
    fresh.clock.set('2022-10-12T18:05');
    await runJob(fresh, 'counts.close', '2022-09');
    fresh.clock.set('2022-10-14T09:40');
    await runJob(fresh, 'warnings.monthly', '2022-09');
    const [august] = await queued(fresh, 'warnings@2022-08:ou_lin');
    expect(cardText(august?.card as Card)).toMatch(
      /发文：提醒\n- 连续 2 个月比上年同月多（提醒线 2 个月）[\s\S]*7月 95（上年 80）、8月 110（上年 85）/,
    );
    const [september] = await queued(fresh, 'warnings@2022-09:ou_zhou');
    const text = cardText(september?.card as Card);
    for (const line of [
      '连续 3 个月比上年同月多（预警线 3 个月）',
      '进度差 +5.5 个百分点，达到提醒线 +3.0 个百分点\n进度差 = A/P − T；累计 A=804、年计划 P=998、时间进度 T=75.1%',
      '累计同比 +7.8%，达到提醒线 +5.0%\n同比 = (A − L)/L，且 |A − L| ≥ max(3, √L)；累计 A=804、上年同期累计 L=746',
      '全年预测 107.3%，高于提醒线 103.0%',
      '预测全年 F=1070.6、控制线 C=998',
      '7月 95（上年 80）、8月 110（上年 85）、9月 120（上年 82）',
      '年计划 998 件，剩余额度 194 件，月均可用 64.7 件',
      '数据：2022年1—9月；对比基期：2021年同期',
    ])
      expect(text).toContain(line);
    const { result } = await explainWarning(testCtx(fresh), {
      scope: 'A1',
      indicator: '发文',
      month: '2022-09',
    });
    const lines = explainLines(result).join('\n');
    for (const line of [
      '进度差 +5.5 个百分点，达到提醒线',
      '全年预测 107.3%',
      '怎样回到线下',
      '规则版本 1',
      '2022-10-14 判定：预警',
    ])
      expect(lines).toContain(line);
  });

  it('in whatever order the figures arrive, the explanation is the same', { timeout: 30_000 }, async () => {
    const rows = [...历史('A1', '发文', '2022-01', NOW), ...历史('A1', '发文', '2021-01', LAST)];
    const expected = await explain('2022-09');
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(rows, { minLength: rows.length }),
        fc.integer({ min: 1, max: rows.length - 1 }),
        async (shuffled, cut) => {
          const fresh = testRuntime('2022-10-17T09:40');
          await importTables(fresh, {
            单位: [单位('A1', '市甲局')],
            填报名单: [填报('A1', '发文')],
            历史数据: shuffled.slice(0, cut),
          });
          await importTables(fresh, {
            年度计划: [计划(2022, 'A1', '发文', 998)],
            历史数据: shuffled.slice(cut),
          });
          const input = { scope: 'A1', indicator: '发文', month: '2022-09' };
          const { triggers, evidence, level, held } = (await explainWarning(testCtx(fresh), input)).result;
          expect({ triggers, evidence, level, held }).toEqual({
            triggers: expected.triggers,
            evidence: expected.evidence,
            level: expected.level,
            held: expected.held,
          });
        },
      ),
      { numRuns: 8 },
    );
  });
});

describe('who may ask, and what for', () => {
  it.each([
    [{ scope: 'ZZ', indicator: '发文', month: '2022-09' }, 'not_found'],
    [{ scope: 'A1', indicator: '信息', month: '2022-09' }, 'invalid'],
    [{ scope: 'A1', indicator: '发文', month: '2022-9' }, 'invalid'],
    [{ scope: 'A1', indicator: '会议', month: '2022-09' }, 'not_found'],
  ])('%j: %s', async (input, code) => {
    await expect(explainWarning(testCtx(runtime), input)).rejects.toMatchObject({ code });
  });
});
