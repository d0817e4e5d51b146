import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Card, Field } from '../../src/chat/card.ts';
import { cardText } from '../../src/chat/card-text.ts';
import { findFigures } from '../../src/counts/repo.ts';
import { estimate } from '../../src/counts/rules/estimate.ts';
import { addMonths } from '../../src/kernel/period.ts';
import { testRuntime } from '../support/ctx.ts';
import { importTables, smallCity, 历史 } from './city.ts';
import { cardOf, deliver, queued, runJob, tap } from './desk.ts';

const before = (...amounts: number[]) =>
  amounts.map((amount, i) => ({
    indicator: 'document' as const,
    month: addMonths('2026-06', -amounts.length + i),
    amount,
    unplanned: Math.min(1, Math.max(0, amount)),
    direct: 0,
  }));

describe('what a forgotten month may have been like', () => {
  it.each([
    ['nothing is known', [], undefined],
    ['too little is known', [4, 5], undefined],
    ['the middle of what is known', [4, 9, 5], { amount: 5, unplanned: 1, basis: 'median' }],
    ['of two in the middle the lower one', [4, 5, 7, 9], { amount: 5, basis: 'median' }],
    [
      'the same month of last year goes first',
      [8, ...Array.from({ length: 11 }, () => 3)],
      { amount: 8, basis: 'same-month' },
    ],
    [
      'a month below zero is none',
      [-1, ...Array.from({ length: 11 }, () => 3)],
      { amount: 3, basis: 'median' },
    ],
  ])('%s', (_, amounts, expected) => {
    const made = estimate('document', '2026-06', before(...amounts));
    if (expected) expect(made).toMatchObject(expected);
    else expect(made).toBeUndefined();
  });

  it('is always something that the form would take', () => {
    const month = fc
      .record({ amount: fc.integer({ min: -3, max: 200 }), part: fc.nat(200), other: fc.nat(200) })
      .map(({ amount, part, other }) => ({
        amount,
        unplanned: Math.min(part, Math.max(0, amount)),
        direct: Math.min(other, Math.max(0, amount)),
      }));
    fc.assert(
      fc.property(fc.array(month, { maxLength: 12 }), (months) => {
        const rows = months.map((one, i) => ({
          ...one,
          indicator: 'meeting' as const,
          month: addMonths('2026-06', -1 - i),
        }));
        const made = estimate('meeting', '2026-06', rows);
        if (!made) return;
        expect(made.amount).toBeGreaterThanOrEqual(0);
        expect(made.unplanned).toBeLessThanOrEqual(made.amount);
        expect(made.direct).toBeLessThanOrEqual(made.amount);
      }),
    );
  });
});

/** A large unit that reports by numbers: its steady figures, a few of which move from month to month. */
const documents = [21, 18, 20, 19, 22, 20, 18, 19, 23, 18, 20, 26];
const meetings = [6, 5, 5, 6, 6, 5, 5, 6, 6, 5, 5, 7];
const largeUnit = (year: number, count: number) => [
  ...历史('JY', '发文', `${year}-01`, documents.slice(0, count), { 计划外: 1 }),
  ...历史('JY', '会议', `${year}-01`, meetings.slice(0, count), { 直达乡镇: 1 }),
  ...历史(
    'JY',
    '督查检查考核',
    `${year}-01`,
    Array.from({ length: count }, () => 1),
  ),
];

const fieldsOf = (card: Card): Field[] =>
  card.blocks.flatMap((block) => (block.kind === 'form' ? block.fields : []));
const valuesOf = (card: Card) =>
  Object.fromEntries(
    fieldsOf(card).flatMap((field) =>
      'value' in field && field.value !== undefined ? [[field.name, field.value]] : [],
    ),
  );

describe('a large unit that registered nothing and forgot the month', () => {
  async function missed() {
    const runtime = testRuntime('2026-06-30T09:10');
    const result = await importTables(runtime, {
      ...smallCity,
      历史数据: [...largeUnit(2025, 12), ...largeUnit(2026, 4)],
    });
    expect(result.refused).toEqual([]);
    await runJob(runtime, 'counts.open', '2026-06');
    await deliver(runtime);
    runtime.clock.set('2026-07-03T18:05');
    await runJob(runtime, 'counts.close', '2026-06');
    const [asked] = await queued(runtime, 'counts.card@2026-06:JY');
    const closed = (await queued(runtime, 'counts.patch@')).find(
      ({ card }) => card.subtitle === asked?.card.subtitle,
    );
    if (!closed || !asked) throw new Error('nobody missed it');
    const form = cardOf(await tap(runtime, asked.target, closed.card, '更正'));
    return { runtime, form, openId: asked.target };
  }

  it('finds the form filled in as an estimate, said to be one, and the reason chosen', async () => {
    const { form } = await missed();
    expect(cardText(form)).toContain('已填的是估计数，不是您报的（发文、会议、督查检查考核照去年同月）');
    expect(valuesOf(form)).toMatchObject({ document: '20', meeting: '5', inspection: '1', reason: 'late' });
  });

  it('nothing is a figure before a person submits it', async () => {
    const { runtime, form, openId } = await missed();
    const figures = () => findFigures(runtime.store.db, '2026-06', '2026-06', ['JY']);
    expect(await figures()).toEqual([]);
    await tap(runtime, openId, form, '提交', valuesOf(form));
    expect(await figures()).toMatchObject([
      { indicator: 'document', amount: 20 },
      { indicator: 'inspection', amount: 1 },
      { indicator: 'meeting', amount: 5 },
    ]);
  });

  it('changes two numbers at most on average, whatever month it forgot', () => {
    const months = documents.map((document, i) => ({ document, meeting: meetings[i] ?? 0 }));
    const changed = months.map(({ document, meeting }, i) => {
      const history = (all: readonly number[], indicator: 'document' | 'meeting') =>
        Array.from({ length: 12 }, (_, back) => ({
          indicator,
          month: addMonths('2026-06', -1 - back),
          amount: all[(i + 11 - back) % 12] ?? 0,
          unplanned: 1,
          direct: 1,
        })).slice(0, 11);
      const guess = (all: readonly number[], indicator: 'document' | 'meeting') =>
        estimate(indicator, '2026-06', history(all, indicator))?.amount;
      return (
        Number(guess(documents, 'document') !== document) + Number(guess(meetings, 'meeting') !== meeting)
      );
    });
    expect(changed.reduce((a, b) => a + b, 0) / changed.length).toBeLessThanOrEqual(2);
  });
});
