import { describe, expect, it } from 'vitest';
import { drain } from '../../src/delivery/drain.ts';
import { createPacer } from '../../src/delivery/pacer.ts';
import { house, message, queue } from './house.ts';

const MONDAY = '2026-06-22T09:05';
const SECOND = 1000;

/** The largest number of instants within any span of this length. */
function busiest(instants: number[], spanMs: number): number {
  const sorted = [...instants].sort((a, b) => a - b);
  return Math.max(...sorted.map((from) => sorted.filter((at) => at >= from && at < from + spanMs).length));
}

describe('the platform limits (api.md 7)', () => {
  it('300 recipients: below 50 a second, at most 8 requests at once, nobody forgotten', async () => {
    const home = await house(MONDAY);
    let open = 0;
    let most = 0;
    home.platform.latency = async () => {
      most = Math.max(most, ++open);
      await home.time.wait(400);
      open--;
    };
    await queue(
      home.runtime,
      Array.from({ length: 300 }, (_, i) => message(`m${i}`, { openId: `ou_${i + 1}` })),
    );
    expect(await drain(home.runtime, home.platform, { limit: 1000, budgetMs: 60_000 })).toEqual({
      sent: 300,
      held: 0,
      failed: 0,
    });
    const instants = home.platform.requests.map(({ at }) => at);
    expect(busiest(instants, SECOND)).toBeLessThan(50);
    expect(most).toBe(8);
    expect(new Set(home.platform.shown.map(({ to }) => JSON.stringify(to))).size).toBe(300);
  });

  it('one recipient: in order of creation, at most 5 a second, also over two runs', async () => {
    const home = await house(MONDAY);
    const answers = (from: number) =>
      Array.from({ length: 12 }, (_, i) => message(`m${from + i}`, { kind: 'answer' }));
    await queue(home.runtime, answers(0));
    await drain(home.runtime, home.platform, { limit: 100 });
    await queue(home.runtime, answers(12));
    await drain(home.runtime, home.platform, { limit: 100 });
    expect(home.platform.shown.map(({ text }) => text)).toEqual(
      Array.from({ length: 24 }, (_, i) => `m${i}`),
    );
    expect(
      busiest(
        home.platform.shown.map(({ at }) => at),
        SECOND,
      ),
    ).toBeLessThanOrEqual(5);
  });

  it('1000 a minute are never reached', () => {
    const pacer = createPacer();
    let now = 0;
    const starts = Array.from({ length: 3000 }, (_, i) => {
      now = pacer.reserve(`r${i}`, now);
      return now;
    });
    expect(busiest(starts.slice(0, 1500), 60 * SECOND)).toBeLessThan(1000);
    expect(starts[2999]).toBeLessThan(4 * 60 * SECOND);
  });

  it('answers do not wait behind a mass mailing', async () => {
    const home = await house(MONDAY);
    await queue(
      home.runtime,
      Array.from({ length: 120 }, (_, i) => message(`m${i}`, { openId: `ou_${i + 1}` })),
    );
    await queue(home.runtime, [message('answer', { kind: 'answer', openId: 'ou_250' })]);
    await drain(home.runtime, home.platform, { limit: 200 });
    expect(home.platform.shown[0]?.text).toBe('answer');
  });
});

describe('a run', () => {
  it('ends with its budget and leaves the rest untouched for the next one', async () => {
    const home = await house(MONDAY);
    await queue(
      home.runtime,
      Array.from({ length: 200 }, (_, i) => message(`m${i}`, { openId: `ou_${i + 1}` })),
    );
    const start = home.time.clock.now();
    const first = await drain(home.runtime, home.platform, { limit: 1000, budgetMs: 2 * SECOND });
    expect(home.time.clock.now() - start).toBeLessThanOrEqual(2 * SECOND);
    expect(first.sent).toBeGreaterThan(30);
    const second = await drain(home.runtime, home.platform, { limit: 1000, budgetMs: 60 * SECOND });
    expect(first.sent + second.sent).toBe(200);
    expect(home.platform.requests).toHaveLength(200);
  });

  it('looks at no more messages than it may', async () => {
    const home = await house(MONDAY);
    await queue(
      home.runtime,
      Array.from({ length: 100 }, (_, i) => message(`m${i}`, { openId: `ou_${i + 1}` })),
    );
    expect((await drain(home.runtime, home.platform, { limit: 30 })).sent).toBe(30);
  });

  it('two at once share the work', async () => {
    const home = await house(MONDAY);
    home.platform.latency = () => home.time.wait(50);
    await queue(
      home.runtime,
      Array.from({ length: 100 }, (_, i) =>
        message(`m${i}`, { openId: `ou_${1 + (i % 30)}`, kind: 'answer' }),
      ),
    );
    const options = { limit: 1000, budgetMs: 60 * SECOND };
    const [a, b] = await Promise.all([
      drain(home.runtime, home.platform, options),
      drain(home.runtime, home.platform, options),
    ]);
    const rest = await drain(home.runtime, home.platform, options);
    expect(a.sent + b.sent + rest.sent).toBe(100);
    expect(home.platform.requests).toHaveLength(100);
    for (let person = 1; person <= 30; person++) {
      const got = home.platform.shown.filter(
        ({ to }) => to.kind === 'person' && to.openId === `ou_${person}`,
      );
      const numbers = got.map(({ text }) => Number(text.slice(1)));
      expect(numbers).toEqual([...numbers].sort((x, y) => x - y));
    }
  });
});
