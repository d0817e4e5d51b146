import { beforeEach, describe, expect, it } from 'vitest';
import { returnedDocument, trainingCourse } from '../../db/schema/index.ts';
import { cardText } from '../../src/chat/card-text.ts';
import { perform } from '../../src/delivery/perform.ts';
import { filings } from '../../src/filings/index.ts';
import { instantAt } from '../../src/kernel/day.ts';
import { type TestRuntime, testCtx } from '../support/ctx.ts';
import { act, openDesk, queued, say, sayText, tap } from './desk.ts';

let runtime: TestRuntime;
beforeEach(async () => {
  runtime = await openDesk();
});

describe('退文', () => {
  const draft = { unit: 'B1', title: '关于报送安全工作总结的通知', reason: 'reporting', day: '2026-06-18' };

  it('is registered by the reviewer with its reason, and read by the unit that drafted it', async () => {
    const form = await say(runtime, 'reviewer', '登记退文');
    const answers = await Promise.all([
      tap(runtime, 'reviewer', form, '登记', draft),
      tap(runtime, 'reviewer', form, '登记', draft),
    ]);
    expect(answers.map(({ says }) => says).toSorted()).toEqual(['已登记。', '这件已经登记过了。']);
    expect(await sayText(runtime, 'liaison', '退文')).toMatch(
      /本单位的退文[\s\S]*1 件，其中 1 件还没有再报[\s\S]*6月18日退回：要求报送落实情况/,
    );
    expect(await sayText(runtime, 'otherUnit', '退文')).toContain('今年没有退文');
    expect(await sayText(runtime, 'coordinator', '退文')).toContain('望泉县教育局，6月18日退回');
    for (const who of ['otherCoordinator', 'cityCoordinator', 'otherReviewer'] as const)
      expect(await sayText(runtime, who, '退文'), who).toContain('今年没有退文');
  });

  it('handed in again with one tap, struck with another, each once', async () => {
    const form = await say(runtime, 'reviewer', '登记退文');
    const { card } = await tap(runtime, 'reviewer', form, '登记', draft);
    const again = await tap(runtime, 'reviewer', card, '今天再报了');
    expect((await tap(runtime, 'reviewer', card, '今天再报了')).says).toBe('已记为再报。');
    expect(again.card && cardText(again.card)).toContain('6月22日已再报');
    await tap(runtime, 'reviewer', again.card, '登记错了，去掉');
    expect(await sayText(runtime, 'liaison', '退文')).toContain('今年没有退文');
    expect(await runtime.store.db.select().from(returnedDocument)).toMatchObject([
      { againDay: '2026-06-22', struck: true, revision: 3 },
    ]);
  });

  it('says all that is missing at once', async () => {
    const form = await say(runtime, 'reviewer', '登记退文');
    const { says } = await tap(runtime, 'reviewer', form, '登记', { day: '2026-06-30' });
    expect(says).toMatch(/拟稿单位没有填；文稿标题没有填；原因没有填；退回日还没到/);
  });

  it('of another level it is found by nobody, and registered by nobody but the reviewer', async () => {
    const form = await say(runtime, 'reviewer', '登记退文');
    expect((await tap(runtime, 'reviewer', form, '登记', { ...draft, unit: 'C1' })).says).toMatch(/拟稿单位/);
    await tap(runtime, 'reviewer', form, '登记', draft);
    const [row] = await runtime.store.db.select().from(returnedDocument);
    const value = { id: row?.id ?? '', revision: 1 };
    for (const who of ['liaison', 'coordinator', 'township', 'otherReviewer', 'admin'] as const) {
      expect((await act(runtime, who, 'filings.return-again', value)).says, who).toMatch(
        /^(forbidden|not_found)/,
      );
      if (who !== 'otherReviewer')
        expect((await act(runtime, who, 'filings.return-register', {}, draft)).says, who).toMatch(
          /^forbidden/,
        );
    }
  });
});

describe('培训', () => {
  const course = {
    number: 'P1',
    name: '村干部轮训',
    audience: '村“两委”干部',
    closingDay: '2026-06-28',
    startDay: '2026-07-06',
    endDay: '2026-07-08',
  };
  const register = async (who = 'liaison', more = {}) =>
    tap(runtime, who, await say(runtime, who, '登记培训'), '登记', { ...course, ...more });

  it('townships read the course with its closing date, and enter nothing', async () => {
    expect((await register()).says).toBe('已登记，各单位现在就能查到。');
    expect((await register('colleague')).says).toBe('这个班次已经登记过了。');
    const text = await sayText(runtime, 'township', '培训');
    expect(text).toMatch(
      /村干部轮训\n对象 村“两委”干部\n主办 望泉县教育局，编号 P1\n2026年7月6日至7月8日\n报名截止 6月28日/,
    );
    expect(text).not.toMatch(/\[登记培训\]|\[打开\]/);
    expect(await sayText(runtime, 'otherCounty', '培训')).toContain('近期没有');
    for (const who of ['township', 'townshipLiaison', 'village', 'otherUnit', 'otherCounty'] as const) {
      const value = { unit: 'B1', number: 'P1', revision: 1 };
      expect((await act(runtime, who, 'filings.course-save', value, course)).says, who).toMatch(
        /^(forbidden|not_found)/,
      );
    }
  });

  it('is put right with a reason, cancelled with a reason; all problems at once', async () => {
    expect(
      (await register('liaison', { name: '', closingDay: '2026-07-07', endDay: '2026-07-05' })).says,
    ).toMatch(/班次名称没有填；结束日早于开始日；报名截止晚于开班日/);
    const { card } = await register();
    const form = await tap(runtime, 'liaison', card, '修改');
    expect((await tap(runtime, 'liaison', form.card, '保存', { endDay: '2026-07-09' })).says).toMatch(
      /原因没有填/,
    );
    const saved = await tap(runtime, 'liaison', form.card, '保存', {
      endDay: '2026-07-09',
      reason: '加一天',
    });
    expect(saved.says).toBe('已保存。');
    const asked = await tap(runtime, 'liaison', saved.card, '取消');
    expect((await tap(runtime, 'liaison', asked.card, '取消班次', { reason: '改到秋季' })).says).toBe(
      '已取消，记录保留。',
    );
    expect(await sayText(runtime, 'township', '培训')).toContain('近期没有');
    expect(await runtime.store.db.select().from(trainingCourse)).toMatchObject([
      { state: 'withdrawn', reason: '改到秋季' },
    ]);
  });

  it('the organiser alone is reminded, on the last workday before the closing date', async () => {
    await register();
    const [job] = filings.jobs ?? [];
    const run = (day: string) =>
      perform(
        runtime.store,
        () => testCtx(runtime, { kind: 'system', job: 'filings.closing' }),
        (ctx) => {
          if (!job) throw new Error('no job');
          return job.run(ctx, { job: job.name, id: day, dueAt: instantAt(day, '09:40') }, undefined);
        },
      );
    await run('2026-06-25');
    expect(await queued(runtime)).toEqual([]);
    // The closing date is a Sunday.
    await run('2026-06-26');
    await run('2026-06-26');
    expect((await queued(runtime)).map(({ target }) => target).toSorted()).toEqual(['colleague', 'liaison']);
  });
});
