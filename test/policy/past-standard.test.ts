import { beforeEach, describe, expect, it } from 'vitest';
import { localFigure } from '../../db/schema/index.ts';
import { askQuestion } from '../../src/policy/verbs/ask-question.ts';
import { type TestRuntime, testCtx, testRuntime } from '../support/ctx.ts';
import { cadre, privately } from './world.ts';

let runtime: TestRuntime;

beforeEach(() => {
  runtime = testRuntime('2026-06-22T09:00');
});

async function answerTo(text: string) {
  return (await askQuestion(testCtx(runtime, cadre), { text, chat: privately })).result;
}

const enter = (...rows: { amount: string; since?: string }[]) =>
  runtime.store.db.insert(localFigure).values(
    rows.map(({ amount, since }, position) => ({
      code: 'LOC-01',
      values: { 起年: '0', 月额: amount, ...(since ? { 生效日: since } : {}) },
      position,
    })),
  );

const NOT_ENTERED = '那时的标准没有录入，下面按现行的算';

describe('a calculation with the standard of some time before', () => {
  it('is made with the table that was in force then, and says so', async () => {
    await enter({ amount: '200', since: '2020-01-01' }, { amount: '260', since: '2025-01-01' });
    const { decision, text } = await answerTo('按2023年的标准，我在乡镇干了8年，乡镇补贴是多少');
    expect(decision).toBe('calculate');
    expect(text).toContain('您问的是“2023年”，下面按当时的标准算');
    expect(text).toContain('200 元');
    expect(text).not.toContain('260');
  });

  it.each([
    ['no table of that time', { amount: '260', since: '2025-01-01' }],
    ['a table of which nobody knows since when', { amount: '260' }],
  ])('%s: the present one, said before everything else', async (_, row) => {
    await enter(row);
    const { text } = await answerTo('2023年那会儿的标准，我在乡镇干了8年乡补该拿多少');
    expect(text).toContain(NOT_ENTERED);
    expect(text.indexOf(NOT_ENTERED)).toBeLessThan(text.indexOf('260'));
  });

  it('before, without a year: the present one, marked', async () => {
    await enter({ amount: '260', since: '2025-01-01' });
    expect((await answerTo('按以前的标准算算，我在乡镇8年乡镇补贴多少')).text).toContain(NOT_ENTERED);
  });

  it.each(['2023年的规定，专项方案4300字超没超', '按2021年的办法，村集体经营性收入46万能提多少'])(
    'national and city rules that are younger: %s',
    async (question) => {
      expect((await answerTo(question)).text).toContain(NOT_ENTERED);
    },
  );

  it.each([
    ['a year of the story', '我2015年参加工作一直在乡镇，现在乡镇补贴该拿多少'],
    ['the year of an income', '2023年村集体经营性收入46万，能提多少奖励'],
    ['a rule that was the same then', '按2025年的规定，专项方案4300字超没超'],
    ['a table given in the question', '按2021年的标准：5年以下200，5年以上300，我8年，乡镇补贴多少'],
  ])('%s changes nothing', async (_, question) => {
    await enter({ amount: '260', since: '2025-01-01' });
    const { decision, text } = await answerTo(question);
    expect(decision).toBe('calculate');
    expect(text).not.toContain('您问的是');
  });
});
