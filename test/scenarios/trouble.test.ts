import { like } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { outbox } from '../../db/schema/index.ts';
import type { ApiFault } from '../../src/simulator/platform/types.ts';
import { openStage, type Stage } from './vocabulary.ts';

const MESSAGES = '/open-apis/im/v1/messages';

/** One minute before the month's five cards go out. */
async function beforeTheCards(timeoutMs?: number): Promise<Stage> {
  const stage = await openStage({ at: '2026-06-29T17:00', ...(timeoutMs && { timeoutMs }) });
  await stage.timeIs('2026-06-30T09:09');
  return stage;
}

function everybodyHasOne({ liaison, colleague, changing, silent, unregistered }: Stage): void {
  for (const person of [liaison, colleague, changing, silent, unregistered])
    expect(person).toHaveReceived(/6月发文会议统计/, 1);
}

const cards = ({ house }: Stage) =>
  house.store.db
    .select({ target: outbox.target, state: outbox.state, reason: outbox.reason, attempts: outbox.attempts })
    .from(outbox)
    .where(like(outbox.key, 'counts.card@%'));

describe('each message comes once', () => {
  it('when the token is revoked in the middle', async () => {
    const stage = await beforeTheCards();
    await stage.cadre.says('在吗');
    stage.platform.revokeTokens();
    await stage.timeIs('2026-06-30T09:11');
    everybodyHasOne(stage);
    const tokens = stage.platform.journal().filter(({ title }) => title.includes('tenant_access_token'));
    expect(tokens).toHaveLength(2);
    expect((await cards(stage)).every(({ attempts }) => attempts === 1)).toBe(true);
  });

  it('when a burst is told to wait for forty seconds, and nothing at all is tried before', async () => {
    const stage = await beforeTheCards();
    const { platform, cadre, timeIs } = stage;
    platform.faults.inject({ path: MESSAGES, times: 3, kind: 'rate-limit', waitSeconds: 40 });
    await timeIs('2026-06-30T09:10');
    await cadre.says('乡补最低多少钱');
    await timeIs('2026-06-30T09:20');
    everybodyHasOne(stage);
    expect(cadre).toHaveReceived(/月人均 200 元/, 1);
    const calls = platform.journal().filter(({ title }) => title.startsWith(`POST ${MESSAGES}`));
    const refused = calls.filter(({ status }) => status === 429).map(({ at }) => at);
    expect(refused).toHaveLength(3);
    const until = Math.max(...refused);
    for (const { at } of calls.filter((call) => call.at > until))
      expect(at - until).toBeGreaterThanOrEqual(40_000);
  });

  it.each<ApiFault['kind']>([
    '502-after-store',
    'reset-after-store',
    'status-502',
    'html-502',
    'reset',
    'empty',
  ])('on %s', async (kind) => {
    const stage = await beforeTheCards();
    stage.platform.faults.inject({ path: MESSAGES, times: 4, kind });
    await stage.timeIs('2026-06-30T09:30');
    everybodyHasOne(stage);
    expect((await cards(stage)).map(({ state }) => state)).toEqual(Array(5).fill('sent'));
  });

  it.each<ApiFault['kind']>(['hang', 'hang-after-store', 'trickle'])('on %s', async (kind) => {
    const stage = await beforeTheCards(250);
    stage.platform.faults.inject({ path: MESSAGES, times: 2, kind });
    await stage.timeIs('2026-06-30T09:30');
    everybodyHasOne(stage);
    expect((await cards(stage)).map(({ state }) => state)).toEqual(Array(5).fill('sent'));
  });

  it('when the platform is away for two hours', async () => {
    const stage = await beforeTheCards();
    stage.platform.faults.inject({ path: '/open-apis', times: 10_000, kind: 'status-502' });
    await stage.timeIs('2026-06-30T10:00');
    stage.platform.faults.clear();
    await stage.timeIs('2026-06-30T17:00');
    everybodyHasOne(stage);
  });
});

describe('a recipient who cannot be reached', () => {
  it('because they stopped the bot: a final state with its reason, and the others have theirs', async () => {
    const stage = await beforeTheCards();
    const { platform, silent, liaison, changing } = stage;
    await platform.users.setState(silent.openId, 'stopped-bot');
    await stage.timeIs('2026-06-30T17:00');
    expect(silent.received()).toEqual([]);
    for (const person of [liaison, changing]) expect(person).toHaveReceived(/6月发文会议统计/, 1);
    const rows = await cards(stage);
    expect(rows.filter(({ target }) => target === silent.openId)).toEqual([
      { target: silent.openId, state: 'failed', reason: 'recipient_gone', attempts: 1 },
    ]);
    // The unit's figures stand all the same.
    await stage.timeIs('2026-07-03T18:10');
    await stage.coordinator.says('进度');
    expect(stage.coordinator).not.toSee(/还没有数的单位.*\n.*应急管理局/);
  });

  it('for a while: an old word of it, heard after they are back, is no reason to leave them out', async () => {
    const stage = await openStage({ at: '2026-06-29T17:00' });
    const { platform, silent, whileOff, timeIs } = stage;
    await whileOff('2026-06-29T17:01', () => platform.users.setState(silent.openId, 'frozen'));
    await platform.users.setState(silent.openId, 'active');
    await timeIs('2026-06-30T09:20');
    expect(silent).toHaveReceived(/6月发文会议统计/, 1);
  });

  it('because they left: nothing is tried', async () => {
    const stage = await beforeTheCards();
    const { platform, silent } = stage;
    await platform.users.setState(silent.openId, 'resigned');
    await stage.rest();
    await stage.timeIs('2026-06-30T17:00');
    const tried = platform
      .journal()
      .filter(({ request }) => JSON.stringify(request).includes(silent.openId))
      .filter(({ direction }) => direction === 'from-bot');
    expect(tried).toEqual([]);
  });
});
