import { and, asc, eq, lt } from 'drizzle-orm';
import { askedQuestion, grant, handedQuestion, outbox, person, unit } from '../../../db/schema/index.ts';
import { grantsOf } from '../../people/scope.ts';
import type { Ctx } from '../../store/context.ts';
import type { Db } from '../../store/db.ts';
import { inList } from '../../store/statement.ts';
import type { Editor } from './rules/editors.ts';

export type Handed = typeof handedQuestion.$inferSelect;

export type Asked = typeof askedQuestion.$inferSelect;

/** A question that was asked a short while ago. */
export async function findAsked(db: Db, id: string): Promise<Asked | undefined> {
  const [row] = await db.select().from(askedQuestion).where(eq(askedQuestion.id, id));
  return row;
}

export async function findHanded(db: Db, id: string): Promise<Handed | undefined> {
  const [row] = await db.select().from(handedQuestion).where(eq(handedQuestion.id, id));
  return row;
}

export async function findHandedOf(db: Db, ids: readonly string[]): Promise<Handed[]> {
  if (ids.length === 0) return [];
  return db.select().from(handedQuestion).where(inList(handedQuestion.id, ids));
}

/** The question back on an answered one. */
export async function findFurther(db: Db, follows: string): Promise<Handed | undefined> {
  const [row] = await db.select().from(handedQuestion).where(eq(handedQuestion.follows, follows));
  return row;
}

/** Oldest first. */
export async function findOpen(db: Db, limit: number, before?: number): Promise<Handed[]> {
  return db
    .select()
    .from(handedQuestion)
    .where(
      and(
        eq(handedQuestion.state, 'open'),
        before === undefined ? undefined : lt(handedQuestion.createdAt, before),
      ),
    )
    .orderBy(asc(handedQuestion.createdAt), asc(handedQuestion.id))
    .limit(limit);
}

/** All posts of 政策编辑 (or of 政策审核), in a fixed order. An installation of one county has one level. */
export async function findEditors(
  { db, host }: Ctx,
  role: 'editor' | 'approver' = 'editor',
): Promise<Editor[]> {
  const rows = await db
    .select({ openId: grant.openId, unit: unit.name, tier: unit.tier, county: unit.county })
    .from(grant)
    .innerJoin(person, eq(person.openId, grant.openId))
    .innerJoin(unit, eq(unit.code, grant.unit))
    .where(and(eq(grant.role, role), eq(person.gone, false)))
    .orderBy(unit.sort, unit.code, grant.openId);
  return host.level === 'county' ? rows.map((row) => ({ ...row, county: '' })) : rows;
}

/** County of the asker's post, as `findEditors` counts levels. */
export function levelOf({ actor, host }: Ctx): string {
  if (host.level === 'county') return '';
  return grantsOf(actor).find(({ county }) => county !== '')?.county ?? '';
}

/** Was this person sent the message with that key? */
export async function wasSentTo(db: Db, key: string, openId: string): Promise<boolean> {
  const rows = await db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.key, key), eq(outbox.target, openId)));
  return rows.length > 0;
}
