import { asc, eq, ne } from 'drizzle-orm';
import { grant, person, voice, voiceReply } from '../../db/schema/index.ts';
import type { Db } from '../store/db.ts';
import { inList } from '../store/statement.ts';

export type Voice = typeof voice.$inferSelect;
export type Reply = typeof voiceReply.$inferSelect;

export async function findVoice(db: Db, number: string): Promise<Voice | undefined> {
  const [row] = await db.select().from(voice).where(eq(voice.number, number));
  return row;
}

/** In the order in which they were written. */
export async function findReplies(db: Db, number: string): Promise<Reply[]> {
  return db.select().from(voiceReply).where(eq(voiceReply.number, number)).orderBy(asc(voiceReply.revision));
}

/** Whatever is not done, oldest first. */
export async function findUndone(db: Db): Promise<Voice[]> {
  return db.select().from(voice).where(ne(voice.state, 'done')).orderBy(asc(voice.day), asc(voice.number));
}

/** Desks that have been told of something for that day. */
export async function findTold(db: Db, day: string): Promise<Pick<Voice, 'desk' | 'county'>[]> {
  return db
    .selectDistinct({ desk: voice.desk, county: voice.county })
    .from(voice)
    .where(eq(voice.announced, day));
}

/** What this person signed and somebody still keeps for them, newest first; never anonymous ones. */
export async function findSigned(db: Db, openId: string, limit: number): Promise<Voice[]> {
  if (openId === '') return [];
  const rows = await db.select().from(voice).where(eq(voice.person, openId)).orderBy(asc(voice.day));
  return rows.reverse().slice(0, limit);
}

/** Everybody with a post at one of these units, in any role. */
export async function findPosts(db: Db, units: readonly string[]): Promise<string[]> {
  if (units.length === 0) return [];
  const rows = await db.selectDistinct({ openId: grant.openId }).from(grant).where(inList(grant.unit, units));
  return rows.map(({ openId }) => openId);
}

/** Empty for whoever is not on the roster. */
export async function findName(db: Db, openId: string): Promise<string> {
  const [row] = await db.select({ name: person.name }).from(person).where(eq(person.openId, openId));
  return row?.name ?? '';
}
