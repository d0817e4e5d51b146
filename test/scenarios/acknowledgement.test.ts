import { describe, expect, it } from 'vitest';
import { inbox, outbox } from '../../db/schema/index.ts';
import { openStage, type Stage } from './vocabulary.ts';

const rows = async ({ house }: Stage) => ({
  inbox: await house.store.db.select({ id: inbox.id, kind: inbox.kind }).from(inbox),
  outbox: await house.store.db.select({ id: outbox.id }).from(outbox),
});

describe('the address for events', () => {
  it('refuses everything that is not the platform’s, and nothing of it leaves a trace', async () => {
    const stage = await openStage({ at: '2026-06-22T09:00' });
    const reports = await stage.platform.attack();
    await stage.rest();
    expect(reports.length).toBeGreaterThan(10);
    for (const { name, status, body } of reports) {
      expect(status, name).toBeGreaterThanOrEqual(400);
      expect(status, name).toBeLessThan(500);
      expect(body, name).not.toMatch(/challenge|signature|token|decrypt|secret/i);
    }
    expect(await rows(stage)).toEqual({ inbox: [], outbox: [] });
    const log = JSON.stringify(stage.house.log);
    expect(log).not.toContain(stage.platform.settings.verificationToken);
    expect(log).not.toContain(stage.platform.settings.encryptKey);
  });

  it('answers the challenge of the console within a second', async () => {
    const { platform } = await openStage({ at: '2026-06-22T09:00' });
    expect(await platform.verifyUrl()).toBe(true);
    const { request, response } = platform.journal().at(-1) ?? {};
    expect(response).toEqual({ challenge: (request as { challenge: string }).challenge });
  });

  it.each([
    ['im.message.message_read_v1', false],
    ['contact.department.updated_v3', false],
    ['some.event.of.tomorrow_v9', false],
    ['p2p_chat_create', true],
    ['message', true],
  ])('takes %s and does nothing', async (type, v1) => {
    const stage = await openStage({ at: '2026-06-22T09:00' });
    await stage.platform.deliverRaw(type, { anything: [1, 2, { at: 'all' }] }, { v1 });
    await stage.rest();
    expect(stage.platform.journal().map(({ status }) => status)).toEqual([200]);
    expect(await rows(stage)).toEqual({ inbox: [], outbox: [] });
  });

  it.each([
    ['im.message.receive_v1', {}],
    ['im.message.receive_v1', { message: 7, sender: null }],
    ['card.action.trigger', { operator: [], action: 'x' }],
    ['application.bot.menu_v6', { event_key: {} }],
    ['contact.user.deleted_v3', { object: { open_id: 3 } }],
  ])('takes a crippled %s without harm', async (type, event) => {
    const stage = await openStage({ at: '2026-06-22T09:00' });
    await stage.platform.deliverRaw(type, event);
    await stage.rest();
    expect(stage.platform.journal().map(({ status }) => status)).toEqual([200]);
    expect((await rows(stage)).outbox).toEqual([]);
  });

  it('is not kept waiting by a platform that hangs', async () => {
    const stage = await openStage({ at: '2026-06-22T09:00', timeoutMs: 1500 });
    const { cadre, otherCadre, platform } = stage;
    platform.faults.inject({ path: '/open-apis', times: 1, kind: 'hang' });
    await Promise.all([cadre.says('乡补最低多少钱'), otherCadre.says('在吗')]);
    const events = platform.journal().filter(({ direction }) => direction === 'to-bot');
    expect(events).toHaveLength(2);
    for (const { status, millis } of events) {
      expect(status).toBe(200);
      expect(millis).toBeLessThan(1200);
    }
    await stage.timeIs('2026-06-22T09:05');
    expect(cadre).toHaveReceived(/月人均 200 元/, 1);
  });

  it('the same event again and again, also after a restart, is answered once', async () => {
    const stage = await openStage({ at: '2026-06-22T09:00' });
    const { cadre, platform, house } = stage;
    await cadre.says('乡补最低多少钱');
    const [first] = (await rows(stage)).inbox;
    await platform.redeliver(first?.id ?? '');
    await house.restart();
    await platform.redeliver(first?.id ?? '');
    await stage.timeIs('2026-06-22T09:30');
    expect(cadre.received()).toHaveLength(1);
  });
});
