import { createFeishu } from '../../src/feishu/client.ts';
import { createBackground } from '../../src/main/background.ts';
import { BOT_OPEN_ID, KEYS } from '../../src/main/demo-platform.ts';
import { listen } from '../../src/main/listen.ts';
import { createLogger } from '../../src/main/log.ts';
import { sleep, systemDice, systemIds } from '../../src/main/system.ts';
import { createQingfu } from '../../src/main/wiring.ts';
import { nodeStore, openSqlite } from '../../src/store/node.ts';
import { testHost } from '../support/ctx.ts';
import type { Order, Report } from './orders.ts';
import { shiftedClock } from './shifted-clock.ts';

/**
 * The product in a process of its own that may be killed at any moment: real files, real sockets, assembled as `npm
 * start` assembles it, but with a clock that can be shifted and a heartbeat every second.
 */
const [databasePath = '', platformUrl = '', port = '', offset = ''] = process.argv.slice(2);

/** Shorter than in life (10 s), so that a hanging platform costs little of a run. */
const PLATFORM_TIMEOUT_MS = 1000;
const HEARTBEAT_MS = 1000;

const clock = shiftedClock(Number(offset));
const log = createLogger('error', (line) => process.stderr.write(`${line}\n`), clock.now);
const sqlite = openSqlite(databasePath);
const background = createBackground(log);
const feishu = createFeishu({ ...KEYS, baseUrl: platformUrl, clock, log, timeoutMs: PLATFORM_TIMEOUT_MS });
const qingfu = createQingfu({
  store: nodeStore(sqlite),
  clock,
  ids: systemIds,
  dice: systemDice,
  log,
  host: testHost,
  messenger: feishu.messenger,
  botOpenId: () => Promise.resolve(BOT_OPEN_ID),
  keys: KEYS,
  background: background.add,
  courier: background.alongside,
  wait: sleep,
  pendingMigrations: () => Promise.resolve([]),
});
await listen(qingfu.app, '127.0.0.1', Number(port));

let beating = false;
setInterval(() => {
  if (beating) return;
  beating = true;
  background.alongside(async () => {
    try {
      await qingfu.tick();
    } finally {
      beating = false;
    }
  });
}, HEARTBEAT_MS);

process.on('message', (order: Order) => {
  if (order.kind === 'shift') clock.shift(order.by);
  if (order.kind === 'pragma') sqlite.pragma(order.text);
  if (order.kind === 'memory') {
    globalThis.gc?.();
    tell({ kind: 'memory', bytes: process.memoryUsage().rss });
  }
  if (order.kind !== 'memory') tell({ kind: 'done' });
});
// Whoever started this process has died: nobody would ever stop it.
process.on('disconnect', () => process.exit(0));
tell({ kind: 'ready' });

function tell(report: Report): void {
  process.send?.(report);
}
