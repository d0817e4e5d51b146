import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { signedMessage } from './events.ts';
import { fullLoad, type LoadResult, median, pacedLoad, round } from './load.ts';
import { lookUpOf, lookUpOnD1 } from './look-up.ts';
import { start } from './process.ts';
import { statisticsOf } from './statistics.ts';
import { warningsOf } from './warnings.ts';

/** Many short rounds, one server after the other: these machines are noisy, and only neighbours in time compare. */
const ROUNDS = 16;
const ROUND_MS = 500;
const WARM_UP_MS = 1500;
/** Few connections wait for the disk together; many let the next group gather meanwhile. */
const FEW = 64;
const MANY = 256;
const EVENTS_PER_ROUND = 12_000;
const CROWD_SECONDS = 30;
const CROWD_RATE = 200;

const folder = mkdtempSync(join(tmpdir(), 'qingfu-bench-'));

try {
  const acknowledgement = await compareAcknowledgement(FEW);
  const acknowledgementOfMany = await compareAcknowledgement(MANY);
  const crowd = await crowdOf200();
  // Five years of a large city; a province in one level, of which warnings are decided county by county.
  const statistics = await statisticsOf(500, 60);
  const statisticsOfMany = await statisticsOf(40_000, 18, { warnings: false });
  const warnings = await warningsOf(500);
  const lookUp = [await lookUpOf(500), await lookUpOf(5_000), await lookUpOf(50_000, 60)];
  const lookUpOfD1 = await lookUpOnD1(5_000);
  console.log(
    JSON.stringify({
      acknowledgement,
      acknowledgementOfMany,
      crowd,
      statistics,
      statisticsOfMany,
      warnings,
      lookUp,
      lookUpOfD1,
    }),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Durable acknowledgement against a bare Hono route and a route that only verifies and decrypts, interleaved. */
async function compareAcknowledgement(connections: number) {
  const kinds = ['bare', 'decode', 'acknowledge'] as const;
  const servers = await Promise.all(
    kinds.map((kind) => start('server.ts', kind, join(folder, `ack-${connections}.db`))),
  );
  const results: Record<(typeof kinds)[number], LoadResult[]> = { bare: [], decode: [], acknowledge: [] };
  try {
    for (let n = 0; n <= ROUNDS; n++) {
      const events = Array.from({ length: EVENTS_PER_ROUND }, (_, i) =>
        signedMessage(n * EVENTS_PER_ROUND + i, Date.now()),
      );
      for (const [i, kind] of kinds.entries()) {
        const result = await fullLoad(
          `${servers[i]?.url}/feishu/events`,
          events,
          connections,
          n === 0 ? WARM_UP_MS : ROUND_MS,
        );
        // The first round only warms up.
        if (n > 0) results[kind].push(result);
      }
    }
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
  const ratioTo = (base: 'bare' | 'decode') =>
    round(median(results.acknowledge.map((own, i) => own.perSecond / (results[base][i]?.perSecond ?? 1))));
  const rates = Object.fromEntries(
    kinds.map((kind) => [kind, median(results[kind].map((r) => r.perSecond))]),
  );
  console.log(`acknowledged per second over ${connections} connections: ${JSON.stringify(rates)}`);
  return {
    connections,
    perSecond: rates,
    toBare: ratioTo('bare'),
    toDecode: ratioTo('decode'),
    p99Ms: median(results.acknowledge.map((r) => r.p99Ms)),
  };
}

/** 200 questions a second for half a minute through the whole product, answers going out at the platform's limits. */
async function crowdOf200() {
  const path = join(folder, 'crowd.db');
  const platform = await start('platform.ts');
  const server = await start('server.ts', 'whole', path, platform.url);
  try {
    const events = Array.from({ length: CROWD_SECONDS * CROWD_RATE }, (_, i) => signedMessage(i, Date.now()));
    const result = await pacedLoad(`${server.url}/feishu/events`, events, CROWD_RATE);
    console.log(`crowd: ${JSON.stringify(result)}`);
    await server.stop();
    const database = new Database(path, { readonly: true });
    const claimed = database.prepare<[], { n: number }>('select count(*) as n from inbox').get()?.n ?? 0;
    database.close();
    return { ...result, events: events.length, claimed, lost: events.length - claimed };
  } finally {
    await Promise.all([server.stop(), platform.stop()]);
  }
}
