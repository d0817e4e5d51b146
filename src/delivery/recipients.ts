import { and, count, eq, gte, inArray, max, ne, sql } from 'drizzle-orm';
import { groupChat, outbox, person, unit } from '../../db/schema/index.ts';
import { dayOf, instantAt } from '../kernel/day.ts';
import { served } from '../people/service.ts';
import type { Host } from '../store/context.ts';
import type { Db } from '../store/db.ts';
import { inList } from '../store/statement.ts';
import type { OutboxRow } from './lease.ts';
import { mayShame } from './manners.ts';
import type { RecipientState } from './rules/verdict.ts';

/** What is known about the recipients of a batch, read for all of them at once. */
export interface Recipients {
  stateOf(row: OutboxRow): RecipientState;
  /** Unasked messages that this person got today. */
  unaskedToday(row: OutboxRow): number;
  /** A later change of the same card is queued. */
  superseded(row: OutboxRow): boolean;
  /** Names of units and people; read only when a group message may name them. */
  names: readonly string[];
}

export async function readRecipients(
  db: Db,
  host: Host,
  rows: readonly OutboxRow[],
  now: number,
): Promise<Recipients> {
  const openIds = targetsOf(rows, (row) => row.recipient.kind === 'person');
  const unasked = targetsOf(rows, (row) => row.recipient.kind === 'person' && isUnasked(row));
  const chats = rows.filter(isGroup);
  const people = await readPeople(db, openIds);
  const groups = await readGroups(db, targetsOf(chats));
  const today = await countToday(db, unasked, now);
  const latest = await readLatestPatch(
    db,
    targetsOf(rows, (row) => row.kind === 'patch'),
  );
  const names = chats.some((row) => row.card && mayShame(row.card)) ? await readNames(db) : [];

  function stateOf(row: OutboxRow): RecipientState {
    const { recipient, target } = row;
    if (recipient.kind === 'patch') return 'reachable';
    if (recipient.kind !== 'person') return groups.get(target) ?? 'reachable';
    if (!served(host, target)) return 'unserved';
    return people.get(target) ?? (host.bootstrapAdmins.includes(target) ? 'reachable' : 'unknown');
  }

  return {
    stateOf,
    unaskedToday: (row) => today.get(row.target) ?? 0,
    superseded: (row) => row.kind === 'patch' && row.id < (latest.get(row.target) ?? ''),
    names,
  };
}

export function isUnasked({ kind }: Pick<OutboxRow, 'kind'>): boolean {
  return kind === 'duty' || kind === 'notice';
}

export function isGroup({ recipient }: Pick<OutboxRow, 'recipient'>): boolean {
  return recipient.kind === 'chat' || recipient.kind === 'reply';
}

function targetsOf(rows: readonly OutboxRow[], which: (row: OutboxRow) => boolean = () => true): string[] {
  return [...new Set(rows.filter(which).map((row) => row.target))];
}

async function readPeople(db: Db, openIds: readonly string[]): Promise<Map<string, RecipientState>> {
  if (openIds.length === 0) return new Map();
  const rows = await db
    .select({ openId: person.openId, gone: person.gone, muted: person.muted })
    .from(person)
    .where(inList(person.openId, openIds));
  return new Map(
    rows.map(({ openId, gone, muted }) => [openId, gone ? 'gone' : muted ? 'muted' : 'reachable']),
  );
}

async function readGroups(db: Db, chatIds: readonly string[]): Promise<Map<string, RecipientState>> {
  if (chatIds.length === 0) return new Map();
  const rows = await db.select().from(groupChat).where(inList(groupChat.chatId, chatIds));
  return new Map(
    rows.map(({ chatId, state, silent }) => [
      chatId,
      state !== 'active' ? 'group_gone' : silent ? 'group_silent' : 'reachable',
    ]),
  );
}

async function countToday(db: Db, openIds: readonly string[], now: number): Promise<Map<string, number>> {
  if (openIds.length === 0) return new Map();
  const rows = await db
    .select({ target: outbox.target, sent: count() })
    .from(outbox)
    .where(
      and(
        inList(outbox.target, openIds),
        inArray(outbox.kind, ['duty', 'notice']),
        // The plus keeps SQLite from walking through everything ever sent instead of these people's messages.
        sql`+${outbox.state} = 'sent'`,
        gte(outbox.finishedAt, instantAt(dayOf(now), '00:00')),
      ),
    )
    .groupBy(outbox.target);
  return new Map(rows.map((row) => [row.target, row.sent]));
}

async function readLatestPatch(db: Db, messageIds: readonly string[]): Promise<Map<string, string>> {
  if (messageIds.length === 0) return new Map();
  const rows = await db
    .select({ target: outbox.target, id: max(outbox.id) })
    .from(outbox)
    .where(and(inList(outbox.target, messageIds), eq(outbox.kind, 'patch'), ne(outbox.state, 'cancelled')))
    .groupBy(outbox.target);
  return new Map(rows.map((row) => [row.target, row.id ?? '']));
}

async function readNames(db: Db): Promise<string[]> {
  const units = await db.select({ name: unit.name }).from(unit);
  const people = await db.select({ name: person.name }).from(person);
  return [...units, ...people].map((row) => row.name).filter((name) => name.length > 1);
}
