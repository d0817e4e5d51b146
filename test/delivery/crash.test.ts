import { describe, expect, it } from 'vitest';
import { drain } from '../../src/delivery/drain.ts';
import type { Runtime } from '../../src/store/runtime.ts';
import { mortal } from '../support/mortal.ts';
import { house, message, queue, states } from './house.ts';
import { errors } from './platform.ts';

const MONDAY = '2026-06-22T09:05';
const MINUTE = 60_000;

describe('a process that dies between any two steps', () => {
  it('every message once, under one uuid', async () => {
    let survived = false;
    for (let step = 1; !survived; step++) {
      const home = await house(MONDAY);
      await queue(home.runtime, [
        message('m1'),
        message('m2'),
        message('m3', { openId: 'ou_2' }),
        message('answer', { kind: 'answer', openId: 'ou_3' }),
        message('rude', { text: '收到请回复', openId: 'ou_4' }),
      ]);
      home.platform.script([errors.internal], 'ou_2');
      const life = mortal(step);
      const doomed: Runtime = { ...home.runtime, store: life.store(home.runtime.store) };
      survived = await life.survives(() => drain(doomed, life.messenger(home.platform), { limit: 100 }));
      for (let beat = 0; beat < 12; beat++) {
        home.time.advance(MINUTE);
        await drain(home.runtime, home.platform, { limit: 100 });
      }
      const shown = home.platform.shown.map(({ text }) => text).filter((text) => /^(m\d|answer)$/.test(text));
      expect(shown.sort(), `died at step ${step}`).toEqual(['answer', 'm1', 'm2', 'm3']);
      const ends = await states(home.runtime);
      expect(
        ends.filter((end) => !/: (sent|failed \(manners\))$/.test(end)),
        `died at step ${step}`,
      ).toEqual([]);
      for (const text of ['m1', 'm2', 'm3', 'answer']) {
        const uuids = home.platform.requests
          .filter((request) => request.text === text)
          .map(({ uuid }) => uuid);
        expect(new Set(uuids).size).toBe(1);
      }
    }
  });

  it('and comes back only after hours: what may have arrived is not sent a second time', async () => {
    const home = await house('2026-06-22T09:05');
    await queue(home.runtime, [message('m1'), message('m2', { openId: 'ou_2' })]);
    const doomed: Runtime = {
      ...home.runtime,
      store: {
        ...home.runtime.store,
        atomically: (statements) =>
          home.platform.requests.length > 0
            ? Promise.reject(new Error('power cut'))
            : home.runtime.store.atomically(statements),
      },
    };
    await expect(drain(doomed, home.platform, { limit: 100 })).rejects.toThrow('power cut');
    home.time.set('2026-06-22T15:00');
    await queue(home.runtime, [message('m3', { openId: 'ou_3' })]);
    await drain(home.runtime, home.platform, { limit: 100 });
    expect(await states(home.runtime)).toEqual([
      'm1: failed (uncertain)',
      'm2: failed (uncertain)',
      'm3: sent',
    ]);
  });
});
