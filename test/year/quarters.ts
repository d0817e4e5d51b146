import { nextDue } from '../../src/delivery/next-due.ts';
import { createFeishu } from '../../src/feishu/client.ts';
import { nextSlot } from '../../src/jobs/slots.ts';
import { jobsOf } from '../../src/jobs/tick.ts';
import { createBackground } from '../../src/main/background.ts';
import { createQingfu, type Qingfu } from '../../src/main/wiring.ts';
import { createPlatform } from '../../src/simulator/platform/index.ts';
import type { Platform } from '../../src/simulator/platform/types.ts';
import { testHost } from '../support/ctx.ts';
import { testStore } from '../support/db.ts';
import { type HouseClock, moment, seededDice } from '../support/house.ts';

const KEYS = {
  appId: 'cli_a1b2c3d4e5f60718',
  appSecret: 'fictional-app-secret-000001',
  encryptKey: 'fictional-encrypt-key-01',
  verificationToken: 'Vt0kFict10nalExampleToken012345',
};
const BOT = 'ou_bot_qingfu';
const NOWHERE = 'http://127.0.0.1:9';

/** The real product and the platform emulator in one process, without sockets and files: a year takes seconds. */
export interface Quarters {
  platform: Platform;
  clock: HouseClock;
  qingfu(): Qingfu;
  unknownPeople(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** When something of the product or of the platform is due next, ms UTC; a past moment is due now. */
  nextDue(): Promise<number>;
  heartbeat(): Promise<void>;
  settled(): Promise<void>;
  /** Faults that the product wrote into its log. */
  errors(): readonly string[];
  /** The process is gone: nothing ticks and nobody answers. */
  switchOff(): void;
  /** A new process on the same database. */
  switchOn(): Promise<void>;
}

export function openQuarters(at: string): Quarters {
  const store = testStore();
  const dice = seededDice(1);
  const errors: string[] = [];
  const log = {
    debug() {},
    info() {},
    warn() {},
    error: (event: string, data: object = {}) => void errors.push(`${event} ${JSON.stringify(data)}`),
  };
  let now = moment(at);
  const clock: HouseClock = {
    now: () => now,
    reach: (to) => {
      now = Math.max(now, to);
    },
  };
  let ids = 0;
  let redelivery: number | undefined;
  let life: ReturnType<typeof begin> | undefined;

  const platform = createPlatform({
    ...KEYS,
    botOpenId: BOT,
    botName: '轻负',
    tenantKey: 'tenant_year',
    eventsUrl: `${NOWHERE}/feishu/events`,
    fetch: async (request) => (life ? life.qingfu.app.fetch(request) : new Response('', { status: 502 })),
    clock,
    dice,
  });

  function begin() {
    const feishu = createFeishu({
      ...KEYS,
      baseUrl: NOWHERE,
      clock,
      log,
      fetch: async (url, init) => platform.api.fetch(new Request(url, init)),
    });
    const background = createBackground(log);
    const qingfu = createQingfu({
      store,
      clock,
      ids: { next: () => `y${String(++ids).padStart(9, '0')}` },
      dice,
      log,
      host: testHost,
      messenger: feishu.messenger,
      botOpenId: () => Promise.resolve(BOT),
      keys: KEYS,
      background: background.add,
      courier: background.alongside,
      wait: pause,
      pendingMigrations: () => Promise.resolve([]),
    });
    return { qingfu, feishu, settled: background.settled };
  }

  /** A pause between messages takes business time; the patience with a click never ends here. */
  async function pause(ms: number): Promise<void> {
    if (ms === PATIENCE_MS) return new Promise(() => undefined);
    await new Promise<void>((resolve) => setImmediate(resolve));
    clock.reach(now + Math.ceil(ms));
  }

  function current() {
    if (!life) throw new Error('the machine is switched off');
    return life;
  }

  /** What a schedule says next stays true until a heartbeat has come by. */
  const slots = new Map<string, number>();
  let beaten = now - 1;

  function nextJob({ runtime, features }: Qingfu): number {
    const due = jobsOf(features).map(({ name, schedule }) => {
      const known = slots.get(name);
      if (known !== undefined && known > beaten) return known;
      const next = nextSlot(schedule, runtime.calendar(), beaten);
      const dueAt = 'slot' in next ? next.slot.dueAt : FAR;
      slots.set(name, dueAt);
      return dueAt;
    });
    return Math.min(...due);
  }

  async function settled(): Promise<void> {
    await platform.settled();
    await life?.settled();
    await platform.settled();
  }

  async function heartbeat(): Promise<void> {
    redelivery = await platform.runDue();
    if (life) beaten = now;
    await life?.qingfu.tick();
    await settled();
  }

  life = begin();

  return {
    platform,
    clock,
    qingfu: () => current().qingfu,
    unknownPeople: (people) => current().feishu.directory.unknown(people),
    errors: () => errors,
    settled,
    async nextDue() {
      const message = life && (await nextDue(store.db));
      return Math.min(life ? nextJob(life.qingfu) : FAR, message ?? FAR, redelivery ?? FAR);
    },
    heartbeat,
    switchOff() {
      life = undefined;
    },
    async switchOn() {
      life = begin();
      await heartbeat();
    },
  };
}

const FAR = Number.POSITIVE_INFINITY;

/** As long as a click may take (`chat/handle-click.ts`). */
const PATIENCE_MS = 2_500;
