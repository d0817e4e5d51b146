import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { groupChat, outbox, person, setting, unit } from '../../db/schema/index.ts';
import { FLEETING } from '../../src/chat/message.ts';
import { drain } from '../../src/delivery/drain.ts';
import { findMessageIds, latestTo } from '../../src/delivery/find-message.ts';
import { nextDue } from '../../src/delivery/next-due.ts';
import { perform } from '../../src/delivery/perform.ts';
import { STOP_SWITCH } from '../../src/delivery/stop-switch.ts';
import { resendFailed } from '../../src/delivery/verbs/resend-failed.ts';
import { PlatformError } from '../../src/kernel/errors.ts';
import { testClock, testCtx, testHost } from '../support/ctx.ts';
import { type House, house, message, queue, states } from './house.ts';
import { errors } from './platform.ts';

const MONDAY = '2026-06-22T09:05';
const MINUTE = 60_000;

const run = ({ runtime, platform }: House, limit = 1000) =>
  drain(runtime, platform, { limit, budgetMs: 60_000 });
const texts = ({ platform }: House) => platform.shown.map((shown) => shown.text);

/** Heartbeats every minute for so long. */
async function beat(home: House, minutes: number): Promise<void> {
  for (let i = 0; i < minutes; i++) {
    home.time.advance(MINUTE);
    await run(home);
  }
}

describe('a message that is due', () => {
  it('goes out once and keeps its platform id for later changes', async () => {
    const home = await house(MONDAY);
    await queue(home.runtime, [message('a.b@1', { text: '你好' })]);
    expect(await run(home)).toEqual({ sent: 1, held: 0, failed: 0 });
    expect(await run(home)).toEqual({ sent: 0, held: 0, failed: 0 });
    expect(texts(home)).toEqual(['你好']);
    expect(await findMessageIds(home.runtime.store.db, ['a.b@1', 'a.b@2'])).toEqual(
      new Map([['a.b@1', 'om_1']]),
    );
    expect(await latestTo(home.runtime.store.db, 'ou_1', 'a.b@')).toBe(testClock(MONDAY).now());
    expect(await latestTo(home.runtime.store.db, 'ou_1', 'a.c@')).toBeUndefined();
  });

  it('does not stay when somebody opened it for themselves alone', async () => {
    const home = await house(MONDAY);
    const own = { ...message('a.b@1', { text: '自查' }), subject: FLEETING };
    await queue(home.runtime, [own, message('a.b@2', { text: '别的' })]);
    await run(home);
    expect(texts(home).sort()).toEqual(['别的', '自查']);
    const rows = await home.runtime.store.db.select().from(outbox).orderBy(outbox.key);
    expect(rows.map(({ card }) => card === null)).toEqual([true, false]);
    expect(JSON.stringify(rows[0])).not.toContain('ou_1');
    expect(rows[0]).toMatchObject({ state: 'sent', messageId: '' });
  });

  it('nor when it could not be delivered', async () => {
    const home = await house(MONDAY);
    const own = message('a.b@1', { openId: 'ou_2', text: '自查', kind: 'answer' });
    await queue(home.runtime, [{ ...own, subject: FLEETING, notAfter: home.time.clock.now() - 1 }]);
    await run(home);
    const rows = await home.runtime.store.db.select().from(outbox);
    expect(rows).toMatchObject([{ state: 'cancelled', card: null }]);
    expect(JSON.stringify(rows)).not.toContain('ou_2');
  });

  it('is not queued twice under one key', async () => {
    const home = await house(MONDAY);
    await queue(home.runtime, [message('a.b@1', { text: 'first' })]);
    await queue(home.runtime, [message('a.b@1', { text: 'second' })]);
    await run(home);
    expect(texts(home)).toEqual(['first']);
  });

  it('waits for its time, and `nextDue` tells when', async () => {
    const home = await house(MONDAY);
    const notBefore = testClock('2026-06-23T09:10').now();
    await queue(home.runtime, [message('a.b@1', { notBefore })]);
    expect(await run(home)).toEqual({ sent: 0, held: 0, failed: 0 });
    expect(await nextDue(home.runtime.store.db)).toBe(notBefore);
    home.time.set('2026-06-23T09:10');
    expect((await run(home)).sent).toBe(1);
    expect(await nextDue(home.runtime.store.db)).toBeUndefined();
  });

  it('an answer is given up after a day, unless it says itself how long it is of use', async () => {
    const home = await house('2026-06-26T18:30');
    const monday = testClock('2026-06-29T08:33').now();
    await queue(home.runtime, [
      message('stale', { kind: 'answer', notBefore: monday }),
      message('awaited', { kind: 'answer', notBefore: monday, notAfter: monday + 86_400_000 }),
    ]);
    home.time.set('2026-06-29T08:34');
    await run(home);
    expect(await states(home.runtime)).toEqual(['stale: cancelled (expired)', 'awaited: sent']);
  });

  it('is cancelled when its reason goes, held or queued', async () => {
    const home = await house('2026-06-22T20:00');
    await queue(home.runtime, [message('a.b@1', { subject: 's1' }), message('a.b@2', { subject: 's2' })]);
    await queue(home.runtime, [], ['s1']);
    home.time.set('2026-06-23T09:00');
    await run(home);
    expect(await states(home.runtime)).toEqual(['a.b@1: cancelled (reason_gone)', 'a.b@2: sent']);
  });

  it('is not tried again when its reason went while it was on its way', async () => {
    const home = await house(MONDAY);
    await queue(home.runtime, [message('a.b@1', { subject: 's1' })]);
    home.platform.script([errors.recipientBusy]);
    home.platform.latency = () => queue(home.runtime, [], ['s1']);
    await run(home);
    await beat(home, 2);
    expect(home.platform.requests).toHaveLength(1);
    expect(await states(home.runtime)).toEqual(['a.b@1: cancelled (reason_gone)']);
  });
});

describe('quiet hours', () => {
  it('hold what was not asked for, and let answers and changes of cards pass', async () => {
    const home = await house('2026-06-27T21:00');
    await queue(home.runtime, [
      message('duty', { kind: 'duty' }),
      message('notice', { kind: 'notice' }),
      message('answer', { kind: 'answer' }),
      message('patch', { kind: 'patch', to: { kind: 'patch', messageId: 'om_old' } }),
    ]);
    await run(home);
    expect(texts(home)).toEqual(['answer', 'patch']);
    expect((await states(home.runtime)).slice(0, 2)).toEqual([
      'duty: held (quiet_hours)',
      'notice: held (quiet_hours)',
    ]);
    await beat(home, 5);
    expect(texts(home)).toHaveLength(2);
    home.time.set('2026-06-29T08:45');
    await run(home);
    expect(texts(home)).toEqual(['answer', 'patch', 'duty', 'notice\n[不再收这类消息]']);
  });

  it('are looked at again when a message falls due late', async () => {
    const home = await house('2026-06-22T17:50');
    await queue(home.runtime, [
      message('late'),
      message('useless', { notAfter: testClock('2026-06-22T19:00').now() }),
    ]);
    home.time.set('2026-06-22T18:02');
    expect(await run(home)).toEqual({ sent: 0, held: 1, failed: 0 });
    expect(await states(home.runtime)).toEqual(['late: held (quiet_hours)', 'useless: cancelled (expired)']);
  });

  it('a year without a holiday notice holds, until the calendar is there', async () => {
    const home = await house('2031-03-05T10:00');
    await queue(home.runtime, [message('duty'), message('answer', { kind: 'answer' })]);
    await run(home);
    expect(await states(home.runtime)).toEqual(['duty: held (calendar_gap)', 'answer: sent']);
    home.time.advance(61 * MINUTE);
    expect(await run(home)).toEqual({ sent: 0, held: 1, failed: 0 });
    expect(await states(home.runtime)).toEqual(['duty: held (calendar_gap)', 'answer: sent']);
  });
});

describe('who does not get it', () => {
  it.each([
    ['somebody who left gets nothing at all', 'answer', { gone: true }, 'cancelled (person_gone)'],
    ['opted out of what is no duty', 'notice', { muted: true }, 'cancelled (opted_out)'],
    ['opting out does not touch duties', 'duty', { muted: true }, 'sent'],
  ] as const)('%s', async (_, kind, change, expected) => {
    const home = await house(MONDAY);
    await home.runtime.store.atomically([
      home.runtime.store.db.update(person).set(change).where(eq(person.openId, 'ou_1')),
    ]);
    await queue(home.runtime, [message('m', { kind })]);
    await run(home);
    expect(await states(home.runtime)).toEqual([`m: ${expected}`]);
  });

  it('somebody who is not on the roster gets answers only', async () => {
    const home = await house(MONDAY);
    await queue(home.runtime, [
      message('answer', { kind: 'answer', openId: 'ou_stranger' }),
      message('duty', { openId: 'ou_stranger' }),
    ]);
    await run(home);
    expect(await states(home.runtime)).toEqual(['answer: sent', 'duty: cancelled (person_unknown)']);
  });

  it('without a filing number only the trial list gets unasked messages (BR-02)', async () => {
    const host = { ...testHost, filingNumber: '', trialOpenIds: ['ou_2'] };
    const home = await house(MONDAY, { host });
    await queue(home.runtime, [message('m1'), message('m2', { openId: 'ou_2' })]);
    await run(home);
    expect(await states(home.runtime)).toEqual(['m1: cancelled (not_served)', 'm2: sent']);
  });

  it('groups: silent ones are answered only, left ones are not written to (BR-18)', async () => {
    const home = await house(MONDAY);
    await home.runtime.store.atomically([
      home.runtime.store.db.insert(groupChat).values({ chatId: 'oc_quiet', silent: true }),
      home.runtime.store.db.insert(groupChat).values({ chatId: 'oc_left', state: 'removed' }),
    ]);
    const to = (chatId: string) => ({ kind: 'chat', chatId }) as const;
    await queue(home.runtime, [
      message('m1', { to: to('oc_quiet'), kind: 'notice' }),
      message('m2', { to: { kind: 'reply', chatId: 'oc_quiet', messageId: 'om_q' }, kind: 'answer' }),
      message('m3', { to: to('oc_left'), kind: 'answer' }),
    ]);
    await run(home);
    expect(await states(home.runtime)).toEqual([
      'm1: cancelled (group_silent)',
      'm2: sent',
      'm3: cancelled (group_gone)',
    ]);
  });

  it('while stopped nothing unasked goes out; afterwards it does (BR-33)', async () => {
    const home = await house(MONDAY);
    const { store } = home.runtime;
    await store.atomically([store.db.insert(setting).values({ key: STOP_SWITCH, value: '{}' })]);
    await queue(home.runtime, [message('duty'), message('answer', { kind: 'answer' })]);
    expect(await run(home)).toEqual({ sent: 1, held: 1, failed: 0 });
    expect(await run(home)).toEqual({ sent: 0, held: 0, failed: 0 });
    expect(await states(home.runtime)).toEqual(['duty: held (stopped)', 'answer: sent']);
    expect(await nextDue(store.db)).toBeUndefined();
    await store.atomically([store.db.delete(setting)]);
    await run(home);
    expect(texts(home)).toEqual(['answer', 'duty']);
  });
});

describe('enough for one day', () => {
  it('the fifth unasked message comes on the next workday, unless it would be too late', async () => {
    const home = await house('2026-06-26T09:05');
    const urgent = testClock('2026-06-26T18:00').now();
    for (const n of [1, 2, 3, 4]) {
      await queue(home.runtime, [message(`m${n}`)]);
      await run(home);
    }
    await queue(home.runtime, [
      message('m5'),
      message('urgent', { notAfter: urgent }),
      message('other', { openId: 'ou_2' }),
      message('answer', { kind: 'answer' }),
    ]);
    expect(await run(home)).toEqual({ sent: 3, held: 1, failed: 0 });
    await queue(home.runtime, [message('m6')]);
    expect(await run(home)).toEqual({ sent: 0, held: 1, failed: 0 });
    expect((await states(home.runtime)).filter((state) => state.includes('held'))).toEqual([
      'm5: held (enough_for_today)',
      'm6: held (enough_for_today)',
    ]);
    home.time.set('2026-06-29T09:00');
    expect(await run(home)).toEqual({ sent: 2, held: 0, failed: 0 });
  });
});

describe('changes of a card', () => {
  it('only the latest of several is sent', async () => {
    const home = await house(MONDAY);
    const to = { kind: 'patch', messageId: 'om_card' } as const;
    await queue(
      home.runtime,
      [1, 2, 3].map((n) => message(`p${n}`, { kind: 'patch', to })),
    );
    await run(home);
    expect(texts(home)).toEqual(['p3']);
    expect(await states(home.runtime)).toEqual([
      'p1: cancelled (superseded)',
      'p2: cancelled (superseded)',
      'p3: sent',
    ]);
  });
});

describe('refusals', () => {
  it.each([
    ['outside the availability, or left', errors.gone, 'recipient_gone'],
    ['card content', errors.badCard, 'card_refused'],
    ['missing scope', errors.noScope, 'no_permission'],
    ['wrong secret', errors.badSecret, 'no_credentials'],
    ['anything else that a repeat cannot cure', errors.refused, 'refused'],
  ])('%s: final at once', async (_, fault, reason) => {
    const home = await house(MONDAY);
    home.platform.script([fault]);
    await queue(home.runtime, [message('m')]);
    expect(await run(home)).toEqual({ sent: 0, held: 0, failed: 1 });
    await beat(home, 5);
    expect(home.platform.requests).toHaveLength(1);
    expect(await states(home.runtime)).toEqual([`m: failed (${reason})`]);
    const [row] = await home.runtime.store.db.select().from(outbox);
    expect(row).toMatchObject({ detail: 'hint', finishedAt: testClock(MONDAY).now() });
  });

  it('a card that can no longer be changed', async () => {
    const home = await house(MONDAY);
    home.platform.script([errors.gone]);
    await queue(home.runtime, [message('m', { kind: 'patch', to: { kind: 'patch', messageId: 'om_x' } })]);
    await run(home);
    expect(await states(home.runtime)).toEqual(['m: failed (message_gone)']);
  });

  it('wrong credentials do not use up the other messages', async () => {
    const home = await house(MONDAY);
    home.platform.script([errors.badSecret]);
    await queue(
      home.runtime,
      Array.from({ length: 100 }, (_, i) => message(`m${i}`, { openId: `ou_${i + 1}` })),
    );
    const { failed } = await run(home);
    expect(failed).toBeLessThanOrEqual(8);
    await beat(home, 6);
    expect(home.platform.shown).toHaveLength(100 - failed);
  });

  it('a limit with a hint: nobody is written to before it ends', async () => {
    const home = await house(MONDAY);
    home.platform.script([undefined, errors.busy(30_000)]);
    await queue(
      home.runtime,
      Array.from({ length: 20 }, (_, i) => message(`m${i}`, { openId: `ou_${i + 1}` })),
    );
    await run(home);
    const limited = home.platform.requests[1]?.at ?? 0;
    const before = home.platform.requests.filter(({ at }) => at < limited + 200).length;
    expect(before).toBeLessThanOrEqual(8);
    const later = home.platform.requests.slice(before);
    expect(Math.min(...later.map(({ at }) => at))).toBeGreaterThanOrEqual(limited + 30_000);
    await beat(home, 2);
    expect(home.platform.shown).toHaveLength(20);
  });

  it('a hint longer than the run ends the run, and the next runs wait as well', async () => {
    const home = await house(MONDAY);
    home.platform.script([errors.busy(10 * MINUTE)]);
    await queue(home.runtime, [message('m1'), message('m2')]);
    const started = home.time.clock.now();
    expect(await run(home)).toEqual({ sent: 0, held: 2, failed: 0 });
    expect(home.time.clock.now() - started).toBeLessThan(60_000);
    await beat(home, 8);
    expect(home.platform.requests).toHaveLength(1);
    await beat(home, 3);
    expect(texts(home)).toEqual(['m1', 'm2']);
  });

  it('an error over there, then well: one message, one uuid, in order', async () => {
    const home = await house(MONDAY);
    home.platform.script([errors.internal, errors.internal, undefined]);
    await queue(home.runtime, [message('m1'), message('m2')]);
    await run(home);
    expect(await states(home.runtime)).toEqual(['m1: queued (unknown)', 'm2: queued']);
    await beat(home, 5);
    expect(texts(home)).toEqual(['m1', 'm2']);
    expect(new Set(home.platform.requests.slice(0, 3).map(({ uuid }) => uuid)).size).toBe(1);
    expect(home.platform.requests[0]?.uuid.length).toBeLessThanOrEqual(50);
  });

  it('done, but the answer was lost: the repeat is no second message', async () => {
    const home = await house(MONDAY);
    home.platform.script(['after']);
    await queue(home.runtime, [message('m1')]);
    await run(home);
    await beat(home, 2);
    expect(home.platform.requests).toHaveLength(2);
    expect(texts(home)).toEqual(['m1']);
    expect(await states(home.runtime)).toEqual(['m1: sent']);
  });

  it('growing waits, then given up', async () => {
    const home = await house(MONDAY);
    home.platform.script(Array.from({ length: 50 }, () => errors.recipientBusy));
    await queue(home.runtime, [message('m')]);
    await run(home);
    await beat(home, 240);
    const times = home.platform.requests.map(({ at }) => at);
    const waits = times.slice(1).map((at, i) => Math.round((at - (times[i] ?? 0)) / MINUTE));
    expect(waits).toEqual([1, 1, 5, 30, 120]);
    expect(await states(home.runtime)).toEqual(['m: failed (gave_up)']);
  });

  it('answers give up sooner', async () => {
    const home = await house(MONDAY);
    home.platform.script(Array.from({ length: 50 }, () => errors.recipientBusy));
    await queue(home.runtime, [message('m', { kind: 'answer' })]);
    await run(home);
    await beat(home, 20);
    expect(await states(home.runtime)).toEqual(['m: failed (gave_up)']);
    expect(home.platform.requests).toHaveLength(5);
  });

  it('an outcome unknown for an hour is not repeated blindly', async () => {
    const home = await house(MONDAY);
    home.platform.script(Array.from({ length: 50 }, () => errors.reset));
    await queue(home.runtime, [
      message('m'),
      message('p', { kind: 'patch', to: { kind: 'patch', messageId: 'om_x' } }),
    ]);
    await run(home);
    await beat(home, 200);
    const [first, last] = [
      home.platform.requests.at(0),
      home.platform.requests.findLast(({ text }) => text === 'm'),
    ];
    expect((last?.at ?? 0) - (first?.at ?? 0)).toBeLessThan(60 * MINUTE);
    expect(await states(home.runtime)).toEqual(['m: failed (uncertain)', 'p: failed (gave_up)']);
  });

  it('no connection at all leaves nothing uncertain', async () => {
    const home = await house(MONDAY);
    const offline = new PlatformError({
      kind: 'network',
      code: 0,
      retryable: true,
      hint: '',
      maybeDone: false,
    });
    home.platform.script([offline, offline, offline, offline, offline]);
    await queue(home.runtime, [message('m')]);
    await run(home);
    await beat(home, 200);
    expect(await states(home.runtime)).toEqual(['m: sent']);
  });

  it('while nobody is there, most messages are not even tried', async () => {
    const home = await house(MONDAY);
    home.platform.script(Array.from({ length: 1000 }, () => errors.reset));
    await queue(
      home.runtime,
      Array.from({ length: 100 }, (_, i) => message(`m${i}`, { openId: `ou_${i + 1}` })),
    );
    await run(home);
    await beat(home, 10);
    expect(home.platform.requests.length).toBeLessThan(60);
    home.platform.script([]);
    await beat(home, 60);
    expect(home.platform.shown).toHaveLength(100);
  });

  it('failed ones can be sent again by an administrator, the others are left alone', async () => {
    const home = await house(MONDAY);
    home.platform.script([errors.noScope], 'ou_1');
    await queue(home.runtime, [message('m1'), message('m2', { openId: 'ou_2' })]);
    await run(home);
    const admin = testCtx(home.runtime);
    const since = testClock('2026-06-22').now();
    await perform(
      home.runtime.store,
      () => admin,
      (ctx) => resendFailed(ctx, { since }),
    );
    await run(home);
    expect(texts(home)).toEqual(['m2', 'm1']);
  });
});

describe('conduct', () => {
  it('a message that breaks a rule is stopped and told to the administrators once a day', async () => {
    const home = await house(MONDAY);
    await queue(home.runtime, [
      message('counts.nudge@1', { text: '请收到请回复' }),
      message('counts.nudge@2', { text: '本周填报排名', openId: 'ou_2' }),
      message('counts.card@1', { text: '请核对本月数字', openId: 'ou_3' }),
    ]);
    expect(await run(home)).toEqual({ sent: 2, held: 0, failed: 2 });
    await run(home);
    expect(await states(home.runtime)).toEqual([
      'counts.nudge@1: failed (manners)',
      'counts.nudge@2: failed (manners)',
      'counts.card@1: sent',
      'delivery.manners@counts.nudge:2026-06-22:ou_admin: sent',
    ]);
  });

  it('no names beside missing reports in a group (BR-41)', async () => {
    const home = await house(MONDAY);
    await home.runtime.store.atomically([
      home.runtime.store.db.insert(unit).values({ code: 'U01', name: '市水务局', tier: 'city-department' }),
    ]);
    const to = { kind: 'reply', chatId: 'oc_1', messageId: 'om_1' } as const;
    await queue(home.runtime, [
      message('m1', { kind: 'answer', to, text: '未报单位：市水务局' }),
      message('m2', { kind: 'answer', to, text: '未报的可以月底前补报' }),
      message('m3', { kind: 'duty', text: '未报单位：市水务局' }),
    ]);
    await run(home);
    expect((await states(home.runtime)).slice(0, 3)).toEqual([
      'm1: failed (manners)',
      'm2: sent',
      'm3: sent',
    ]);
  });
});
