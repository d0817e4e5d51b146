import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { outbox } from '../../db/schema/index.ts';
import { drain } from '../../src/delivery/drain.ts';
import { perform } from '../../src/delivery/perform.ts';
import { openDigested } from '../../src/delivery/verbs/open-digested.ts';
import type { Runtime } from '../../src/store/runtime.ts';
import { person, testCtx } from '../support/ctx.ts';
import { mortal } from '../support/mortal.ts';
import { type House, house, message, queue, states } from './house.ts';

const MONDAY = '2026-06-22T09:05';
const MINUTE = 60_000;
const run = (home: House) => drain(home.runtime, home.platform, { limit: 1000 });
const texts = (home: House) => home.platform.shown.map(({ text }) => text);

async function idOf(home: House, key: string): Promise<string> {
  const [row] = await home.runtime.store.db.select({ id: outbox.id }).from(outbox).where(eq(outbox.key, key));
  return row?.id ?? '';
}

async function opens(home: House, key: string, openId = 'ou_1'): Promise<void> {
  const id = await idOf(home, key);
  await perform(
    home.runtime.store,
    () => testCtx(home.runtime, person(openId, '干部')),
    (ctx) => openDigested(ctx, { id }),
  );
  await run(home);
}

const three = [message('m1', { subject: 's1' }), message('m2'), message('m3', { kind: 'notice' })];

describe('several things at one moment', () => {
  it.each([1, 2])('%i come as they are', async (count) => {
    const home = await house(MONDAY);
    await queue(home.runtime, three.slice(0, count));
    await run(home);
    expect(texts(home)).toEqual(['m1', 'm2'].slice(0, count));
  });

  it('three become one card that opens each; everybody else gets theirs as it is', async () => {
    const home = await house(MONDAY);
    await queue(home.runtime, [
      ...three,
      message('other', { openId: 'ou_2' }),
      message('asked', { kind: 'answer' }),
    ]);
    await run(home);
    expect(texts(home)).toHaveLength(3);
    expect(texts(home)).toContainEqual(
      expect.stringMatching(/^今天有 3 件事\n1\. m1\n\[打开\]\n2\. m2[\s\S]*3\. m3/),
    );
    await opens(home, 'm2');
    expect(texts(home).at(-1)).toBe('m2');
    await opens(home, 'm2');
    expect(home.platform.shown).toHaveLength(4);
  });

  it('what waited through the night falls due at one moment', async () => {
    const home = await house('2026-06-19T20:00');
    for (const one of three) {
      await queue(home.runtime, [one]);
      home.time.advance(60 * MINUTE);
    }
    for (let minute = 0; minute < 12; minute++) {
      home.time.set(`2026-06-22T08:${30 + minute}`);
      await run(home);
    }
    expect(texts(home)).toEqual([expect.stringContaining('今天有 3 件事')]);
  });

  it('after three days of downtime: one summary, and nothing that has expired', async () => {
    const home = await house('2026-06-22T09:05');
    const wednesday = home.time.clock.now() + 2 * 24 * 60 * MINUTE;
    await queue(home.runtime, [...three, message('too late', { notAfter: wednesday })]);
    home.time.set('2026-06-25T09:05');
    await queue(home.runtime, [message('today')]);
    await run(home);
    await run(home);
    expect(texts(home)).toEqual([expect.stringContaining('今天有 4 件事')]);
    expect(texts(home)[0]).not.toContain('too late');
    expect(await states(home.runtime)).toContain('too late: cancelled (expired)');
  });

  it.each([
    ['both late', [true, true], 1, '今天有 2 件事'],
    ['one late, one of today', [true, false], 1, '今天有 2 件事'],
    ['none late', [false, false], 2, 'm0'],
  ])('two after a downtime, %s', async (_, late, count, heard) => {
    const home = await house(MONDAY);
    await queue(
      home.runtime,
      late.map((caughtUp, i) => message(`m${i}`, { caughtUp })),
    );
    await run(home);
    expect(texts(home)).toHaveLength(count);
    expect(texts(home)[0]?.split('\n')[0]).toBe(heard);
  });

  it('what comes late by itself comes as it is', async () => {
    const home = await house(MONDAY);
    await queue(home.runtime, [message('m1', { caughtUp: true })]);
    await run(home);
    expect(texts(home)).toEqual(['m1']);
  });

  it('two late ones that waited through the night', async () => {
    const home = await house('2026-06-19T20:00');
    await queue(home.runtime, [message('m1', { caughtUp: true }), message('m2', { caughtUp: true })]);
    for (let minute = 0; minute < 12; minute++) {
      home.time.set(`2026-06-22T08:${30 + minute}`);
      await run(home);
    }
    expect(texts(home)).toEqual([expect.stringContaining('今天有 2 件事')]);
  });

  it('a notice by itself brings the way out with it, a duty does not', async () => {
    const home = await house(MONDAY);
    await queue(home.runtime, [message('duty'), message('news', { kind: 'notice' })]);
    await run(home);
    expect(texts(home)).toEqual(['duty', 'news\n[不再收这类消息]']);
  });

  it('counts as one of the day’s messages', async () => {
    const home = await house(MONDAY);
    await queue(
      home.runtime,
      [1, 2, 3, 4, 5, 6].map((n) => message(`m${n}`)),
    );
    await run(home);
    expect(texts(home)).toEqual([expect.stringContaining('今天有 6 件事')]);
    await queue(home.runtime, [message('later')]);
    await run(home);
    expect(texts(home).at(-1)).toBe('later');
  });

  it('what has lost its reason, is out of date or belongs to somebody else cannot be opened', async () => {
    const home = await house(MONDAY);
    const late = home.time.clock.now() + 3_600_000;
    await queue(home.runtime, [...three, message('m4', { notAfter: late })]);
    await run(home);
    await queue(home.runtime, [], ['s1']);
    await expect(opens(home, 'm1')).rejects.toThrow(/已经办好/);
    await expect(opens(home, 'm2', 'ou_2')).rejects.toThrow(/已经办好/);
    home.time.advance(61 * MINUTE);
    await expect(opens(home, 'm4')).rejects.toThrow(/已经办好|过了时间/);
    await opens(home, 'm2');
    expect(texts(home).at(-1)).toBe('m2');
  });

  it('a card that was opened is brought up to date like any other', async () => {
    const home = await house(MONDAY);
    await queue(home.runtime, three);
    await run(home);
    await opens(home, 'm1');
    const rows = await home.runtime.store.db.select().from(outbox).where(eq(outbox.subject, 's1'));
    expect(rows.map(({ state, messageId }) => [state, messageId !== ''])).toEqual([
      ['cancelled', false],
      ['sent', true],
    ]);
  });

  it('a process that dies at any step: one digest, or each by itself where one might have arrived; never both', async () => {
    let survived = false;
    for (let step = 1; !survived; step++) {
      const home = await house(MONDAY);
      await queue(home.runtime, three);
      const life = mortal(step);
      const doomed: Runtime = { ...home.runtime, store: life.store(home.runtime.store) };
      survived = await life.survives(() => drain(doomed, life.messenger(home.platform), { limit: 100 }));
      for (let beat = 0; beat < 12; beat++) {
        home.time.advance(MINUTE);
        await run(home);
      }
      const heard = texts(home).map((text) => text.split('\n')[0] ?? '');
      expect([['今天有 3 件事'], ['m1', 'm2', 'm3']], `died at step ${step}`).toContainEqual(
        heard.toSorted((a, b) => (a < b ? -1 : 1)),
      );
      const ends = await states(home.runtime);
      expect(
        ends.filter((end) => !/: sent$|\(in_digest\)$/.test(end)),
        `died at step ${step}`,
      ).toEqual([]);
    }
  });
});
