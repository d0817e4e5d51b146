import { describe, expect, it } from 'vitest';
import { unit, visitGroup, visitPoint } from '../../db/schema/index.ts';
import { plainOf } from '../../src/chat/rich.ts';
import { AppError } from '../../src/kernel/errors.ts';
import { visits } from '../../src/visits/index.ts';
import { showCoverage } from '../../src/visits/verbs/show-coverage.ts';
import { testRuntime } from '../support/ctx.ts';
import { buttons, click, expectSound, lin, office, run, say, su, visitsWorld } from './world.ts';

const H1 = '2026-H1';

describe('走访登记', () => {
  it('brings the card at any time, with what is done already', async () => {
    const runtime = await visitsWorld('2026-02-10T09:00');
    await click(runtime, lin, 'record', { unit: 'T1', half: H1, kind: 'both' });
    const card = await say(runtime, lin, '走访登记');
    expectSound(card);
    expect(card.subtitle).toBe('2026年上半年 · 第2组');
    expect(buttons(card)).toEqual([
      '走访 槐荫镇',
      '谈话 槐荫镇',
      '同日走访并谈话 槐荫镇',
      '按实际日期补登记',
      '改登记',
    ]);
    expect(card.blocks).toContainEqual({ kind: 'note', text: '已登记：柳溪镇 走访 2月10日、谈话 2月10日' });
  });

  it.each([
    ['2026-06-15', '还差 4 项，6月30日到期，还有 15 天。'],
    ['2026-06-30', '还差 4 项，6月30日到期，就是今天。'],
  ])('on %s: %s', async (day, sentence) => {
    const [first] = (await say(await visitsWorld(`${day}T09:00`), lin, '走访登记')).blocks;
    expect(first?.kind === 'text' && plainOf(first.text)).toBe(sentence);
  });

  it('after the half-year offers what was forgotten, of which nobody is reminded any more', async () => {
    const runtime = await visitsWorld('2026-06-29T09:00');
    await click(runtime, lin, 'record', { unit: 'T1', half: H1, kind: 'both' });
    runtime.clock.set('2026-07-02T09:00');
    const card = await say(runtime, lin, '走访登记');
    expect(card.subtitle).toBe('2026年下半年 · 第2组');
    expect(buttons(card)).toContain('补登记2026年上半年（还差 2 项）');
    for (const earlier of [
      await say(runtime, lin, '走访登记 上半年'),
      (await click(runtime, lin, 'show', { half: H1, as: 'duties' })).card,
    ]) {
      expectSound(earlier);
      expect(earlier?.subtitle).toBe('2026年上半年 · 第2组');
      const [first] = earlier?.blocks ?? [];
      expect(first?.kind === 'text' && plainOf(first.text)).toContain('6月30日已到期，还差 2 项');
    }
  });

  it('does not speak of a half-year before records were kept', async () => {
    const card = await say(await visitsWorld('2026-07-02T09:00'), lin, '走访登记');
    expect(buttons(card).join()).not.toContain('补登记2026年上半年');
  });

  it('tells who has no group whom to ask', async () => {
    const runtime = await visitsWorld();
    await expect(say(runtime, office, '走访登记')).rejects.toThrow(AppError);
  });

  it('works in private, for liaisons of a group', () => {
    expect(visits.commands?.[0]).toMatchObject({ where: 'private', roles: ['group-liaison'] });
    expect(visits.commands?.[1]).toMatchObject({ where: 'private', roles: ['cadre-office'] });
  });
});

describe('考察进度 and report visits', () => {
  it('by group in the order of their numbers, and in all', async () => {
    const runtime = await visitsWorld();
    await click(runtime, lin, 'record', { unit: 'T1', half: H1, kind: 'both' });
    await click(runtime, su, 'record', { unit: 'T3', half: H1, kind: 'visit' });
    const report = await run(runtime, { kind: 'cli', name: 'report' }, (ctx) =>
      showCoverage(ctx, { half: H1 }),
    );
    expect(report).toMatchObject({
      half: H1,
      groups: [
        { number: '2', due: 4, done: 2, late: 0, overdue: 0, coverage: 0.5 },
        { number: '10', due: 6, done: 1, late: 0, overdue: 0, coverage: 1 / 6 },
      ],
      total: { due: 10, done: 3, coverage: 0.3, shown: { coverage: '30.0%', visit: '40.0%', talk: '20.0%' } },
      overdue: [],
      gaps: { groups: [], unassigned: ['北岗镇'] },
    });
  });

  it('the card says what is overdue, to the cadre office only', async () => {
    const runtime = await visitsWorld('2026-07-01T09:00');
    await click(runtime, lin, 'record', { unit: 'T1', half: H1, kind: 'visit' });
    const card = await say(runtime, office, '考察进度 上半年');
    expectSound(card);
    expect(card.subtitle).toBe('2026年上半年');
    expect(card.blocks).toContainEqual(
      expect.objectContaining({ kind: 'panel', title: '逾期的联系点（5 个）' }),
    );
    expect(card.blocks).toContainEqual(
      expect.objectContaining({
        kind: 'table',
        rows: [
          { group: '第2组', done: '1/4（逾期 1）', open: 3 },
          { group: '第10组', done: '0/6', open: 6 },
        ],
      }),
    );
    await expect(say(runtime, lin, '考察进度')).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('marks an assignment that is not complete yet', async () => {
    const runtime = await visitsWorld();
    await runtime.store.db.insert(visitGroup).values({ number: '3', liaison: 'ou_ruan' });
    await runtime.store.db.insert(visitPoint).values({ unit: 'T6', group: '3' });
    const card = await say(runtime, office, '考察进度');
    const texts = card.blocks.flatMap((block) => (block.kind === 'text' ? [plainOf(block.text)] : []));
    expect(texts).toEqual(['待完善　应有 2 个考察组，现有 3 个', '待完善　第3组的联系点不是 2—3 个']);
  });

  it('without any group says how to enter them', async () => {
    const runtime = testRuntime();
    await runtime.store.db
      .insert(unit)
      .values({ code: 'T1', name: '柳溪镇', tier: 'township', county: '望泉县' });
    const card = await say(runtime, office, '考察进度');
    expectSound(card);
    expect(card.blocks[0]).toMatchObject({ kind: 'text', text: expect.stringContaining('还没有录入') });
  });
});
