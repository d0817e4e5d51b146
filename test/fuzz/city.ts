import { demoWorkbook } from '../../db/seed/demo/index.ts';
import { loadDemo } from '../../src/main/demo-load.ts';
import { BOT_OPEN_ID, KEYS } from '../../src/main/demo-platform.ts';
import { seedIfFresh } from '../../src/main/seed.ts';
import { createQingfu, type Qingfu } from '../../src/main/wiring.ts';
import { testClock, testHost, testIds } from '../support/ctx.ts';
import { testStore } from '../support/db.ts';

export { BOT_OPEN_ID, KEYS };

export interface City {
  qingfu: Qingfu;
  /** What the log calls a fault. */
  faults: string[];
  /** How clicks ended, as the log says. */
  clicks: Map<string, number>;
  /** The work that goes on after the answers. */
  settle(): Promise<void>;
}

/** The demo's city in memory, on a working morning, with nobody listening to what it sends. */
export async function openCity(): Promise<City> {
  const faults: string[] = [];
  const fault = (event: string, data: object = {}) => void faults.push(`${event} ${JSON.stringify(data)}`);
  const clicks = new Map<string, number>();
  const log = {
    debug() {},
    info(event: string, data: { result?: string } = {}) {
      if (event === 'click') clicks.set(data.result ?? '', (clicks.get(data.result ?? '') ?? 0) + 1);
      if (data.result === 'failed') fault(event, data);
    },
    warn() {},
    error: fault,
  };
  let tasks: (() => Promise<void>)[] = [];
  const qingfu = createQingfu({
    store: testStore(),
    clock: testClock('2026-06-30T10:00'),
    ids: testIds(),
    dice: () => 0.5,
    log,
    host: testHost,
    messenger: { send: () => Promise.resolve({ messageId: 'om_1', chatId: 'oc_1' }) },
    botOpenId: () => Promise.resolve(BOT_OPEN_ID),
    keys: KEYS,
    background: (task) => void tasks.push(task),
    courier: () => undefined,
    // The patience with a click: here nothing is too slow.
    wait: () => new Promise(() => undefined),
    pendingMigrations: () => Promise.resolve([]),
  });
  await seedIfFresh(qingfu.runtime);
  await loadDemo(qingfu, demoWorkbook(), () => Promise.resolve(new Set()));
  return {
    qingfu,
    faults,
    clicks,
    async settle() {
      const due = tasks;
      tasks = [];
      for (const task of due) await task();
    },
  };
}
