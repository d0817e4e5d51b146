import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { audit, grant, handOver, outbox, person, unit } from '../../db/schema/index.ts';
import { perform } from '../../src/delivery/perform.ts';
import type { Actor, Role, Tier } from '../../src/kernel/actor.ts';
import { endPost } from '../../src/people/verbs/end-post.ts';
import { givePost } from '../../src/people/verbs/give-post.ts';
import { handOverPost } from '../../src/people/verbs/hand-over-post.ts';
import { runHandOvers } from '../../src/people/verbs/run-hand-overs.ts';
import { person as someone, testCtx, testRuntime } from '../support/ctx.ts';

async function town() {
  const runtime = testRuntime('2026-06-22T09:00');
  const { db, atomically } = runtime.store;
  const unitOf = (code: string, tier: Tier, county: string) => ({ code, name: `单位${code}`, tier, county });
  await atomically([
    db
      .insert(unit)
      .values([
        unitOf('B01', 'city-department', ''),
        unitOf('W01', 'county-department', '望泉县'),
        unitOf('W90', 'township', '望泉县'),
      ]),
    db.insert(person).values([
      { openId: 'ou_old', name: '何启明' },
      { openId: 'ou_new', name: '柳文清' },
      { openId: 'ou_twin', name: '柳文清', gone: true },
    ]),
    db.insert(grant).values({ openId: 'ou_old', unit: 'W01', role: 'liaison' }),
  ]);
  const by = (actor: Actor) => {
    const ctx = () => testCtx(runtime, actor);
    return {
      handOver: (to: string, day = '2026-06-22', post = LIAISON) =>
        perform(runtime.store, ctx, (on) => handOverPost(on, { post, to, day })),
      give: (unitCode: string, role: Role, openId = 'ou_new', name = '柳文清') =>
        perform(runtime.store, ctx, (on) => givePost(on, { unit: unitCode, role, openId, name })),
      end: (sure = false) => perform(runtime.store, ctx, (on) => endPost(on, { post: LIAISON, sure })),
    };
  };
  const posts = () => db.select().from(grant).where(eq(grant.unit, 'W01'));
  const morning = () =>
    perform(
      runtime.store,
      () => testCtx(runtime, { kind: 'system', job: 'people.hand-over' }),
      (on) => runHandOvers(on),
    );
  return { runtime, db, by, posts, morning };
}

const LIAISON = { unit: 'W01', role: 'liaison' as const, openId: 'ou_old' };
const office = (county: string, role: Role = 'coordinator', openId = 'ou_office') =>
  someone(openId, '周正言', { role, unit: 'U1', tier: 'office', county });

describe('a post changes hands', () => {
  it('today: the duties follow, whoever takes over is told once, the record has both', async () => {
    const { by, posts, db } = await town();
    await by(office('望泉县')).handOver('柳文清');
    expect(await posts()).toEqual([{ openId: 'ou_new', unit: 'W01', role: 'liaison' }]);
    const told = await db.select({ key: outbox.key, target: outbox.target }).from(outbox);
    expect(told).toEqual([{ key: 'people.hand-over@W01:liaison:ou_new:2026-06-22', target: 'ou_new' }]);
    const [row] = await db.select().from(audit);
    expect(row).toMatchObject({ action: 'people.hand-over', data: { before: 'ou_old', after: 'ou_new' } });
    await expect(by(office('望泉县')).handOver('柳文清')).rejects.toMatchObject({ code: 'stale' });
  });

  it('on a day to come: nothing moves before, everything that morning, and only once', async () => {
    const { by, posts, morning, runtime, db } = await town();
    await by(office('望泉县')).handOver('ou_new', '2026-07-01');
    await expect(by(office('望泉县')).handOver('ou_new', '2026-07-02')).rejects.toMatchObject({
      code: 'conflict',
      text: expect.stringContaining('已约好从 2026-07-01 起由柳文清接手') as string,
    });
    runtime.clock.set('2026-06-30T00:10');
    await morning();
    expect((await posts())[0]?.openId).toBe('ou_old');
    runtime.clock.set('2026-07-01T00:10');
    await morning();
    await morning();
    expect((await posts()).map(({ openId }) => openId)).toEqual(['ou_new']);
    expect(await db.select().from(handOver)).toEqual([]);
    expect(await db.select().from(outbox)).toHaveLength(1);
  });

  it('what has lost its ground by then is forgotten', async () => {
    const { by, posts, morning, runtime, db } = await town();
    await by(office('望泉县')).handOver('ou_new', '2026-07-01');
    await db.update(person).set({ gone: true }).where(eq(person.openId, 'ou_new'));
    runtime.clock.set('2026-07-01T00:10');
    await morning();
    expect((await posts())[0]?.openId).toBe('ou_old');
    expect(await db.select().from(handOver)).toEqual([]);
  });

  it.each([
    ['何启明', '2026-06-22', ['接手人就是现在的人']],
    ['无此人', '2026-06-21', ['名册里没有“无此人”', '不能早于今天']],
    ['', '', ['请写接手人的姓名', '请选移交日期']],
    ['ou_twin', '2027-06-22', ['已离职或停用', '最多约到 180 天']],
  ])('to %j from %j is refused with all that is wrong', async (to, day, said) => {
    const { by } = await town();
    const refused = await by(office('望泉县'))
      .handOver(to, day)
      .catch((error: unknown) => error);
    for (const words of said) expect(String(refused)).toContain(words);
  });
});

describe('who fills posts', () => {
  it.each<[string, Actor, string, Role, boolean]>([
    ['the own county', office('望泉县'), 'W01', 'liaison', true],
    ['a township of it reads', office('望泉县'), 'W90', 'cadre', true],
    ['no coordinator in a township', office('望泉县'), 'W90', 'coordinator', false],
    ['another county', office('松渡县'), 'W01', 'liaison', false],
    ['the city not in a county', office(''), 'W01', 'liaison', false],
    ['the city in its own units', office(''), 'B01', 'editor', true],
    ['no administrator by a coordinator', office(''), 'B01', 'admin', false],
    ['an administrator everywhere', office('', 'admin'), 'W01', 'admin', true],
    ['inspection groups by the cadre office alone', office('', 'admin'), 'W01', 'group-liaison', false],
    ['an editor nobody', office('望泉县', 'editor'), 'W01', 'liaison', false],
    ['nobody adds to their own', office('望泉县', 'coordinator', 'ou_new'), 'W01', 'approver', false],
  ])('%s', async (_, actor, code, role, may) => {
    const { by } = await town();
    const given = by(actor).give(code, role);
    if (may) expect(await given).toEqual({ changed: true });
    else await expect(given).rejects.toMatchObject({ code: 'forbidden' });
  });

  it("a unit's last liaison is not let go by mistake", async () => {
    const { by, posts } = await town();
    await expect(by(office('望泉县')).end()).rejects.toMatchObject({ code: 'invalid' });
    expect(await by(office('望泉县')).end(true)).toEqual({ changed: true });
    expect(await posts()).toEqual([]);
    expect(await by(office('望泉县')).end(true)).toEqual({ changed: false });
  });
});
