import { beforeEach, describe, expect, it } from 'vitest';
import { audit, grant, groupChat, person, unit } from '../../db/schema/index.ts';
import { perform } from '../../src/delivery/perform.ts';
import { findActor } from '../../src/people/repo.ts';
import { served } from '../../src/people/service.ts';
import { markGone } from '../../src/people/verbs/mark-gone.ts';
import { markWelcomed } from '../../src/people/verbs/mark-welcomed.ts';
import { setGroupState } from '../../src/people/verbs/set-group-state.ts';
import { setMuted } from '../../src/people/verbs/set-muted.ts';
import { type TestRuntime, testCtx, testHost, testRuntime } from '../support/ctx.ts';

describe('who is served (BR-02)', () => {
  const trial = { ...testHost, filingNumber: '', trialOpenIds: ['ou_trial'], bootstrapAdmins: ['ou_admin'] };
  it.each([
    ['filed: everybody', testHost, 'ou_anybody', true],
    ['not filed: the trial list', trial, 'ou_trial', true],
    ['not filed: the bootstrap administrator', trial, 'ou_admin', true],
    ['not filed: nobody else', trial, 'ou_anybody', false],
  ])('%s', (_, host, openId, expected) => {
    expect(served(host, openId)).toBe(expected);
  });
});

describe('state of persons and groups', () => {
  let runtime: TestRuntime;
  const run = <T>(verb: Parameters<typeof perform<T>>[2]) =>
    perform(runtime.store, () => testCtx(runtime), verb);
  const people = () => runtime.store.db.select().from(person);
  const groups = () => runtime.store.db.select().from(groupChat);

  beforeEach(async () => {
    runtime = testRuntime();
    const { db } = runtime.store;
    await db.insert(unit).values({ code: '001', name: '望泉县委办公室', tier: 'office', county: '望泉县' });
    await db.insert(person).values({ openId: 'ou_li', name: '李晓禾' });
    await db.insert(grant).values({ openId: 'ou_li', unit: '001', role: 'coordinator' });
  });

  it('who left is nobody until the platform says they are back; each change is audited once', async () => {
    expect(await run((ctx) => markGone(ctx, { openId: 'ou_li', gone: true }))).toEqual({ changed: true });
    expect(await run((ctx) => markGone(ctx, { openId: 'ou_li', gone: true }))).toEqual({ changed: false });
    expect(await findActor(runtime.store.db, 'ou_li')).toBeUndefined();

    await run((ctx) => markGone(ctx, { openId: 'ou_li', gone: false }));
    expect(await findActor(runtime.store.db, 'ou_li')).toMatchObject({
      grants: [{ role: 'coordinator', unit: '001', tier: 'office', county: '望泉县' }],
    });
    const actions = (await runtime.store.db.select().from(audit)).map((row) => row.action);
    expect(actions).toEqual(['people.gone', 'people.back']);
  });

  it('events about strangers change nothing', async () => {
    expect(await run((ctx) => markGone(ctx, { openId: 'ou_x', gone: true }))).toEqual({ changed: false });
    expect(await run((ctx) => markWelcomed(ctx, { openId: 'ou_x' }))).toBe('stranger');
    expect(await people()).toHaveLength(1);
  });

  it('welcomes once, also when the chat is opened twice at the same moment', async () => {
    const both = await Promise.all([
      run((ctx) => markWelcomed(ctx, { openId: 'ou_li' })),
      run((ctx) => markWelcomed(ctx, { openId: 'ou_li' })),
    ]);
    expect(both.filter((result) => result === 'first')).toHaveLength(1);
    expect(await people()).toMatchObject([{ greetedAt: runtime.clock.now() }]);
  });

  it('opts out and in', async () => {
    await run((ctx) => setMuted(ctx, { openId: 'ou_li', muted: true }));
    expect(await people()).toMatchObject([{ muted: true }]);
    await run((ctx) => setMuted(ctx, { openId: 'ou_li', muted: false }));
    expect(await people()).toMatchObject([{ muted: false }]);
  });

  it.each([
    ['bot added', [{ state: 'active' }], { state: 'active', silent: false }],
    ['silence asked in a group not seen before', [{ silent: true }], { state: 'active', silent: true }],
    ['removed keeps silence', [{ silent: true }, { state: 'removed' }], { state: 'removed', silent: true }],
    [
      'added again starts afresh',
      [{ silent: true }, { state: 'active' }],
      { state: 'active', silent: false },
    ],
    ['disbanded', [{ state: 'active' }, { state: 'disbanded' }], { state: 'disbanded', silent: false }],
    ['speaks again', [{ silent: true }, { silent: false }], { state: 'active', silent: false }],
  ] as const)('group: %s', async (_, changes, expected) => {
    for (const change of changes) await run((ctx) => setGroupState(ctx, { chatId: 'oc_1', ...change }));
    expect(await groups()).toMatchObject([{ chatId: 'oc_1', ...expected }]);
  });

  it('group: what happened earlier and arrives later changes nothing', async () => {
    const changes = [
      { state: 'active', at: 2000 },
      { state: 'removed', at: 1000 },
    ] as const;
    for (const change of changes) await run((ctx) => setGroupState(ctx, { chatId: 'oc_1', ...change }));
    expect(await groups()).toMatchObject([{ state: 'active', stateAt: 2000 }]);
  });

  it('person: back, although the word of having left arrives afterwards', async () => {
    await run((ctx) => markGone(ctx, { openId: 'ou_li', gone: false, at: 2000 }));
    expect(await run((ctx) => markGone(ctx, { openId: 'ou_li', gone: true, at: 1000 }))).toEqual({
      changed: false,
    });
    expect(await people()).toMatchObject([{ gone: false, stateAt: 2000 }]);
  });

  it('nothing to set, nothing stored', async () => {
    await run((ctx) => setGroupState(ctx, { chatId: 'oc_1' }));
    expect(await groups()).toEqual([]);
  });

  it.each([
    ['without a roster row', 'ou_admin', '', [{ role: 'admin', unit: '' }]],
    ['with one', 'ou_li', '李晓禾', [{ role: 'coordinator' }, { role: 'admin', unit: '' }]],
  ])('administrators of the settings hold the role %s', async (_, openId, name, grants) => {
    const actor = await findActor(runtime.store.db, openId, ['ou_admin', 'ou_li']);
    expect(actor).toMatchObject({ openId, name, grants });
  });
});
