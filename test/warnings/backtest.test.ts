import { beforeAll, describe, expect, it } from 'vitest';
import { notice, outbox } from '../../db/schema/index.ts';
import { stories } from '../../db/seed/demo/figures.ts';
import { cardText } from '../../src/chat/card-text.ts';
import { indicatorNames } from '../../src/counts/words.ts';
import { findCoordinators, findHolders } from '../../src/people/repo.ts';
import type { Lead } from '../../src/warnings/rehearsal/rehearse.ts';
import { rehearseRules } from '../../src/warnings/rehearsal/verbs/rehearse-rules.ts';
import { type TestRuntime, testCtx } from '../support/ctx.ts';
import { demoCity } from './demo-city.ts';
import { say, tap } from './desk.ts';

/** Plans broken in 2025, with the first month that was told of it and the month in which it happened. */
const BROKEN: Record<string, [string, string, number]> = {
  市农业农村局: ['2025-06', '2025-10', 4],
  市市场监督管理局: ['2025-05', '2025-10', 5],
  松渡县农业农村局: ['2025-07', '2025-10', 3],
};

let runtime: TestRuntime;
let coordinator: string;
const leads: Record<number, Lead[]> = {};

beforeAll(async () => {
  runtime = await demoCity('2026-07-07T09:40');
  coordinator = (await findCoordinators(runtime.store.db, ''))[0]?.openId ?? '';
  for (const year of [2021, 2022, 2025, 2026])
    leads[year] = (
      await Promise.all(
        ['', '望泉县', '松渡县'].map((county) => rehearseRules(testCtx(runtime), { county, year })),
      )
    ).flatMap(({ result }) => result.leads);
});

const key = (lead: { name: string; indicator: Lead['indicator'] }) =>
  `${lead.name} ${indicatorNames[lead.indicator]}`;

describe('the demo’s history replayed', () => {
  it('finds each planted rebound and no other unit or level, in all four years', () => {
    const planted = stories.map(({ unit, indicator }) => `${unit} ${indicator}`).sort();
    const found = Object.values(leads).flat().map(key).sort();
    expect(found).toEqual(planted);
    expect(leads[2021]).toEqual([]);
    expect(leads[2022]).toEqual([]);
  });

  it.each(Object.entries(BROKEN))(
    '%s is told of months before its plan broke',
    (name, [first, broken, ahead]) => {
      const lead = (leads[2025] ?? []).find((one) => one.name === name);
      expect(lead).toMatchObject({ brokenAt: broken, monthsAhead: ahead });
      expect(lead?.told[0]?.month).toBe(first);
      expect(lead?.told.map(({ level }) => level)).toEqual([1, 2, 3]);
    },
  );

  it('writes and sends nothing', async () => {
    expect(await runtime.store.db.select().from(notice)).toEqual([]);
    expect(await runtime.store.db.select().from(outbox)).toEqual([]);
  });
});

describe('a coordinator rehearses in chat', () => {
  it('the year is drawn month by month, and every scope is told with its lead', async () => {
    const card = await say(runtime, coordinator, '预警预演 2025');
    const text = cardText(card);
    expect(text).toContain('2025年预警预演\n市级汇总，按当时在用的规则');
    expect(text).toContain('没有发给任何人');
    expect(text).toContain('市市场监督管理局　发文');
    expect(text).toContain('10月超计划，提前 5 个月');
    const chart = card.blocks.find((block) => block.kind === 'chart');
    expect(chart).toMatchObject({ spec: { type: 'bar', stack: true } });
    const table = card.blocks.find((block) => block.kind === 'table');
    expect(table?.kind === 'table' && table.rows).toEqual([
      { month: '5月', sends: '提醒 1' },
      { month: '6月', sends: '提醒 1、预警 1' },
      { month: '7月', sends: '预警 1、纠偏 1' },
      { month: '8月', sends: '纠偏 1' },
    ]);
  });

  it('goes on to another year, and says so when there is nothing to tell', async () => {
    const card = await say(runtime, coordinator, '预警预演 2022');
    expect(cardText(card)).toContain('一条也不会发');
    const earlier = await tap(runtime, coordinator, card, '看 2021 年');
    expect(cardText(earlier.card ?? card)).toContain('2021年预警预演');
  });

  it('only of levels that they coordinate', async () => {
    const [liaison] = await findHolders(runtime.store.db, 'liaison');
    const refused = say(runtime, liaison?.openId ?? '', '预警预演 2025');
    await expect(refused).rejects.toMatchObject({ code: 'forbidden' });
  });
});
