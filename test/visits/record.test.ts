import { describe, expect, it } from 'vitest';
import { audit } from '../../db/schema/index.ts';
import { AppError } from '../../src/kernel/errors.ts';
import { recordVisit } from '../../src/visits/verbs/record-visit.ts';
import {
  buttons,
  click,
  expectSound,
  lin,
  office,
  queue,
  records,
  run,
  su,
  valueOf,
  visitsWorld,
} from './world.ts';

const H1 = '2026-H1';

async function refusalOf(attempt: Promise<unknown>): Promise<string> {
  const error = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(AppError);
  return error instanceof AppError ? error.code : '';
}

describe('one click records with today’s date', () => {
  it('a visit', async () => {
    const runtime = await visitsWorld('2026-06-23T18:30');
    const answer = await click(runtime, lin, 'record', { unit: 'T1', half: H1, kind: 'visit' });
    expect(answer.toast).toEqual({ tone: 'success', text: '已登记：柳溪镇 走访，6月23日' });
    expect(await records(runtime)).toEqual(['T1 2026-H1 visit 2 2026-06-23']);
    expect(buttons(answer.card)).toEqual([
      '谈话 柳溪镇',
      '走访 槐荫镇',
      '谈话 槐荫镇',
      '同日走访并谈话 槐荫镇',
      '按实际日期补登记',
      '改登记',
    ]);
    expectSound(answer.card);
  });

  it('both of one day', async () => {
    const runtime = await visitsWorld();
    const answer = await click(runtime, lin, 'record', { unit: 'T1', half: H1, kind: 'both' });
    expect(answer.toast?.text).toBe('已登记：柳溪镇 走访、谈话，6月15日');
    expect(await records(runtime)).toEqual(['T1 2026-H1 talk 2 2026-06-15', 'T1 2026-H1 visit 2 2026-06-15']);
    expect(buttons(answer.card).join()).not.toContain('柳溪镇');
  });

  it('by the day in Shanghai, not by UTC', async () => {
    const runtime = await visitsWorld('2026-06-30T00:20');
    await click(runtime, lin, 'record', { unit: 'T1', half: H1, kind: 'talk' });
    expect(await records(runtime)).toEqual(['T1 2026-H1 talk 2 2026-06-30']);
  });

  it('writes who did it into the same effect', async () => {
    const runtime = await visitsWorld();
    await click(runtime, lin, 'record', { unit: 'T1', half: H1, kind: 'both' });
    expect(await runtime.store.db.select().from(audit)).toMatchObject([
      {
        actor: 'person:ou_lin',
        action: 'visits.record',
        target: 'T1',
        data: { half: H1, group: '2', kinds: ['visit', 'talk'], day: '2026-06-15' },
      },
    ]);
  });

  it('the last one turns the card into a finished one', async () => {
    const runtime = await visitsWorld();
    await click(runtime, lin, 'record', { unit: 'T1', half: H1, kind: 'both' });
    const { card } = await click(runtime, lin, 'record', { unit: 'T2', half: H1, kind: 'both' });
    expect(card).toMatchObject({
      title: '走访谈话已全部登记',
      tone: 'success',
      subtitle: '2026年上半年 · 第2组',
    });
    expect(buttons(card)).toEqual(['改登记']);
    expectSound(card);
  });
});

describe('a second click', () => {
  it('is a success with the same card and changes nothing', async () => {
    const runtime = await visitsWorld();
    const value = { unit: 'T1', half: H1, kind: 'visit' };
    const first = await click(runtime, lin, 'record', value);
    runtime.clock.set('2026-06-16T09:00');
    const second = await click(runtime, lin, 'record', value);
    expect(second.toast).toEqual({ tone: 'success', text: '柳溪镇已经登记过了，不用再点' });
    expect(buttons(second.card)).toEqual(buttons(first.card));
    expect(await records(runtime)).toEqual(['T1 2026-H1 visit 2 2026-06-15']);
    expect(await runtime.store.db.select().from(audit)).toHaveLength(1);
  });

  it('at the same moment too', async () => {
    const runtime = await visitsWorld();
    const value = { unit: 'T1', half: H1, kind: 'both' };
    const answers = await Promise.all([1, 2, 3].map(() => click(runtime, lin, 'record', value)));
    expect(answers.map((answer) => answer.toast?.tone)).toEqual(['success', 'success', 'success']);
    expect(await records(runtime)).toHaveLength(2);
    expect(await runtime.store.db.select().from(audit)).toHaveLength(1);
  });

  it('on an older card adds only what is missing', async () => {
    const runtime = await visitsWorld();
    await click(runtime, lin, 'record', { unit: 'T1', half: H1, kind: 'visit' });
    runtime.clock.set('2026-06-16T09:00');
    const answer = await click(runtime, lin, 'record', { unit: 'T1', half: H1, kind: 'both' });
    expect(answer.toast?.text).toBe('已登记：柳溪镇 谈话，6月16日');
    expect(await records(runtime)).toEqual(['T1 2026-H1 talk 2 2026-06-16', 'T1 2026-H1 visit 2 2026-06-15']);
  });
});

describe('who and when', () => {
  it.each([su, office, { kind: 'cli' as const, name: 'test' }])(
    'only the group’s own liaison',
    async (actor) => {
      const runtime = await visitsWorld();
      const attempt = click(runtime, actor, 'record', { unit: 'T1', half: H1, kind: 'visit' });
      expect(await refusalOf(attempt)).toBe('forbidden');
      expect(await records(runtime)).toEqual([]);
    },
  );

  it('a point that no group has any more', async () => {
    const runtime = await visitsWorld();
    expect(await refusalOf(click(runtime, lin, 'record', { unit: 'T6', half: H1, kind: 'visit' }))).toBe(
      'stale',
    );
  });

  it.each(['2025-H1', '2026-H2', '2099-H1'])('not for %s in June 2026', async (half) => {
    const runtime = await visitsWorld();
    expect(await refusalOf(click(runtime, lin, 'record', { unit: 'T1', half, kind: 'visit' }))).toBe(
      'closed',
    );
  });

  it.each([
    { unit: 'T1', half: '2026', kind: 'visit' },
    { unit: 'T1', half: H1, kind: 'dinner' },
    { half: H1, kind: 'visit' },
  ])('a value that no button carries is refused: %j', async (value) => {
    const runtime = await visitsWorld();
    expect(() => click(runtime, lin, 'record', value)).toThrow('Invalid');
  });
});

describe('no contents, no names (BR-36)', () => {
  it('whatever else arrives is dropped', async () => {
    const runtime = await visitsWorld();
    const secret = '谈话内容：某某同志表现';
    await click(
      runtime,
      lin,
      'record',
      { unit: 'T1', half: H1, kind: 'both', note: secret, talkedTo: secret },
      { note: secret },
    );
    await click(
      runtime,
      lin,
      'backdate',
      { half: H1, note: secret },
      { unit: 'T2', kind: 'talk', day: '2026-05-08', note: secret },
    );
    const { db } = runtime.store;
    const everything = [
      await db.query.visitRecord.findMany(),
      await db.query.audit.findMany(),
      await queue(runtime),
    ];
    expect(everything[0]).toHaveLength(3);
    expect(JSON.stringify(everything)).not.toContain('谈话内容');
  });
});

describe('after the half-year', () => {
  it('a click counts as done late', async () => {
    const runtime = await visitsWorld('2026-07-03T09:00');
    const { toast, card } = await click(runtime, lin, 'record', { unit: 'T1', half: H1, kind: 'both' });
    expect(toast?.text).toBe('已登记：柳溪镇 走访、谈话，7月3日，标为逾期完成');
    expect(await records(runtime)).toContain('T1 2026-H1 visit 2 2026-07-03');
    expectSound(card);
  });

  it('the real day can be chosen, and then it is not late', async () => {
    const runtime = await visitsWorld('2026-07-03T09:00');
    const { card: form } = await click(runtime, lin, 'show', { half: H1, as: 'backdate' });
    expectSound(form);
    const { toast } = await click(
      runtime,
      lin,
      'backdate',
      { half: H1 },
      { unit: 'T1', kind: 'both', day: '2026-06-28 +0800' },
    );
    expect(toast).toEqual({ tone: 'success', text: '已登记：柳溪镇 走访、谈话，6月28日' });
    expect(await records(runtime)).toContain('T1 2026-H1 talk 2 2026-06-28');
  });

  it.each(['2026-07-04 +0800', '2025-12-31 +0800'])('but not %s, which lies outside', async (day) => {
    const runtime = await visitsWorld('2026-07-03T09:00');
    const attempt = click(runtime, lin, 'backdate', { half: H1 }, { unit: 'T1', kind: 'visit', day });
    expect(await refusalOf(attempt)).toBe('invalid');
  });

  it('a form with gaps says all of them and leaves the card alone', async () => {
    const runtime = await visitsWorld('2026-07-03T09:00');
    const answer = await click(
      runtime,
      lin,
      'backdate',
      { half: H1 },
      { unit: '', kind: 'dinner', day: null },
    );
    expect(answer).toEqual({
      toast: {
        tone: 'error',
        text: '联系点没有填；类型“dinner”不在可选项里，请重新选；日期没有填。请改好后再提交，已填的内容都还在。',
      },
    });
  });
});

describe('the buttons carry what the verb needs', () => {
  it('every button of a card does what it says', async () => {
    const runtime = await visitsWorld();
    let { card } = await click(runtime, lin, 'show', { half: H1, as: 'duties' });
    for (const text of ['走访 柳溪镇', '谈话 柳溪镇', '同日走访并谈话 槐荫镇'])
      ({ card } = await click(runtime, lin, 'record', valueOf(card, text)));
    expect(card?.title).toBe('走访谈话已全部登记');
    expect(await records(runtime)).toHaveLength(4);
  });
});

describe('crash before the commit', () => {
  it('leaves nothing, and the next try records once', async () => {
    const runtime = await visitsWorld();
    const input = { unit: 'T1', half: H1, kind: 'both' as const };
    const broken = { ...runtime.store, atomically: () => Promise.reject(new Error('disk I/O error')) };
    await expect(run({ ...runtime, store: broken }, lin, (ctx) => recordVisit(ctx, input))).rejects.toThrow(
      'disk',
    );
    expect(await records(runtime)).toEqual([]);
    await run(runtime, lin, (ctx) => recordVisit(ctx, input));
    expect(await records(runtime)).toHaveLength(2);
  });
});
