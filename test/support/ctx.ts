import type { Actor, Grant } from '../../src/kernel/actor.ts';
import type { Clock, Ids, Logger } from '../../src/kernel/ports.ts';
import { packagedCalendar } from '../../src/main/calendar.ts';
import type { Ctx, Host } from '../../src/store/context.ts';
import { contextOf, type Runtime } from '../../src/store/runtime.ts';
import { testStore } from './db.ts';

/** A clock that stands until it is moved: `clock.set('2026-06-30T09:00')` is Shanghai time. */
export interface TestClock extends Clock {
  set(shanghai: string): void;
  advance(minutes: number): void;
}

export function testClock(shanghai: string): TestClock {
  let now = parse(shanghai);
  return {
    now: () => now,
    set: (text) => {
      now = parse(text);
    },
    advance: (minutes) => {
      now += minutes * 60_000;
    },
  };
}

function parse(shanghai: string): number {
  return Date.parse(
    `${shanghai.length === 10 ? `${shanghai}T00:00` : shanghai}:00+08:00`.replace(/(:\d\d:\d\d):00\+/, '$1+'),
  );
}

export function testIds(): Ids {
  let n = 0;
  return { next: () => `id${String(++n).padStart(6, '0')}` };
}

export const silent: Logger = { debug() {}, info() {}, warn() {}, error() {} };

export const testHost: Host = {
  organisation: '景澜市委办公室',
  level: 'city',
  filingNumber: '景网备〔2026〕1号',
  filingDate: '2026-03-01',
  trialOpenIds: [],
  bootstrapAdmins: [],
  version: '0.0.0-test',
  publicUrl: 'http://127.0.0.1:3000',
};

export interface TestRuntime extends Runtime {
  clock: TestClock;
}

export function testRuntime(
  shanghai = '2026-06-22T09:00',
  parts: Partial<Omit<Runtime, 'clock'>> = {},
): TestRuntime {
  return {
    store: parts.store ?? testStore(),
    clock: testClock(shanghai),
    ids: testIds(),
    dice: () => 0.5,
    wait: () => Promise.resolve(),
    log: silent,
    host: testHost,
    calendar: () => packagedCalendar,
    ...parts,
  };
}

export function testCtx(runtime: Runtime, actor: Actor = { kind: 'cli', name: 'test' }): Ctx {
  return contextOf(runtime, actor);
}

export function person(openId: string, name: string, ...grants: Grant[]): Actor {
  return { kind: 'person', openId, name, grants };
}
