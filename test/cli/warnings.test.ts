import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
let database: string;

beforeAll(async () => {
  desk = await openDesk();
  database = desk.path('qingfu.db');
  const { code } = await desk.cli(database, `import ${await desk.workbook('city.xlsx')}`);
  expect(code).toBe(0);
}, 60_000);
afterAll(() => desk.close());

const cli = (line: string) => desk.cli(database, line);

describe('rehearse warnings', () => {
  it('tells what would have fired in 2025, month by month, with the months before a plan broke', async () => {
    const { code, json, out } = await cli('rehearse warnings 2025');
    expect(code).toBe(0);
    expect(json).toMatchObject({ county: '', year: 2025, through: '2025-12' });
    const { months, leads } = json as {
      months: { month: string; sent: Record<string, number> }[];
      leads: { name: string; monthsAhead: number | null }[];
    };
    expect(months).toHaveLength(12);
    expect(leads.map(({ name, monthsAhead }) => [name, monthsAhead])).toEqual([
      ['市农业农村局', 4],
      ['市市场监督管理局', 5],
    ]);
    expect(out.join('\n')).toContain('2025-06　提醒 1　预警 1　纠偏 0　恢复 0');
    expect(out.join('\n')).toContain('市市场监督管理局 发文：5月提醒（进度差）');
  });

  it('of a county', async () => {
    const { json } = await cli('rehearse warnings 2025 --level 县区:松渡县');
    expect(json).toMatchObject({ county: '松渡县', leads: [{ name: '松渡县农业农村局', monthsAhead: 3 }] });
  });

  it.each([
    ['rehearse warnings', 64],
    ['rehearse warnings 25', 64],
    ['rehearse warnings 2025 --level 青禾县', 64],
    ['rehearse warnings 2025 --level 县区:青禾县', 1],
    ['rehearse warnings 2025 --rules 九', 1],
    ['rehearse warnings 2098', 1],
  ])('%s ends with %i and a sentence', async (line, expected) => {
    const { code, err } = await cli(line);
    expect(code).toBe(expected);
    expect(err.join('')).toMatch(/[\u4e00-\u9fff]/);
  });
});

describe('explain warning', () => {
  it('prints what the card says: findings, what would bring it back, every sum, base period and version', async () => {
    const { json, out } = await cli('explain warning 0011 发文 2026-06');
    const text = out.join('\n');
    expect(json).toMatchObject({ decision: 'send', decided: null, ruleVersion: '1' });
    for (const part of ['怎样回到线下', '达到预警线', '对比基期：2025年同期', '规则版本 1'])
      expect(text).toContain(part);
  });
});
