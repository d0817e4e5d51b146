import { describe, expect, it } from 'vitest';
import { checkCard } from '../../src/feishu/card-check.ts';
import { cardJson } from '../../src/feishu/card-json.ts';
import { bareValue, bareValueCard } from '../../src/policy/calculators/bare-value.ts';
import { buttonsOf } from './desk.ts';

const read = (text: string) => bareValue.pattern?.exec(text)?.[1];

describe('a value and nothing else', () => {
  it.each([
    ['46万', ['ceiling']],
    ['46万元。', ['ceiling', 'supplement']],
    ['2600元', ['supplement']],
    ['８年', ['allowance']],
    ['八年零三个月', ['allowance']],
    ['9年半', ['allowance']],
    ['4300字', ['length']],
    ['2600', ['supplement', 'length']],
  ])('%s may belong to %s', (text, expected) => {
    const card = bareValueCard(read(text) ?? '');
    const offered = buttonsOf(card).map(({ value }) => value?.calculator);
    expect(offered).toEqual(expect.arrayContaining(expected));
    expect(checkCard(cardJson(card))).toEqual([]);
  });

  it.each([
    '13800001234',
    '110101199003078515',
    '经营性收入46万',
    '46万能提多少',
    '2026年',
    '2023 年',
    '30个工作日',
    '三个不开',
    '五小',
    '一',
    '第一条',
    '12388',
  ])('%s is none, or asks for something else', (text) => {
    expect(read(text)).toBeUndefined();
  });
});
