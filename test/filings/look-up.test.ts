import { beforeEach, describe, expect, it } from 'vitest';
import { filing, localFigure, researchVisit, unit } from '../../db/schema/index.ts';
import type { Block, Card } from '../../src/chat/card.ts';
import { plainOf } from '../../src/chat/rich.ts';
import { checkCard } from '../../src/feishu/card-check.ts';
import { cardJson } from '../../src/feishu/card-json.ts';
import { filings } from '../../src/filings/index.ts';
import { lookUp } from '../../src/filings/verbs/look-up.ts';
import type { Grant } from '../../src/kernel/actor.ts';
import { person, type TestRuntime, testCtx, testRuntime } from '../support/ctx.ts';

let runtime: TestRuntime;
const base = { startDay: '2026-06-01', endDay: '2026-06-30', kind: 'check' as const, organiser: 'D1' };
beforeEach(async () => {
  runtime = testRuntime('2026-06-22T09:00');
  const { db } = runtime.store;
  await db.insert(unit).values([
    { code: 'O0', name: '市委办公室', tier: 'office' },
    { code: 'O1', name: '望泉县委办公室', tier: 'office', county: '望泉县' },
    { code: 'D1', name: '望泉县教育局', tier: 'county-department', county: '望泉县' },
    { code: 'T1', name: '柳溪镇', tier: 'township', county: '望泉县' },
    { code: 'T2', name: '槐荫镇', tier: 'township', county: '望泉县' },
    { code: 'T9', name: '松岭镇', tier: 'township', county: '松渡县' },
  ]);
  await db.insert(filing).values([
    { ...base, number: 'B1', name: '校园安全检查', targets: ['T1', 'T2'] },
    {
      ...base,
      number: 'B2',
      name: '粮食安全考核',
      targets: ['T2'],
      kind: 'single',
      approval: '望办〔2026〕3号',
    },
    {
      ...base,
      number: 'B3',
      name: '上年检查',
      targets: ['T1'],
      startDay: '2025-06-01',
      endDay: '2025-06-30',
    },
    { ...base, number: 'B4', name: '林长制督查', targets: ['T9'], organiser: 'O0', kind: 'special' },
  ]);
  await db.insert(researchVisit).values({
    number: 'DY-1',
    topic: '教育调研',
    organiser: 'D1',
    targets: ['T1'],
    startDay: '2026-06-23',
    endDay: '2026-06-23',
    unannounced: true,
  });
});

const at = (code: string, role: Grant['role'] = 'cadre', county = '望泉县'): Grant => ({
  role,
  unit: code,
  tier: code.startsWith('T') ? 'township' : 'office',
  county,
});

async function ask(said: string, ...grants: Grant[]): Promise<string> {
  const { result, writes, messages } = await lookUp(testCtx(runtime, person('ou_x', '某人', ...grants)), {
    said,
  });
  expect([writes, messages]).toEqual([[], []]);
  expect(checkCard(cardJson(result))).toEqual([]);
  return textOf(result);
}

function textOf(card: Card): string {
  const lines = (blocks: Block[]): string[] =>
    blocks.flatMap((block) => {
      if (block.kind === 'text') return [plainOf(block.text)];
      if (block.kind === 'note') return [block.text];
      return block.kind === 'panel' ? [block.title, ...lines(block.blocks)] : [];
    });
  return lines(card.blocks).join('\n');
}

describe('查备案', () => {
  it('finds what concerns the own township, with organiser, dates, number', async () => {
    const text = await ask('校园安全', at('T1'));
    expect(text).toContain(
      '校园安全检查\n备案号 B1\n组织单位 望泉县教育局\n检查，2026年6月1日至2026年6月30日',
    );
    expect(text).toContain('查询日期 2026年6月22日');
  });

  it('does not find another township’s: the fixed sentence, never “违规”, and what there is instead', async () => {
    const text = await ask('粮食', at('T1'));
    expect(text).toContain('没有查到备案，可请来检单位出示，并向两办核实：电话还没有录入');
    expect(text).toContain('校园安全检查');
    expect(text).not.toMatch(/违规|粮食安全考核/);
  });

  it('names the telephone once it is entered, LOC-28 before LOC-36', async () => {
    await runtime.store.db.insert(localFigure).values([
      { code: 'LOC-36', values: { 科室: '督查室', 电话: '0000-1111111' } },
      { code: 'LOC-28', values: { 批准机关: '县委办公室', 反映电话: '0000-2222222' } },
    ]);
    expect(await ask('统计检查', at('T1'))).toContain('并向两办核实：0000-2222222。');
    expect(await ask('一票否决', at('T1'))).toContain('没有查到报备，请向县区两办核实：0000-2222222。');
  });

  it('without a keyword lists this year’s', async () => {
    const text = await ask('', at('T2'));
    expect(text).toMatch(/查到 2 项[\s\S]*B1[\s\S]*B2[\s\S]*批准文号 望办〔2026〕3号/);
    expect(text).not.toContain('上年检查');
  });

  it.each([
    ['nothing filed', [at('T9', 'cadre', '松渡县')], '否决', /没有查到报备/],
    ['no post', [], '', /还没有登记您的单位/],
    ['a department sees what it organises', [at('D1', 'liaison')], '', /查到 2 项/],
    ['a county coordinator sees the county', [at('O1', 'coordinator')], '林长制', /没有查到备案/],
    ['a city coordinator sees all', [at('O0', 'coordinator', '')], '', /查到 3 项/],
  ])('%s', async (_, grants, keyword, expected) => {
    expect(await ask(keyword, ...grants)).toMatch(expected);
  });

  it('says so when nothing is filed', async () => {
    await runtime.store.db.delete(filing);
    expect(await ask('', at('T1'))).toContain('没有涉及您单位的事项');
  });

  it('lists five and says how many there are', async () => {
    const many = Array.from({ length: 7 }, (_, i) => ({
      ...base,
      number: `M${i}`,
      name: '专项',
      targets: ['T1'],
    }));
    await runtime.store.db.insert(filing).values(many);
    const text = await ask('', at('T1'));
    expect(text).toContain('查到 8 项，先列 5 项');
    expect(text.match(/备案号/g)).toHaveLength(5);
  });

  it('never shows research visits', async () => {
    for (const grant of [at('T1'), at('D1'), at('O0', 'coordinator', '')])
      expect(await ask('教育调研', grant)).not.toContain('教育调研');
  });

  it('is reached by its words in private only', () => {
    const [command] = filings.commands ?? [];
    expect(command).toMatchObject({ words: ['查备案', '备案'], where: 'private' });
    expect(command?.roles).toBeUndefined();
  });
});
