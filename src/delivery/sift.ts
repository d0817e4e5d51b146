import type { Card } from '../chat/card.ts';
import type { Statement } from '../store/db.ts';
import { contextOf, type Runtime } from '../store/runtime.ts';
import { digestOf, gather } from './digest.ts';
import { emergencyAt } from './emergency.ts';
import { enqueue } from './enqueue.ts';
import { forgotten } from './forgotten.ts';
import { type Lease, type OutboxRow, putBack, settle } from './lease.ts';
import { brokenRule, type Rule } from './manners.ts';
import { withWayOut } from './opt-out.ts';
import { isGroup, isUnasked, type Recipients, readRecipients } from './recipients.ts';
import { reportRudeness } from './report-rudeness.ts';
import { shareOf } from './rules/spread.ts';
import { judge, type Verdict } from './rules/verdict.ts';

/** A message that still has its card. */
export type Sendable = OutboxRow & { card: Card };

export interface Sifted {
  /** May go out now, in order. */
  rows: Sendable[];
  held: number;
  failed: number;
}

export interface Judged {
  row: OutboxRow;
  verdict: Verdict;
  broken: Rule | undefined;
}

/** Looks once more at messages that have fallen due: hours, recipient, wording, enough for one day. */
export async function sift(runtime: Runtime, lease: Lease, stopped: boolean): Promise<Sifted> {
  const recipients = await readRecipients(runtime.store.db, runtime.host, lease.rows, lease.from);
  const judged = await judgeAll(runtime, lease.rows, { now: lease.from, stopped }, recipients);
  const { db } = runtime.store;
  const ctx = contextOf(runtime, { kind: 'system', job: 'delivery.drain' });
  const writes: Statement[] = [];
  const sifted: Sifted = { rows: [], held: 0, failed: 0 };
  const digests = gather(judged, lease, recipients).map((some) => some.map(({ row }) => row));
  const listed = new Set(digests.flat().map(({ id }) => id));
  writes.push(
    ...digests.flatMap((rows) => {
      const digest = digestOf(rows);
      return digest ? enqueue(ctx, digest) : [];
    }),
  );
  for (const { row, verdict } of judged) {
    if (listed.has(row.id)) {
      const ended = { state: 'cancelled' as const, reason: 'in_digest', finishedAt: lease.from };
      writes.push(settle(db, lease, row.id, ended));
      continue;
    }
    if (!row.card) {
      writes.push(
        settle(db, lease, row.id, { state: 'cancelled', reason: 'expired', finishedAt: lease.from }),
      );
    } else if (verdict.decision === 'send') {
      sifted.rows.push({ ...row, card: withWayOut(row, row.card) });
    } else if (verdict.decision === 'wait') {
      sifted.held++;
      const later = { state: 'held' as const, reason: verdict.reason, notBefore: verdict.at };
      writes.push(putBack(db, lease, [row.id], later));
    } else {
      if (verdict.state === 'failed') sifted.failed++;
      const { state, reason } = verdict;
      writes.push(settle(db, lease, row.id, { state, reason, finishedAt: lease.from, ...forgotten(row) }));
    }
  }
  const rude = judged.filter(({ verdict }) => verdict.decision === 'end' && verdict.reason === 'manners');
  await runtime.store.atomically([...writes, ...(await reportRudeness(ctx, rude))]);
  return sifted;
}

/** Decides about all messages without writing anything. */
export async function judgeAll(
  runtime: Runtime,
  rows: readonly OutboxRow[],
  { now, stopped }: { now: number; stopped: boolean },
  known?: Recipients,
): Promise<Judged[]> {
  const recipients = known ?? (await readRecipients(runtime.store.db, runtime.host, rows, now));
  const emergency = (await emergencyAt(runtime.store.db, now)) !== undefined;
  const promised = new Map<string, number>();
  return rows.map((row) => {
    const broken = ruleBroken(row, recipients);
    const verdict = judge(row, {
      now,
      calendar: runtime.calendar(),
      hours: runtime.host.workingHours,
      share: shareOf(row.target),
      stopped,
      emergency,
      recipient: recipients.stateOf(row),
      superseded: recipients.superseded(row),
      rude: broken !== undefined,
      unaskedToday: recipients.unaskedToday(row) + (promised.get(row.target) ?? 0),
    });
    if (verdict.decision === 'send' && isUnasked(row))
      promised.set(row.target, (promised.get(row.target) ?? 0) + 1);
    return { row, verdict, broken };
  });
}

function ruleBroken(row: OutboxRow, { names }: Recipients): Rule | undefined {
  return row.card
    ? brokenRule(row.card, { asked: row.kind === 'answer', group: isGroup(row), names })
    : undefined;
}
