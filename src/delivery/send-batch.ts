import type { Messenger } from '../chat/message.ts';
import { PlatformError } from '../kernel/errors.ts';
import type { Runtime } from '../store/runtime.ts';
import { forgotten } from './forgotten.ts';
import { type Lease, putBack, settle } from './lease.ts';
import type { Pace } from './pace.ts';
import type { Pacer } from './pacer.ts';
import { afterRefusal } from './rules/retry.ts';
import type { Sendable } from './sift.ts';

export interface Round {
  runtime: Runtime;
  messenger: Messenger;
  pacer: Pacer;
  pace: Pace;
  lease: Lease;
}

export interface Sent {
  sent: number;
  held: number;
  failed: number;
  /** Time was up or the platform asked to wait; the rest went back into the queue. */
  interrupted: boolean;
}

/** Requests at once. */
const CONCURRENCY = 8;

/** Enough for one request before somebody else may take the message over. */
const LEASE_RESERVE_MS = 30_000;

/** Wrong credentials are wrong for every message: the others wait instead of failing one by one. */
const CREDENTIALS_PAUSE_MS = 5 * 60_000;

/** One lane per recipient: within it in order, the lanes side by side. */
export async function sendBatch(round: Round, rows: readonly Sendable[]): Promise<Sent> {
  const lanes = [...Map.groupBy(rows, (row) => row.target).values()];
  const untried: Sendable[] = [];
  const result: Sent = { sent: 0, held: 0, failed: 0, interrupted: false };

  async function worker(): Promise<void> {
    for (let lane = lanes.shift(); lane; lane = lanes.shift()) await sendLane(lane);
  }

  async function sendLane(lane: readonly Sendable[]): Promise<void> {
    for (const [i, row] of lane.entries()) {
      if (result.interrupted || !(await mayStart(round, row))) {
        result.interrupted = true;
        untried.push(...lane.slice(i));
        return;
      }
      const retryAt = await sendOne(round, row, result);
      if (retryAt === undefined) continue;
      // Whoever comes later does not overtake.
      const rest = lane.slice(i + 1);
      result.held += 1 + rest.length;
      if (rest.length > 0) await giveBack(round, rest, retryAt);
      return;
    }
  }

  const workers = await Promise.allSettled(Array.from({ length: CONCURRENCY }, worker));
  const crashed = workers.find(({ status }) => status === 'rejected') as PromiseRejectedResult | undefined;
  if (crashed) throw crashed.reason;
  if (untried.length > 0) await giveBack(round, untried, round.pacer.pausedUntil());
  return result;
}

async function mayStart({ pace, lease }: Round, row: Sendable): Promise<boolean> {
  return (await pace.turn(row.target)) && pace.now() < lease.until - LEASE_RESERVE_MS;
}

function giveBack({ runtime, lease }: Round, rows: readonly Sendable[], notBefore: number): Promise<void> {
  const ids = rows.map((row) => row.id);
  return runtime.store.atomically([
    putBack(runtime.store.db, lease, ids, { state: 'queued', reason: '', notBefore }),
  ]);
}

/** @returns when to try again; undefined when the message has ended. */
async function sendOne(round: Round, row: Sendable, result: Sent): Promise<number | undefined> {
  const { runtime, messenger, pacer, pace, lease } = round;
  const { db } = runtime.store;
  let messageId: string;
  try {
    messageId = (await messenger.send(row.recipient, row.card, row.id)).messageId;
  } catch (error) {
    return await refused(round, row, result, asPlatformError(error, round, row));
  }
  pacer.reached();
  const ended = { reason: '', detail: '', messageId, finishedAt: pace.now(), ...forgotten(row) };
  const sent = { state: 'sent' as const, ...ended };
  await runtime.store.atomically([settle(db, lease, row.id, sent)]);
  result.sent++;
  return undefined;
}

async function refused(
  { runtime, pacer, pace, lease }: Round,
  row: Sendable,
  result: Sent,
  error: PlatformError,
): Promise<number | undefined> {
  const { db } = runtime.store;
  const now = pace.now();
  if (error.kind === 'network') pacer.unreachable(now);
  else pacer.reached();
  if (error.kind === 'rate_limited' && error.waitMs > 0) pacer.pause(now + error.waitMs);
  if (error.kind === 'auth') pacer.pause(now + CREDENTIALS_PAUSE_MS);
  // An attempt that surely changed nothing leaves the earlier ones as uncertain as they were.
  const clear = !error.maybeDone && row.uncertainSince === lease.from;
  const uncertainSince = clear ? null : row.uncertainSince;
  const next = afterRefusal(error, { ...row, uncertainSince, now, dice: runtime.dice() });
  const { code, logId } = error;
  runtime.log.warn('delivery.refused', { id: row.id, kind: error.kind, code, logId, next: next.decision });
  const change =
    next.decision === 'retry'
      ? { state: 'queued' as const, dueAt: next.at }
      : { state: 'failed' as const, finishedAt: now, ...forgotten(row) };
  const why = { reason: next.reason, detail: error.hint };
  await runtime.store.atomically([settle(db, lease, row.id, { ...change, ...why, uncertainSince })]);
  if (next.decision === 'retry') return next.at;
  result.failed++;
  return undefined;
}

/** Anything else that a messenger throws is a bug; the message is not lost by it. */
function asPlatformError(error: unknown, { runtime }: Round, row: Sendable): PlatformError {
  if (error instanceof PlatformError) return error;
  const name = error instanceof Error ? error.name : typeof error;
  runtime.log.error('delivery.bug', { id: row.id, error: name });
  return new PlatformError({ kind: 'unknown', code: 0, retryable: true, hint: '' });
}
