import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/chat/outcome.ts';
import { findItems, type Item } from '../../src/counts/items/repo.ts';
import { kindsOf } from '../../src/counts/items/rules/kinds.ts';
import { sumOf } from '../../src/counts/items/rules/tally.ts';
import { restoreItem, strikeItem, withdrawItem } from '../../src/counts/items/verbs/end-item.ts';
import { registerItem } from '../../src/counts/items/verbs/register-item.ts';
import { saveItem } from '../../src/counts/items/verbs/save-item.ts';
import { readReport } from '../../src/counts/read-report.ts';
import { findFigures } from '../../src/counts/repo.ts';
import { INDICATORS } from '../../src/counts/rules/indicator.ts';
import { perform } from '../../src/delivery/perform.ts';
import { addDays } from '../../src/kernel/day.ts';
import type { Month } from '../../src/kernel/period.ts';
import type { Ctx } from '../../src/store/context.ts';
import { type TestRuntime, testCtx } from '../support/ctx.ts';
import { actorOf, type Tables, 历史 } from './city.ts';
import { runJob, tap } from './desk.ts';
import { itemRuntime, say } from './item-desk.ts';

const MONTHS: Month[] = ['2026-05', '2026-06', '2026-07', '2026-08'];
const FIRST = '2026-05-20';

/** What a person fills in; days fall into May to July, so that months are crossed. */
const formArb = fc.constantFrom(...INDICATORS).chain((indicator) =>
  fc.record({
    indicator: fc.constant(indicator),
    kind: fc.constantFrom(...kindsOf(indicator)),
    day: fc.integer({ min: 0, max: 60 }).map((days) => addDays(FIRST, days)),
    parts: fc.integer({ min: 1, max: 4 }).map(String),
    'marks.unplanned': fc.boolean(),
    'marks.emergency': fc.boolean(),
    'marks.township': fc.constant(indicator === 'meeting'),
  }),
);

const eventArb = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('register' as const), form: formArb }) },
  fc.record({ do: fc.constant('change' as const), which: fc.nat(20), form: formArb }),
  fc.record({ do: fc.constant('withdraw' as const), which: fc.nat(20), later: fc.nat(60) }),
  fc.record({ do: fc.constant('strike' as const), which: fc.nat(20) }),
  fc.record({ do: fc.constant('restore' as const), which: fc.nat(20) }),
);

type Event = typeof eventArb extends fc.Arbitrary<infer T> ? T : never;

const NAMES = ['发文', '会议', '督查检查考核'];

function world(more: Tables = {}): Promise<TestRuntime> {
  return itemRuntime('2026-08-28T10:00', more);
}

async function act<T>(runtime: TestRuntime, verb: (ctx: Ctx) => Promise<Outcome<T>>): Promise<void> {
  const actor = await actorOf(runtime, 'ou_lin');
  await perform(runtime.store, () => testCtx(runtime, actor), verb);
}

const stored = (runtime: TestRuntime): Promise<Item[]> =>
  findItems(runtime.store.db, '2026-01', '2026-12', ['NY']);

function register(runtime: TestRuntime, title: string, { indicator, ...form }: Record<string, unknown>) {
  return act(runtime, (ctx) =>
    registerItem(ctx, {
      unit: 'NY',
      indicator: indicator as 'document',
      form: { title, basis: '市委主要负责同志', issuer: '', ...form },
      messageId: '',
    }),
  );
}

let titles = 0;

async function happen(runtime: TestRuntime, event: Event): Promise<void> {
  if (event.do === 'register') return register(runtime, `第${titles++}件`, event.form);
  const all = await stored(runtime);
  const item = all[event.which % Math.max(1, all.length)];
  if (!item) return;
  const target = { id: item.id, revision: item.revision, messageId: '' };
  const standing = item.struck === null && item.withdrawnDay === null;
  if (event.do === 'restore') return act(runtime, (ctx) => restoreItem(ctx, target));
  if (!standing) return;
  if (event.do === 'strike')
    return act(runtime, (ctx) => strikeItem(ctx, { ...target, form: { reason: 'typo' } }));
  if (event.do === 'withdraw') {
    const day = [addDays(item.day, event.later), '2026-08-28'].toSorted()[0] ?? '';
    return act(runtime, (ctx) => withdrawItem(ctx, { ...target, form: { day } }));
  }
  const { indicator: _, kind, ...form } = event.form;
  const fits = kindsOf(item.indicator).includes(kind) ? kind : item.kind;
  return act(runtime, (ctx) =>
    saveItem(ctx, { ...target, form: { ...form, kind: fits, title: item.title, basis: '市委主要负责同志' } }),
  );
}

async function figures(runtime: TestRuntime): Promise<string[]> {
  const rows = await findFigures(runtime.store.db, '2026-01', '2026-12', ['NY']);
  return rows
    .filter((row) => row.amount !== 0 || row.unplanned !== 0 || row.direct !== 0 || row.emergency !== 0)
    .map((r) => `${r.month} ${r.indicator} ${r.amount}/${r.unplanned}/${r.direct}/${r.emergency}`);
}

async function statistics(runtime: TestRuntime): Promise<string> {
  const report = await readReport(testCtx(runtime), {
    period: '2026-08',
    county: '',
    from: '2026-08',
    asOf: '2026-08',
    detail: 'units',
  });
  return JSON.stringify(report.indicators, (_, value: unknown) =>
    value instanceof Map ? [...value] : value,
  );
}

/** What comes before fills July in, what comes after corrects it. */
async function settleJuly(runtime: TestRuntime): Promise<void> {
  await runJob(runtime, 'counts.open', '2026-07');
  await runJob(runtime, 'counts.close', '2026-07');
}

const RUNS = { numRuns: 12 };

describe('whatever is registered, changed, withdrawn, struck and restored', () => {
  it('the figures of every month equal the sums of its items, before and after the close', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(eventArb, { maxLength: 12 }), fc.nat(12), async (events, closes) => {
        const runtime = await world();
        for (const [i, event] of events.entries()) {
          if (i === closes) await settleJuly(runtime);
          await happen(runtime, event);
        }
        const items = await stored(runtime);
        const sums = MONTHS.flatMap((month) =>
          INDICATORS.map((indicator) => ({ month, indicator, ...sumOf(items, indicator, month) })),
        );
        const expected = sums
          .filter((s) => s.amount !== 0 || s.unplanned !== 0 || s.direct !== 0 || s.emergency !== 0)
          .map((s) => `${s.month} ${s.indicator} ${s.amount}/${s.unplanned}/${s.direct}/${s.emergency}`);
        expect((await figures(runtime)).toSorted()).toEqual(expected.toSorted());
      }),
      RUNS,
    );
  }, 60_000);

  it('a correction and its inverse restore every figure and every statistic', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(formArb, { minLength: 1, maxLength: 6 }),
        fc.nat(6),
        fc.constantFrom('withdraw', 'strike', 'move'),
        fc.boolean(),
        async (forms, which, how, closed) => {
          // Every month has figures already: one that is touched for the first time says 0 afterwards, no longer nothing.
          const runtime = await world({
            历史数据: NAMES.flatMap((name) => 历史('NY', name, '2026-05', [4, 0, 7, 2])),
          });
          for (const form of forms) await register(runtime, `第${titles++}件`, form);
          if (closed) await settleJuly(runtime);
          const items = await stored(runtime);
          const item = items[which % items.length] as Item;
          const before = [await figures(runtime), await statistics(runtime)];
          const target = { id: item.id, messageId: '' };
          const fields = { ...item, parts: String(item.parts), ...marks(item) };
          if (how === 'withdraw')
            await act(runtime, (ctx) =>
              withdrawItem(ctx, { ...target, revision: 1, form: { day: '2026-08-03' } }),
            );
          else if (how === 'strike')
            await act(runtime, (ctx) =>
              strikeItem(ctx, { ...target, revision: 1, form: { reason: 'typo' } }),
            );
          else
            await act(runtime, (ctx) =>
              saveItem(ctx, { ...target, revision: 1, form: { ...fields, day: '2026-05-03' } }),
            );
          if (how === 'move')
            await act(runtime, (ctx) => saveItem(ctx, { ...target, revision: 2, form: fields }));
          else await act(runtime, (ctx) => restoreItem(ctx, { ...target, revision: 2 }));
          expect(await figures(runtime)).toEqual(before[0]);
          expect(await statistics(runtime)).toBe(before[1]);
        },
      ),
      RUNS,
    );
  }, 60_000);

  it('the order of arrival does not matter', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(formArb, { minLength: 2, maxLength: 7 }).chain((forms) =>
          fc.record({
            forms: fc.constant(forms),
            order: fc.shuffledSubarray(
              forms.map((_, i) => i),
              { minLength: forms.length },
            ),
          }),
        ),
        async ({ forms, order }) => {
          const straight = await world();
          for (const [i, form] of forms.entries()) await register(straight, `第${i}件`, form);
          const shuffled = await world();
          for (const i of order) await register(shuffled, `第${i}件`, forms[i] ?? {});
          const together = await world();
          await Promise.all(forms.slice(0, 3).map((form, i) => register(together, `第${i}件`, form)));
          for (const [i, form] of forms.entries()) if (i >= 3) await register(together, `第${i}件`, form);
          expect(await figures(shuffled)).toEqual(await figures(straight));
          expect(await figures(together)).toEqual(await figures(straight));
          expect(await statistics(shuffled)).toBe(await statistics(straight));
        },
      ),
      RUNS,
    );
  }, 60_000);
});

function marks(item: Item): Record<string, boolean> {
  return {
    'marks.unplanned': item.unplanned,
    'marks.emergency': item.emergency,
    'marks.township': item.reach === 'township',
  };
}

const numbersArb = fc.record({
  document: fc.nat(30),
  document_unplanned: fc.nat(30),
  meeting: fc.nat(30),
  meeting_unplanned: fc.nat(30),
  meeting_direct: fc.nat(30),
  inspection: fc.nat(30),
});

/** Parts stay within their wholes, as the form wants it. */
function written(numbers: Record<string, number>): Record<string, string> {
  const limit = (name: string) => numbers[name.split('_')[0] ?? ''] ?? 0;
  return Object.fromEntries(
    Object.entries(numbers).map(([name, value]) => [name, String(Math.min(value, limit(name)))]),
  );
}

it('of a unit that reports numbers: corrections and their inverse restore every figure and every statistic', async () => {
  await fc.assert(
    fc.asyncProperty(
      numbersArb,
      fc.array(numbersArb, { minLength: 1, maxLength: 3 }),
      async (first, others) => {
        const runtime = await world({
          历史数据: NAMES.flatMap((name) => 历史('JY', name, '2026-07', [5, 6])),
        });
        const correct = async (numbers: Record<string, number>) => {
          const form = await say(runtime, 'ou_chen', '更正 2026-07');
          await tap(runtime, 'ou_chen', form, '提交', { ...written(numbers), reason: 'typo', sure: '' });
        };
        await settleJuly(runtime);
        await correct(first);
        const before = await statistics(runtime);
        for (const other of [...others, first]) await correct(other);
        expect(await statistics(runtime)).toBe(before);
      },
    ),
    RUNS,
  );
}, 60_000);
