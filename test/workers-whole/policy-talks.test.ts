import { and, eq, inArray, lte, notLike, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { inbox, outbox } from '../../db/schema/index.ts';
import { packagedCalendar } from '../../src/main/calendar.ts';
import { systemIds } from '../../src/main/system.ts';
import { d1Store } from '../../src/store/d1.ts';
import type { Store } from '../../src/store/db.ts';
import { groupOf, type Hall, ownEntries } from '../scenarios/hall.ts';
import { createPerson, type Place } from '../scenarios/person.ts';
import { asking } from '../scenarios/talks-ask.ts';
import { working } from '../scenarios/talks-work.ts';
import { populate, seats, settleTown } from '../scenarios/town.ts';
import '../scenarios/vocabulary.ts';
import { silent, testHost } from '../support/ctx.ts';
import { moment } from '../support/house.ts';
import { configWith, type Stage, setStage, settings } from './stage.ts';

/** The conversations of `test/scenarios`, in the built Worker on D1, one after the other in one week. */
const talks = [...asking, ...working].sort((a, b) => (a.begins < b.begins ? -1 : 1));

let now = moment('2026-06-24T08:30');
let stage: Stage;
let store: Store;
let hall: Hall;

async function tickAt(at: number): Promise<void> {
  now = at;
  await stage.harness.fetch('/clock', { method: 'PUT', body: String(now) });
  expect(await stage.scheduled(now)).toBe('ok');
  await rest();
}

/** The watch over the installation looks after the heartbeat; its card goes out with the next one. */
const LOOK = 'system.health.%';

/** Whatever has come in is dealt with and whatever is due has gone out; the Worker goes on after its answer. */
async function rest(): Promise<void> {
  const left = async () => {
    await stage.platform.settled();
    const [coming, going] = await Promise.all([
      store.db.select({ n: sql<number>`count(*)` }).from(inbox).where(eq(inbox.state, 'new')),
      store.db
        .select({ n: sql<number>`count(*)` })
        .from(outbox)
        .where(
          and(
            inArray(outbox.state, ['queued', 'sending']),
            lte(outbox.dueAt, now),
            notLike(outbox.key, LOOK),
          ),
        ),
    ]);
    return (coming[0]?.n ?? 0) + (going[0]?.n ?? 0);
  };
  await vi.waitFor(async () => expect(await left()).toBe(0), { timeout: 5_000, interval: 5 });
  await stage.platform.settled();
}

const SHIFT = 6 * 60 * 60_000;
/** What is asked for falls due a few minutes before. */
const LAST = 5;

async function timeIs(shanghai: string): Promise<void> {
  const to = moment(shanghai);
  while (now + SHIFT < to - LAST * 60_000) await tickAt(now + SHIFT);
  for (let at = Math.max(now + 60_000, to - LAST * 60_000); at < to; at += 60_000) await tickAt(at);
  await tickAt(to);
}

beforeAll(async () => {
  stage = await setStage({ now: () => now }, (feishu) => [
    { config: configWith('qingfu-clock', 'test/workers-whole/clock-worker.ts', settings(feishu)) },
  ]);
  populate(stage.platform);
  await stage.harness.getWorker().applyD1Migrations('DB');
  store = d1Store(await stage.database());
  const runtime = {
    store,
    clock: { now: () => now },
    ids: systemIds,
    dice: () => 0.5,
    log: silent,
    host: testHost,
    calendar: () => packagedCalendar,
  };
  await settleTown(runtime, ownEntries);
  const place: Place = { platform: stage.platform, weather: {}, rest };
  const { cadre, otherCadre, editor, otherEditor, admin } = seats;
  const seated = (seat: { openId: string; name: string }) => createPerson(seat, () => place);
  hall = {
    cadre: seated(cadre),
    otherCadre: seated(otherCadre),
    editor: seated(editor),
    otherEditor: seated(otherEditor),
    admin: seated(admin),
    inGroup: () => groupOf(place, seated(cadre)),
    timeIs,
  };
  await tickAt(now);
}, 60_000);

afterAll(() => stage.close());

describe('people talk about policy with the Worker', () => {
  it.each(talks)('$about', { timeout: 60_000 }, async ({ begins, talk }) => {
    if (moment(begins) > now) await tickAt(moment(begins));
    await talk(hall);
  });
});
