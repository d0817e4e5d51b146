import { describe, expect, it } from 'vitest';
import { audit } from '../../db/schema/index.ts';
import { cardText } from '../../src/chat/card-text.ts';
import { drain } from '../../src/delivery/drain.ts';
import { perform } from '../../src/delivery/perform.ts';
import { AppError } from '../../src/kernel/errors.ts';
import { system } from '../../src/system/index.ts';
import { readHealth } from '../../src/system/verbs/read-health.ts';
import { type House, house, message, queue, states } from '../delivery/house.ts';
import { errors } from '../delivery/platform.ts';
import { person, testCtx } from '../support/ctx.ts';

const admin = person('ou_admin', '管理员', { role: 'admin', unit: 'U00', tier: 'office', county: '' });
const cadre = person('ou_1', '干部', { role: 'cadre', unit: 'T1', tier: 'township', county: '临河' });

async function say(home: House, word: string, actor = admin): Promise<string> {
  const command = system.commands?.find(({ words }) => words.includes(word));
  if (!command) throw new Error(`no command ${word}`);
  const call = { message: {} as never, args: [] };
  const card = await perform(
    home.runtime.store,
    () => testCtx(home.runtime, actor),
    (ctx) => command.run(ctx, call),
  );
  return cardText(card);
}

describe('the stop switch (BR-33)', () => {
  it('nothing unasked until it is switched on again; both are on record', async () => {
    const home = await house('2026-06-22T09:05');
    expect(await say(home, '停用')).toContain('已停用主动消息');
    await queue(home.runtime, [message('duty'), message('answer', { kind: 'answer' })]);
    await drain(home.runtime, home.platform, { limit: 100 });
    expect(home.platform.shown.map(({ text }) => text)).toEqual(['answer']);
    expect(await say(home, '停用')).toContain('此前已停用');
    home.time.set('2026-06-24T09:05');
    expect(await say(home, '启用')).toContain('已恢复主动消息');
    await drain(home.runtime, home.platform, { limit: 100 });
    expect(home.platform.shown.map(({ text }) => text)).toEqual(['answer', 'duty']);
    expect(await say(home, '启用')).toContain('没有停用');
    const rows = await home.runtime.store.db.select().from(audit);
    expect(rows.map(({ actor, action }) => `${actor} ${action}`)).toEqual([
      'person:ou_admin system.stop',
      'person:ou_admin system.resume',
    ]);
  });

  it('what waited for more than a week is not sent afterwards', async () => {
    const home = await house('2026-06-22T09:05');
    await say(home, '停用');
    await queue(home.runtime, [message('old')]);
    await drain(home.runtime, home.platform, { limit: 100 });
    home.time.set('2026-06-30T09:05');
    await queue(home.runtime, [message('new')]);
    await say(home, '启用');
    await drain(home.runtime, home.platform, { limit: 100 });
    expect(await states(home.runtime)).toEqual(['old: cancelled (too_old)', 'new: sent']);
  });

  it('gives the announcement to copy', async () => {
    const home = await house('2026-06-22T09:05');
    expect(await say(home, '停用')).toContain('自2026-06-22起');
  });

  it.each(['停用', '启用'])('%s is for administrators', async (word) => {
    const home = await house('2026-06-22T09:05');
    await expect(say(home, word, cadre)).rejects.toThrow(AppError);
  });
});

describe('what the doctor reads', () => {
  it('backlog and failures by reason, calendar, heartbeat', async () => {
    const home = await house('2026-06-22T09:05');
    home.platform.script([errors.noScope], 'ou_1');
    const later = home.time.clock.now() + 86_400_000;
    await queue(home.runtime, [message('m1'), message('m2', { openId: 'ou_2', notBefore: later })]);
    await drain(home.runtime, home.platform, { limit: 100 });
    expect(await readHealth(testCtx(home.runtime))).toEqual({
      stopped: false,
      lastHeartbeat: null,
      calendarGaps: [2027],
      lastCallback: null,
      sentSinceCallback: false,
      jobs: [],
      waiting: [{ reason: '', messages: 1, oldest: later }],
      failed: [{ reason: 'no_permission', detail: 'hint', messages: 1 }],
      failedRecipients: { week: 1, day: 1, reachedDay: 0 },
      unhandledClaims: 0,
      oldestClaim: null,
    });
  });
});
