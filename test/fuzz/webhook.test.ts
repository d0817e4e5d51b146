import { count } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { inbox } from '../../db/schema/index.ts';
import { normalise } from '../../src/feishu/normalise.ts';
import { eventFixtures, fixture } from '../feishu/support.ts';
import { seededDice } from '../support/house.ts';
import { BOT_OPEN_ID, type City, KEYS, openCity } from './city.ts';
import { mutateBytes, mutateJson, pick } from './mutate.ts';
import { sealed } from './seal.ts';

const FOREIGN = 25_000;
const ROUGH = 4_000;
const SHAPES = 40_000;

let city: City;
beforeAll(async () => {
  city = await openCity();
});

const fixtures: unknown[] = eventFixtures().map(fixture);

async function post(body: Uint8Array, headers: Record<string, string>): Promise<number> {
  const request = new Request('http://desk.test/feishu/events', {
    method: 'POST',
    body: new Uint8Array(body),
    headers,
  });
  return (await city.qingfu.app.fetch(request)).status;
}

async function claims(): Promise<number> {
  const [row] = await city.qingfu.runtime.store.db.select({ n: count() }).from(inbox);
  return row?.n ?? 0;
}

describe('the webhook', () => {
  it(`${FOREIGN} requests that are not quite the platform's: refused every one, none stored, none a fault`, async () => {
    const dice = seededDice(1);
    const now = city.qingfu.runtime.clock.now();
    const before = await claims();
    const originals = fixtures.map((payload, i) => sealed(payload, { keys: KEYS, now, nonce: String(i) }));
    const statuses = new Map<number, number>();
    for (let n = 0; n < FOREIGN; n++) {
      const { body, headers } = pick(dice, originals);
      const broken = { body: body as Uint8Array, headers: { ...headers } };
      if (dice() < 0.6) broken.body = mutateBytes(body, dice);
      else {
        const name = pick(
          dice,
          Object.keys(headers).filter((one) => one.startsWith('x-lark')),
        );
        const value = headers[name] ?? '';
        if (dice() < 0.3) Reflect.deleteProperty(broken.headers, name);
        else broken.headers[name] = Buffer.from(mutateBytes(Buffer.from(value), dice)).toString('base64url');
      }
      const same =
        Buffer.compare(broken.body, body) === 0 && JSON.stringify(broken.headers) === JSON.stringify(headers);
      if (same) continue;
      const status = await post(broken.body, broken.headers);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect([...statuses.keys()].filter((status) => status < 400 || status >= 500)).toEqual([]);
    expect(await claims()).toBe(before);
    expect(city.faults).toEqual([]);
  });

  it(`${ROUGH} signed events of no known shape: answered, and nothing of them is a fault`, async () => {
    const dice = seededDice(2);
    const now = city.qingfu.runtime.clock.now();
    for (let n = 0; n < ROUGH; n++) {
      const payload = mutateJson(pick(dice, fixtures), dice);
      const { body, headers } = sealed(payload, { keys: KEYS, now, nonce: `r${n}` });
      // What lost its token or its app is foreign again.
      expect([200, 400, 401]).toContain(await post(body, headers));
      if (n % 50 === 0) await city.settle();
    }
    await city.settle();
    expect(city.faults).toEqual([]);
  });
});

it(`${SHAPES} payloads: the normaliser names every one or ignores it with a reason`, () => {
  const dice = seededDice(3);
  for (let n = 0; n < SHAPES; n++) {
    const incoming = normalise(mutateJson(pick(dice, fixtures), dice), BOT_OPEN_ID);
    expect(typeof incoming.kind).toBe('string');
    if (incoming.kind === 'ignored') expect(incoming.reason).not.toBe('');
  }
});
