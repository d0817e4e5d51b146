import type { Message } from '../chat/message.ts';
import { digestCard } from './cards.ts';
import { CAUGHT_UP } from './enqueue.ts';
import type { Lease, OutboxRow } from './lease.ts';
import { isUnasked, type Recipients } from './recipients.ts';
import { UNASKED_PER_DAY, type Verdict } from './rules/verdict.ts';

/** Two things come as they are: most are settled by one tap, and a list before them would only cost another one. */
const SEVERAL = 3;

/** After a downtime there is one summary and nothing beside it (burden-rules section 3, point 7). */
const SEVERAL_LATE = 2;

interface Judged {
  row: OutboxRow;
  verdict: Verdict;
}

/** Unasked messages that would come to one person at the same moment, where they are several: one digest each. */
export function gather<T extends Judged>(judged: readonly T[], lease: Lease, recipients: Recipients): T[][] {
  const together = judged.filter(
    ({ row, verdict }) =>
      isUnasked(row) &&
      row.recipient.kind === 'person' &&
      row.card !== null &&
      // One that may have arrived already must come again as it was, or not at all.
      row.uncertainSince === lease.from &&
      !row.key.startsWith('delivery.') &&
      (verdict.decision === 'send' ||
        (verdict.decision === 'wait' && verdict.reason === 'enough_for_today')) &&
      recipients.unaskedToday(row) < UNASKED_PER_DAY,
  );
  return [...Map.groupBy(together, ({ row }) => row.target).values()].filter(
    (some) => some.length >= (some.some(isLate) ? SEVERAL_LATE : SEVERAL),
  );
}

function isLate({ row }: Judged): boolean {
  return row.reason === CAUGHT_UP;
}

/** Lists them by title; each is opened by a tap. It is of use as long as any of them is. */
export function digestOf(rows: readonly OutboxRow[]): Message | undefined {
  const [first] = rows;
  if (!first) return undefined;
  const ends = rows.map(({ notAfter }) => notAfter ?? Number.POSITIVE_INFINITY);
  const last = Math.max(...ends);
  return {
    key: `delivery.digest@${first.id}`,
    to: first.recipient,
    card: digestCard(rows),
    kind: rows.some(({ kind }) => kind === 'duty') ? 'duty' : 'notice',
    ...(Number.isFinite(last) && { notAfter: last }),
  };
}
