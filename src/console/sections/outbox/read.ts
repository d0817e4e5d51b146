import { and, count, desc, eq, gte, inArray, or, type SQL, sql } from 'drizzle-orm';
import { outbox, person } from '../../../../db/schema/index.ts';
import { addDays, type Day, instantAt } from '../../../kernel/day.ts';
import type { Ctx } from '../../../store/context.ts';
import { type Reach, type RouteName, requireReach } from '../../guard.ts';
import { peopleOf } from '../../levels.ts';

/** As people speak of it: what waits is of two kinds for the machine only. */
export const DELIVERY_STATES = ['waiting', 'sent', 'failed', 'cancelled'] as const;

export type DeliveryState = (typeof DELIVERY_STATES)[number];

export interface OutboxFilter {
  state: DeliveryState | '';
  from: Day;
  until: Day;
}

export interface OutboxLine {
  createdAt: number;
  finishedAt: number | null;
  /** When it will be tried next, ms UTC; of no meaning once finished. */
  dueAt: number;
  kind: 'duty' | 'notice';
  /** What it is about: its key up to the `@`. */
  about: string;
  state: DeliveryState;
  /** A word of `delivery/words-reasons.ts`. */
  reason: string;
  detail: string;
  /** Null for groups and for people who are not on the roster. */
  name: string | null;
  toGroup: boolean;
}

const STORED = {
  waiting: ['queued', 'sending', 'held'],
  sent: ['sent'],
  failed: ['failed'],
  cancelled: ['cancelled'],
} as const satisfies Record<DeliveryState, readonly (typeof outbox.$inferSelect)['state'][]>;

/** Messages that the bot sent unasked. Answers are left out: who asks what, and how often, is nobody's business (BR-05). */
export async function findOutbox(
  ctx: Ctx,
  filter: OutboxFilter,
  { limit, offset }: { limit: number; offset: number },
  route: Extract<RouteName, 'outbox' | 'outboxExport'> = 'outbox',
): Promise<OutboxLine[]> {
  const reach = requireReach(ctx, route);
  const rows = await ctx.db
    .select({
      createdAt: outbox.createdAt,
      finishedAt: outbox.finishedAt,
      dueAt: outbox.dueAt,
      kind: outbox.kind,
      about: sql<string>`substr(${outbox.key}, 1, instr(${outbox.key} || '@', '@') - 1)`,
      state: outbox.state,
      reason: outbox.reason,
      detail: outbox.detail,
      name: person.name,
      recipient: outbox.recipient,
    })
    .from(outbox)
    .leftJoin(person, eq(person.openId, outbox.target))
    .where(and(unasked(reach), matches(filter)))
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(limit + 1)
    .offset(offset);
  return rows.map(({ recipient, ...row }) => ({
    ...row,
    kind: row.kind === 'duty' ? 'duty' : 'notice',
    state:
      DELIVERY_STATES.find((state) => (STORED[state] as readonly string[]).includes(row.state)) ?? 'waiting',
    toGroup: recipient.kind === 'chat',
  }));
}

/** Since `since`, ms UTC. */
export async function countUndelivered(ctx: Ctx, since: number): Promise<number> {
  const reach = requireReach(ctx, 'outbox');
  const [row] = await ctx.db
    .select({ n: count() })
    .from(outbox)
    .where(and(unasked(reach), eq(outbox.state, 'failed'), gte(outbox.finishedAt, since)));
  return row?.n ?? 0;
}

function unasked(reach: Reach): SQL | undefined {
  return and(
    inArray(outbox.kind, ['duty', 'notice']),
    // What goes to inspection groups is the cadre office's business (BR-36).
    reach.all
      ? undefined
      : and(sql`${outbox.target} in ${peopleOf(reach)}`, sql`substr(${outbox.key}, 1, 7) <> 'visits.'`),
  );
}

function matches({ state, from, until }: OutboxFilter): SQL | undefined {
  return and(
    state === '' ? undefined : or(...STORED[state].map((stored) => eq(outbox.state, stored))),
    from === '' ? undefined : gte(outbox.createdAt, instantAt(from, '00:00')),
    until === '' ? undefined : sql`${outbox.createdAt} < ${instantAt(addDays(until, 1), '00:00')}`,
  );
}
