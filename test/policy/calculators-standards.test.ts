import { describe, expect, it } from 'vitest';
import { standardsOf } from '../../src/policy/local-standards.ts';
import type { LocalFigure } from '../../src/policy/repo.ts';

const TODAY = '2026-06-22';

function figures(...rows: [code: string, values: Record<string, string>][]): LocalFigure[] {
  return rows.map(([code, values], position) => ({ code, unit: '', position, values }));
}

describe('local standards as they are in force', () => {
  it('nothing entered is nothing', () => {
    expect(standardsOf([], TODAY)).toEqual({
      tiers: [],
      tiersSince: '',
      remote: [],
      serviceRules: false,
      shares: [],
      procedure: [],
    });
  });

  it('a table is replaced as a whole by the one that came into force last', () => {
    const { tiers, tiersSince } = standardsOf(
      figures(
        ['LOC-01', { 起年: '0', 月额: '200' }],
        ['LOC-01', { 起年: '0', 止年: '10', 月额: '220元', 生效日: '2026-01-01' }],
        ['LOC-01', { 起年: '10', 月额: '280', 生效日: '2026-01-01' }],
        ['LOC-01', { 起年: '0', 月额: '900', 生效日: '2026-07-01' }],
      ),
      TODAY,
    );
    expect(tiers).toEqual([
      { from: 0, until: 10, amount: 220 },
      { from: 10, amount: 280 },
    ]);
    expect(tiersSince).toBe('2026-01-01');
  });

  it('a list is replaced name by name', () => {
    const { remote } = standardsOf(
      figures(
        ['LOC-02', { 乡镇: '石臼坪乡', 类别: '一类', 加发月额: '100', 生效日: '2026-01-01' }],
        ['LOC-02', { 乡镇: '泉脑乡', 加发月额: '80', 生效日: '2026-01-01' }],
        ['LOC-02', { 乡镇: '石臼坪乡', 类别: '一类', 加发月额: '200', 生效日: '2026-06-01' }],
        ['LOC-02', { 乡镇: '泉脑乡', 加发月额: '500', 生效日: '2027-01-01' }],
      ),
      TODAY,
    );
    expect(remote).toEqual([
      { place: '石臼坪乡', category: '一类', amount: 200 },
      { place: '泉脑乡', category: '', amount: 80 },
    ]);
  });

  it.each([
    ['12%', 12],
    ['12', 12],
    ['0.12', 12],
    ['6.5%', 6.5],
  ])('a share written %s', (cell, share) => {
    expect(standardsOf(figures(['LOC-08', { 表彰级别: '市级', 比例: cell }]), TODAY).shares).toEqual([
      { level: '市级', share },
    ]);
  });

  it('days by step, and whether there are rules of service', () => {
    const { procedure, serviceRules } = standardsOf(
      figures(
        ['LOC-17', { 环节: '调查核实', 工作日数: '30' }],
        ['LOC-17', { 环节: '材料', 内容: '申请书' }],
        ['LOC-03', { 项目: '跨乡镇累计', 内容: '是' }],
      ),
      TODAY,
    );
    expect(procedure).toEqual([{ step: '调查核实', days: 30 }]);
    expect(serviceRules).toBe(true);
  });

  it('what cannot be read counts as not entered', () => {
    const { tiers, remote } = standardsOf(
      figures(['LOC-01', { 起年: '若干', 月额: '二百多' }], ['LOC-02', { 乡镇: '', 加发月额: '100' }]),
      TODAY,
    );
    expect([tiers, remote]).toEqual([[], []]);
  });
});
