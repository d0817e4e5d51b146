import { beforeAll, describe, expect, it } from 'vitest';
import { explainWarning } from '../../src/warnings/verbs/explain-warning.ts';
import { importTables, 单位, 历史, 填报, 计划 } from '../counts/city.ts';
import { runJob } from '../counts/desk.ts';
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
