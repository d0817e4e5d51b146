import { and, eq, ne } from 'drizzle-orm';
import { expect } from 'vitest';
import { grant, outbox, unit } from '../../db/schema/index.ts';
import { FLEETING } from '../../src/chat/message.ts';
import { dayOf, timeOf } from '../../src/kernel/day.ts';
import { packagedCalendar } from '../../src/main/calendar.ts';
import type { Db } from '../../src/store/db.ts';
import type { LogLine } from '../support/house.ts';
import type { Stage } from './stage.ts';

/** Facts SY-04. */
const HOURS = [
  ['08:30', '12:00'],
  ['14:30', '18:00'],
] as const;

interface Sent {
  key: string;
  kind: 'answer' | 'duty' | 'notice' | 'patch';
  /** Ms UTC. */
  at: number;
  chat: 'p2p' | 'group';
  openId: string;
}

/** What holds for every message of every scenario (BR-15, BR-16, BR-40, BR-41). */
export async function checkManners({ platform, house }: Stage): Promise<void> {
  const { db } = house.store;
  for (const { response, title, request } of platform.journal()) {
    const code = (response as { code?: number } | null)?.code;
    expect(code, `${title} ${JSON.stringify(request)} → ${JSON.stringify(response)}`).not.toBe(230099);
  }
  const sent = await allSent(platform, db);
  const townships = await peopleOfTownships(db);
  for (const message of sent.filter(({ kind }) => kind === 'duty' || kind === 'notice')) {
    const { key, at, chat, openId } = message;
    expect(isWorkingTime(at), `${key} at ${dayOf(at)} ${timeOf(at)}`).toBe(true);
    expect(chat, `${key} came unasked`).toBe('p2p');
    expect(townships.has(openId), `${key} went to a township`).toBe(false);
  }
  checkLog(house.log, platform);
  const keys = sent.map(({ key }) => key);
  expect(keys, 'each message once').toEqual([...new Set(keys)]);
}

/** A living process has nothing to complain of, and writes down neither names nor what people said. */
function checkLog(log: readonly LogLine[], platform: Stage['platform']): void {
  const errors = log.filter(({ level }) => level === 'error');
  expect(errors, 'errors in the log').toEqual([]);
  const secret = platform.people().flatMap(({ openId, name }) => [
    name,
    ...platform
      .view(openId)
      .chats.flatMap(({ messages }) => messages)
      .filter(({ from, text }) => !from.bot && text.length > 3)
      .map(({ text }) => text),
  ]);
  const written = log.map((line) => JSON.stringify(line)).join('\n');
  for (const words of new Set(secret))
    expect(written.includes(words), `the log tells “${words}”`).toBe(false);
}

/** Every message that the bot wrote, with what the product knows of it; one that it does not know is a fault. */
async function allSent(platform: Stage['platform'], db: Db): Promise<Sent[]> {
  const rows = await db
    .select({ key: outbox.key, kind: outbox.kind, messageId: outbox.messageId })
    .from(outbox)
    .where(ne(outbox.messageId, ''));
  // What somebody opened for themselves alone keeps no trace of its message: as many as such rows may be unknown.
  const forgotten = await db
    .select({ key: outbox.key, kind: outbox.kind })
    .from(outbox)
    .where(and(eq(outbox.subject, FLEETING), eq(outbox.state, 'sent'), eq(outbox.messageId, '')));
  const known = new Map(rows.filter(({ kind }) => kind !== 'patch').map((row) => [row.messageId, row]));
  const seen = new Map<string, Sent>();
  for (const { openId } of platform.people())
    for (const chat of platform.view(openId).chats)
      for (const message of chat.messages.filter(({ from }) => from.bot)) {
        if (seen.has(message.id)) continue;
        const row = known.get(message.id) ?? forgotten.pop();
        expect(row, `the product does not know ${message.id}: ${message.text}`).toBeDefined();
        if (row) seen.set(message.id, { ...row, at: message.at, chat: chat.kind, openId });
      }
  return [...seen.values()];
}

function isWorkingTime(at: number): boolean {
  const time = timeOf(at);
  return packagedCalendar.isWorkday(dayOf(at)) && HOURS.some(([from, to]) => time >= from && time < to);
}

/** Those who hold posts below the county and no other. */
async function peopleOfTownships(db: Db): Promise<Set<string>> {
  const posts = await db
    .select({ openId: grant.openId, tier: unit.tier })
    .from(grant)
    .innerJoin(unit, eq(unit.code, grant.unit));
  const below = (tier: string) => tier === 'township' || tier === 'village';
  const others = new Set(posts.filter(({ tier }) => !below(tier)).map(({ openId }) => openId));
  return new Set(posts.map(({ openId }) => openId).filter((openId) => !others.has(openId)));
}
