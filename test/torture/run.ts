import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { sleep } from '../../src/main/system.ts';
import { seededDice } from '../support/house.ts';
import { type Check, checksOf } from './checks.ts';
import { machineFaults, platformFaults, type Stage } from './faults.ts';
import { begin } from './load.ts';
import { buildServer, ProcessEnded, subjectOf } from './subject.ts';
import { foundTown, lost, type Town } from './town.ts';

export interface Plan {
  /** Names the bundle, so that two runs do not meet. */
  name: string;
  /** SIGKILLs under load; between them, faults are drawn. */
  kills: number;
  /** Faults by name, as often as they are to come. */
  faults: readonly (keyof typeof FAULTS)[];
  /** Whether the platform is away for a day at the end. */
  awayDay: boolean;
  /** Seconds of load without kills at the end, over which memory is compared. */
  calmSeconds: number;
  seed: number;
  tell?(line: string): void;
}

export interface Outcome {
  kills: number;
  /** Fault → how often it came. */
  faults: Readonly<Record<string, number>>;
  checks: readonly Check[];
  /** Megabytes at the beginning and at the end of the calm load. */
  memory: { before: number; after: number };
  /** Median ms from spawn to ready. */
  startMs: number;
}

export const FAULTS = { ...platformFaults, ...machineFaults };

/** One run against a process that is killed again and again, with people at work and a platform that misbehaves. */
export async function torture(plan: Plan): Promise<Outcome> {
  const { name, kills, calmSeconds, seed, tell } = plan;
  const folder = mkdtempSync(join(tmpdir(), 'qingfu-torture-'));
  const server = await buildServer(name);
  const town = await foundTown(folder);
  const dice = seededDice(seed);
  const subject = subjectOf(server.file, () => [
    town.databasePath,
    town.platformUrl,
    String(town.port),
    String(town.clock.now() - Date.now()),
  ]);
  const stage: Stage = { ...town, subject, dice };
  const ladder = setInterval(() => void town.platform.runDue(), 500);
  const counted: Record<string, number> = {};
  try {
    await subject.start();
    await openRound(stage);
    const load = begin(town, dice);
    await platformLosesOne(town);
    await killUnderLoad();
    tell?.('calm load');
    // The first seconds after a start still fill caches.
    await sleep(Math.min(calmSeconds, 5) * 1000);
    const before = await subject.memory();
    await sleep(calmSeconds * 1000);
    const after = await subject.memory();
    tell?.('coming to rest');
    await load.stop();
    await rest(stage);
    if (plan.awayDay) {
      await platformAway(stage);
      await rest(stage);
    }
    return {
      kills,
      faults: counted,
      checks: checksOf(town, load.diary, plan),
      memory: { before: before / 2 ** 20, after: after / 2 ** 20 },
      startMs: subject.starts().toSorted((a, b) => a - b)[Math.floor(subject.starts().length / 2)] ?? 0,
    };
  } finally {
    clearInterval(ladder);
    await subject.kill();
    server.remove();
    rmSync(folder, { recursive: true, force: true });
  }

  /** Kills come at any moment of a fault, too: the fault then goes on in the next life, where it can. */
  async function killUnderLoad(): Promise<void> {
    const queue = shuffled(plan.faults);
    for (let n = 0; n < Math.max(kills, queue.length); n++) {
      const fault = queue.shift();
      const trouble = fault ? meet(fault) : Promise.resolve();
      if (n < kills) {
        await sleep(100 + dice() * 1200);
        await subject.kill();
        await sleep(dice() * 200);
        await subject.start();
      }
      await trouble;
      if ((n + 1) % 20 === 0) tell?.(`${Math.min(n + 1, kills)} kills`);
    }
  }

  async function meet(what: keyof typeof FAULTS): Promise<void> {
    counted[what] = (counted[what] ?? 0) + 1;
    await FAULTS[what](stage).catch((error: unknown) => {
      // The process was killed in the middle of it; what it was told died with it.
      if (!(error instanceof ProcessEnded)) throw error;
    });
  }

  function shuffled<T>(items: readonly T[]): T[] {
    return items
      .map((item) => [dice(), item] as const)
      .toSorted(([a], [b]) => a - b)
      .map(([, item]) => item);
  }
}

/** One heartbeat before the moment at which the round opens, and then the moment. */
async function openRound(stage: Stage): Promise<void> {
  await sleep(1500);
  await pass(stage, 60_000);
}

/** Somebody asks and stops the bot: nothing can be sent to them any more, and nobody else may notice. */
async function platformLosesOne({ platform }: Town): Promise<void> {
  await platform.users.open(lost);
  await platform.users.setState(lost, 'stopped-bot');
  await platform.users.say(lost, '村干部报酬几年涨一次');
}

/** The day on which the month's report and warnings come, and not one call gets through until the next. */
async function platformAway(stage: Stage): Promise<void> {
  const { platform, clock } = stage;
  await pass(stage, Date.parse('2026-07-07T09:00:00+08:00') - clock.now());
  platform.faults.inject({ path: '/open-apis', kind: 'reset', times: Number.POSITIVE_INFINITY });
  for (const hours of [1, 1, 6, 16.5]) {
    await pass(stage, hours * 3_600_000);
    await sleep(2500);
  }
  platform.faults.clear();
}

async function pass({ clock, subject }: Stage, ms: number): Promise<void> {
  clock.shift(ms);
  await subject.order({ kind: 'shift', by: ms });
}

/** Time passes faster, and nothing goes wrong any more, until neither side owes the other anything. */
async function rest(stage: Stage): Promise<void> {
  const { platform, databasePath } = stage;
  platform.faults.clear();
  for (let minutes = 0; minutes < 240; minutes += 2) {
    const due = await platform.runDue();
    await platform.settled();
    await sleep(1200);
    if (due === undefined && isIdle(databasePath)) return;
    await pass(stage, 2 * 60_000);
  }
}

function isIdle(databasePath: string): boolean {
  const db = new Database(databasePath, { readonly: true });
  try {
    const open = db
      .prepare(
        `select (select count(*) from inbox where state = 'new')
           + (select count(*) from outbox where state in ('queued', 'held', 'sending')) as n`,
      )
      .get() as { n: number };
    return open.n === 0;
  } finally {
    db.close();
  }
}
