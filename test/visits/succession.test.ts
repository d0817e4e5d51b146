import { eq } from 'drizzle-orm';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unit, unitSuccessor } from '../../db/schema/index.ts';
import { perform } from '../../src/delivery/perform.ts';
import { successorsOf } from '../../src/people/rules/succession.ts';
import { importWorkbook } from '../../src/system/verbs/import-workbook.ts';
import { visits } from '../../src/visits/index.ts';
import { findPoints } from '../../src/visits/repo.ts';
import { type Point, pointsOf } from '../../src/visits/rules/points.ts';
import type { Assigned, Succession } from '../../src/visits/rules/succession.ts';
import { showCoverage } from '../../src/visits/verbs/show-coverage.ts';
import { type TestRuntime, testCtx } from '../support/ctx.ts';
import { xlsx } from '../workbook/xlsx.ts';
import { buttons, click, lin, office, queue, records, remindOn, run, say, su, visitsWorld } from './world.ts';

const H1 = '2026-H1';

const step = (from: string, to: string): Succession => ({
  unit: from,
  successor: to,
  name: `${to}镇`,
  county: '望泉县',
});
const assigned = (code: string, group: string, inherited = false): Assigned => ({
  unit: code,
  name: `${code}镇`,
  county: '望泉县',
  group,
  liaison: `ou_${group}`,
  inherited,
});
const visit = (code: string, day = '2026-05-08') => ({ unit: code, kind: 'visit' as const, day });
/** `2:C visit 05-08`. */
const told = (points: Point[]) =>
  points
    .map(({ unit: code, group, done }) => `${group}:${code}${done.visit ? ` ${done.visit.slice(5)}` : ''}`)
    .join(' ');

describe('duties follow the unit', () => {
  it.each<[what: string, from: Succession[], done: string[], points: string]>([
    ['nothing happened', [], ['A'], '2:A 05-08 10:B'],
    ['another code, not done', [step('A', 'C')], [], '2:C 10:B'],
    ['another code, done before', [step('A', 'C')], ['A'], '2:C 05-08 10:B'],
    ['another code twice', [step('A', 'C'), step('C', 'D')], ['A'], '2:D 05-08 10:B'],
    ['merged into a new one, both done', [step('A', 'C'), step('B', 'C')], ['A', 'B'], '2:C 05-08'],
    [
      'merged into a new one, one done: the other part is still to be visited',
      [step('A', 'C'), step('B', 'C')],
      ['A'],
      '2:C',
    ],
    ['merged into a new one, visited since', [step('A', 'C'), step('B', 'C')], ['C'], '2:C 05-08'],
    ['taken over by B, which was done', [step('A', 'B')], ['B'], '10:B 05-08'],
    ['taken over by B, which was not done', [step('A', 'B')], ['A'], '10:B'],
    ['split, done before', [step('A', 'C'), step('A', 'D')], ['A'], '2:C 05-08 2:D 05-08 10:B'],
    ['split, not done', [step('A', 'C'), step('A', 'D')], [], '2:C 2:D 10:B'],
    [
      'a part split off, the code kept, done before',
      [step('A', 'A'), step('A', 'C')],
      ['A'],
      '2:A 05-08 2:C 05-08 10:B',
    ],
    ['a part split off, the code kept, not done', [step('A', 'A'), step('A', 'C')], [], '2:A 2:C 10:B'],
    ['gone', [step('A', '')], ['A'], '10:B'],
    ['gone after another code', [step('A', 'C'), step('C', '')], [], '10:B'],
  ])('%s', (_, changes, done, points) => {
    const rows = [assigned('A', '2'), assigned('B', '10')];
    expect(
      told(
        pointsOf(
          rows,
          done.map((code) => visit(code)),
          changes,
        ),
      ),
    ).toBe(points);
  });

  it('a successor that was moved to another group stays there and keeps what was done', () => {
    const rows = [assigned('A', '2'), assigned('C', '10', true)];
    expect(told(pointsOf(rows, [visit('A')], [step('A', 'C')]))).toBe('10:C 05-08');
  });

  it('whatever happens to units: no point twice, none that is gone, nothing open that is on record', () => {
    const code = fc.constantFrom('A', 'B', 'C', 'D', 'E', '');
    const steps = fc.array(fc.tuple(code, code), { maxLength: 6 });
    fc.assert(
      fc.property(
        steps,
        fc.subarray(['A', 'B', 'C', 'D', 'E']),
        fc.subarray(['A', 'B', 'C']),
        (all, done, points) => {
          const changes = all.flatMap(([from, to]) => (from === '' ? [] : [step(from, to)]));
          const rows = points.map((one) => assigned(one, one === 'A' ? '2' : '10'));
          const standing = pointsOf(
            rows,
            done.map((one) => visit(one)),
            changes,
          );
          const codes = standing.map((point) => point.unit);
          expect(new Set(codes).size).toBe(codes.length);
          expect(new Set(codes)).toEqual(new Set(points.flatMap((one) => successorsOf(one, changes))));
          for (const point of standing) if (done.includes(point.unit)) expect(point.done.visit).toBeDefined();
        },
      ),
    );
  });
});

async function merged(runtime: TestRuntime, ...steps: [from: string, to: string, day: string][]) {
  const { db } = runtime.store;
  const rows = steps.map(([from, successor, fromDay]) => ({ unit: from, successor, fromDay }));
  await db
    .insert(unit)
    .values({ code: 'T9', name: '柳槐镇', tier: 'township', county: '望泉县' })
    .onConflictDoNothing();
  await db.insert(unitSuccessor).values(rows);
}

const coverage = (runtime: TestRuntime, half = H1) =>
  run(runtime, { kind: 'cli', name: 'report' }, (ctx) => showCoverage(ctx, { half }));

describe('in mid-period, through the real path', () => {
  it('two points become one: its liaison sees the new one, done for what both had done', async () => {
    const runtime = await visitsWorld('2026-06-01T09:00');
    await click(runtime, lin, 'record', { unit: 'T1', half: H1, kind: 'both' });
    await click(runtime, lin, 'record', { unit: 'T2', half: H1, kind: 'visit' });
    await merged(runtime, ['T1', 'T9', '2026-06-10'], ['T2', 'T9', '2026-06-10']);
    expect((await coverage(runtime)).total).toMatchObject({ due: 10, done: 3 });
    runtime.clock.set('2026-06-15T09:10');
    expect((await coverage(runtime)).total).toMatchObject({ due: 8, done: 1 });
    await remindOn(runtime, '2026-06-15');
    const card = (await queue(runtime)).find(({ target }) => target === 'ou_lin')?.card;
    expect(buttons(card)).toEqual(['谈话 柳槐镇', '按实际日期补登记']);
    await click(runtime, lin, 'record', { unit: 'T9', half: H1, kind: 'talk' });
    expect((await coverage(runtime)).groups[0]).toMatchObject({ number: '2', due: 2, done: 2 });
    expect(await records(runtime)).toContain('T9 2026-H1 talk 2 2026-06-15');
  });

  it('a card sent before still works, once, for the new one', async () => {
    const runtime = await visitsWorld('2026-06-15T09:10');
    await merged(runtime, ['T1', 'T9', '2026-06-15']);
    const old = { unit: 'T1', half: H1, kind: 'both' };
    const answers = [await click(runtime, lin, 'record', old), await click(runtime, lin, 'record', old)];
    expect(answers.map(({ toast }) => toast?.text)).toEqual([
      '已登记：柳槐镇 走访、谈话，6月15日',
      '柳槐镇已经登记过了，不用再点',
    ]);
    expect(await records(runtime)).toEqual(['T9 2026-H1 talk 2 2026-06-15', 'T9 2026-H1 visit 2 2026-06-15']);
  });

  it('of a split one it cannot tell which was meant', async () => {
    const runtime = await visitsWorld('2026-06-15T09:10');
    await merged(runtime, ['T1', 'T9', '2026-06-15'], ['T1', 'T6', '2026-06-15']);
    const old = { unit: 'T1', half: H1, kind: 'both' };
    await expect(click(runtime, lin, 'record', old)).rejects.toMatchObject({ code: 'stale' });
    expect(buttons(await say(runtime, lin, '走访登记'))).toEqual(
      expect.arrayContaining(['走访 北岗镇', '走访 柳槐镇', '走访 槐荫镇']),
    );
  });

  it('what the former unit had recorded is not for the successor to change', async () => {
    const runtime = await visitsWorld('2026-06-01T09:00');
    await click(runtime, lin, 'record', { unit: 'T1', half: H1, kind: 'visit' });
    await merged(runtime, ['T1', 'T9', '2026-06-10']);
    runtime.clock.set('2026-06-15T09:10');
    const form = { record: 'T9:visit', how: 'withdraw' };
    await expect(click(runtime, lin, 'amend', { half: H1 }, form)).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('it can be given to another group, which need not repeat what was done', async () => {
    const runtime = await visitsWorld('2026-06-01T09:00');
    await click(runtime, lin, 'record', { unit: 'T1', half: H1, kind: 'visit' });
    await merged(runtime, ['T1', 'T9', '2026-06-10']);
    runtime.clock.set('2026-06-15T09:10');
    await click(runtime, office, 'move', {}, { unit: 'T9', to: 'group:10' });
    expect(buttons(await say(runtime, su, '走访登记'))).toContain('谈话 柳槐镇');
    expect(buttons(await say(runtime, su, '走访登记'))).not.toContain('走访 柳槐镇');
    for (const code of ['T2']) await click(runtime, office, 'move', {}, { unit: code, to: 'group:10' });
    await click(runtime, office, 'drop', { group: '2' });
    expect(buttons(await say(runtime, su, '走访登记'))).not.toContain('走访 柳槐镇');
  });

  it('a later merger does not reach back into a half-year that is over', async () => {
    const runtime = await visitsWorld('2026-06-01T09:00');
    await click(runtime, lin, 'record', { unit: 'T1', half: H1, kind: 'both' });
    await merged(runtime, ['T1', 'T9', '2026-08-01'], ['T2', 'T9', '2026-08-01']);
    runtime.clock.set('2026-09-01T09:00');
    expect((await coverage(runtime)).total).toMatchObject({ due: 10, done: 2 });
    expect((await coverage(runtime, '2026-H2')).total).toMatchObject({ due: 8, done: 0 });
    await click(runtime, lin, 'backdate', { half: H1 }, { unit: 'T2', kind: 'visit', day: '2026-06-20' });
    expect((await coverage(runtime)).total).toMatchObject({ due: 10, done: 3, late: 0 });
  });

  it('a township that is gone is not asked for, and another name changes nothing', async () => {
    const runtime = await visitsWorld('2026-06-15T09:10');
    await merged(runtime, ['T6', '', '2026-06-01'], ['T5', '', '2026-06-01']);
    await runtime.store.db.update(unit).set({ name: '新柳溪镇' }).where(eq(unit.code, 'T1'));
    const report = await coverage(runtime);
    expect(report.total).toMatchObject({ due: 8 });
    expect(report.gaps.unassigned).toEqual(['柳槐镇']);
    expect(buttons(await say(runtime, lin, '走访登记'))).toContain('走访 新柳溪镇');
  });
});

describe('the workbook after mergers', () => {
  const importing = async (runtime: TestRuntime, ...rows: string[][]) => {
    const file = await xlsx({ 考察组: [['组号', '联络员open_id', '联系点编码'], ...rows] });
    const input = {
      file,
      dryRun: false,
      sheets: visits.sheets ?? [],
      unknownPeople: async () => new Set<string>(),
    };
    return perform(
      runtime.store,
      () => testCtx(runtime),
      (ctx) => importWorkbook(ctx, input),
    );
  };
  const dump = (runtime: TestRuntime) => visits.sheets?.[0]?.dump(testCtx(runtime));

  it('exports what stands today, refuses what is no more, and keeps what was done', async () => {
    const runtime = await visitsWorld('2026-06-01T09:00');
    await click(runtime, lin, 'record', { unit: 'T1', half: H1, kind: 'both' });
    await merged(runtime, ['T1', 'T9', '2026-06-10']);
    runtime.clock.set('2026-06-15T09:10');
    expect((await dump(runtime))?.[0]).toMatchObject({ 联系点编码: 'T2；T9' });
    expect((await importing(runtime, ['2', 'ou_lin', 'T1；T2'])).refused).toEqual([
      { sheet: '考察组', row: 2, column: '联系点编码', reason: '柳溪镇（T1）已经撤并，请改写 T9' },
    ]);
    expect(await importing(runtime, ['2', 'ou_lin', 'T9；T2'])).toMatchObject({ ok: true });
    const [first] = await findPoints(testCtx(runtime), H1);
    expect(first).toMatchObject({ unit: 'T9', done: { visit: '2026-06-01', talk: '2026-06-01' } });
  });

  it('a group under another number keeps its points, its records and its liaison, and nobody is written to', async () => {
    const runtime = await visitsWorld();
    await click(runtime, lin, 'record', { unit: 'T1', half: H1, kind: 'both' });
    expect(await importing(runtime, ['20', 'ou_lin', 'T1；T2'])).toMatchObject({ ok: true });
    const report = await coverage(runtime);
    expect(report.groups.map(({ number, due, done }) => [number, due, done])).toEqual([
      ['10', 6, 0],
      ['20', 4, 2],
    ]);
    expect(report.gaps.groups).toEqual(['2']);
    expect(await queue(runtime)).toEqual([]);
    await click(runtime, office, 'drop', { group: '2' });
    expect((await coverage(runtime)).gaps.groups).toEqual([]);
  });

  it('groups merged or split by the workbook: whoever takes over hears of it once', async () => {
    const runtime = await visitsWorld();
    await remindOn(runtime, '2026-06-15');
    await importing(runtime, ['2', 'ou_lin', 'T1；T2；T3；T4；T5']);
    const waiting = async () =>
      (await queue(runtime)).flatMap(({ state, target, card }) =>
        state === 'queued' ? [`${target} ${card?.title}`] : [],
      );
    expect(await waiting()).toEqual(['ou_lin 联系点移交给您']);
    await importing(runtime, ['2', 'ou_lin', 'T1；T2'], ['3', 'ou_ruan', 'T3；T4；T5']);
    expect(await waiting()).toEqual(['ou_lin 走访谈话提醒', 'ou_ruan 联系点移交给您']);
  });
});
