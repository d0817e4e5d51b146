import { describe, expect, it } from 'vitest';
import { drain } from '../../src/delivery/drain.ts';
import { type Senses, watch } from '../../src/main/watch.ts';
import type { MachineHealth, PlatformHealth } from '../../src/system/doctor/rules/facts.ts';
import { readWatch } from '../../src/system/doctor/watch.ts';
import { type House, house, message, queue, states } from '../delivery/house.ts';

const GB = 1024 ** 3;

interface Watched extends House {
  asked(): number;
  /** Looks for that long, every minute, and delivers. */
  pass(minutes: number): Promise<void>;
  machine: MachineHealth;
  platformHealth: PlatformHealth;
  titles(): string[];
}

async function watched(shanghai: string): Promise<Watched> {
  const home = await house(shanghai);
  let asked = 0;
  const self: Watched = {
    ...home,
    asked: () => asked,
    machine: { disk: { freeBytes: 50 * GB, databaseBytes: GB } },
    platformHealth: { probes: [{ name: 'send', ok: true, hint: '' }], skewMs: 0 },
    async pass(minutes) {
      for (let i = 0; i < minutes; i++) {
        await watch(home.runtime, senses, 0);
        await drain(home.runtime, home.platform, { limit: 10 });
        home.time.advance(60_000);
      }
    },
    titles: () => home.platform.shown.map(({ text }) => text.split('\n')[0] ?? ''),
  };
  const senses: Senses = {
    platform: () => {
      asked++;
      return Promise.resolve(self.platformHealth);
    },
    machine: () => self.machine,
  };
  return self;
}

const full: MachineHealth = { disk: { freeBytes: 1, databaseBytes: GB } };
const sound: MachineHealth = { disk: { freeBytes: 50 * GB, databaseBytes: GB } };

describe('the administrator hears without asking', () => {
  it('once when something turns bad, once when it is good again', async () => {
    const home = await watched('2026-06-22T09:05');
    await home.pass(60);
    expect(home.titles()).toEqual([]);
    home.machine = full;
    await home.pass(180);
    expect(home.titles()).toEqual(['轻负有 1 处要处理']);
    expect(home.platform.shown[0]?.to).toEqual({ kind: 'person', openId: 'ou_admin' });
    expect(home.platform.shown[0]?.text).toContain('请清理或扩容');
    home.machine = sound;
    await home.pass(100);
    expect(home.titles()).toEqual(['轻负有 1 处要处理', '轻负已恢复正常']);
  });

  it('one card for all that is bad', async () => {
    const home = await watched('2026-06-22T09:05');
    home.machine = full;
    home.platformHealth = {
      probes: [{ name: 'contacts', ok: false, hint: '应用缺少权限' }],
      skewMs: 120_000,
    };
    await home.pass(60);
    expect(home.titles()).toEqual(['轻负有 3 处要处理']);
    expect(home.platform.shown[0]?.text).toContain('通讯录权限不可用：应用缺少权限');
  });

  it('keeps quiet hours; what is over by morning is not told at all', async () => {
    const home = await watched('2026-06-22T20:00');
    home.machine = full;
    await home.pass(60);
    expect(home.titles()).toEqual([]);
    expect(await states(home.runtime)).toEqual(['system.health.bad@2026-06-22:ou_admin: held (quiet_hours)']);
    home.machine = sound;
    await home.pass(14 * 60);
    expect(home.titles()).toEqual([]);
    expect(await states(home.runtime)).toEqual([
      'system.health.bad@2026-06-22:ou_admin: cancelled (reason_gone)',
    ]);
  });

  it('two processes that look at the same moment tell once', async () => {
    const home = await watched('2026-06-22T09:05');
    home.machine = full;
    await home.pass(15);
    const senses: Senses = { platform: () => Promise.resolve(home.platformHealth), machine: () => full };
    await Promise.all([watch(home.runtime, senses, 0), watch(home.runtime, senses, 0)]);
    await drain(home.runtime, home.platform, { limit: 10 });
    expect(home.titles()).toEqual(['轻负有 1 处要处理']);
  });
});

describe('what a look costs', () => {
  it('the platform is asked four times a day while all is well, hourly when it is known not to be', async () => {
    const home = await watched('2026-06-22T00:00');
    await home.pass(24 * 60);
    expect(home.asked()).toBe(4);
    home.platformHealth = { probes: [{ name: 'send', ok: false, hint: '' }], skewMs: 0 };
    await home.pass(24 * 60);
    expect(home.asked()).toBeLessThan(4 + 26);
  });

  it('a look that fails disturbs nothing', async () => {
    const logged: string[] = [];
    const log = { debug() {}, info() {}, warn() {}, error: (event: string) => void logged.push(event) };
    const home = await house('2026-06-22T09:05', { log });
    const senses: Senses = {
      platform: () => Promise.reject(new Error('bug')),
      machine: () => ({}),
    };
    await watch(home.runtime, senses, 0);
    expect(logged).toEqual(['watch_failed']);
  });

  it('remembers when it was last called back, clicks included', async () => {
    const home = await house('2026-06-22T09:05');
    const at = home.time.clock.now() - 5;
    const senses: Senses = { platform: () => Promise.resolve({ probes: [] }), machine: () => ({}) };
    await watch(home.runtime, senses, at);
    home.time.advance(20 * 60_000);
    await watch(home.runtime, senses, 0);
    expect((await readWatch(home.runtime.store.db)).heardAt).toBe(at);
  });

  it('a callback that never came is told when people were sent something a day ago', async () => {
    const home = await watched('2026-06-22T09:05');
    await queue(home.runtime, [message('m1')]);
    await home.pass(60);
    expect(home.titles()).toEqual(['m1']);
    await home.pass(26 * 60);
    expect(home.titles()).toEqual(['m1', '轻负有 1 处要处理']);
  });
});
