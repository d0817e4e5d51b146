import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { figureRevision, grant, localFigure, person, unit } from '../../../db/schema/index.ts';
import type { Role, Tier } from '../../kernel/actor.ts';
import type { Ctx } from '../../store/context.ts';
import type { Db } from '../../store/db.ts';
import { inList } from '../../store/statement.ts';

export type FigureRevision = typeof figureRevision.$inferSelect;

/** A local standard for everybody (`unit` empty) or for one unit. */
export interface FigureKey {
  code: string;
  unit: string;
}

export type Row = Record<string, string>;

export const keyOf = ({ code, unit: of }: FigureKey) => `${code}@${of}`;

/** Rows that are live, of these codes, by `keyOf`; nothing where none are. */
export async function findLive(db: Db, codes: readonly string[]): Promise<Map<string, Row[]>> {
  const rows = await db
    .select()
    .from(localFigure)
    .where(inList(localFigure.code, codes))
    .orderBy(asc(localFigure.code), asc(localFigure.unit), asc(localFigure.position));
  return new Map([...Map.groupBy(rows, keyOf)].map(([key, own]) => [key, own.map(({ values }) => values)]));
}

export async function findLiveRows(db: Db, key: FigureKey): Promise<Row[]> {
  return (await findLive(db, [key.code])).get(keyOf(key)) ?? [];
}

export async function findRevision(
  db: Db,
  { code, unit: of }: FigureKey,
  revision: number,
): Promise<FigureRevision | undefined> {
  const [row] = await db
    .select()
    .from(figureRevision)
    .where(
      and(eq(figureRevision.code, code), eq(figureRevision.unit, of), eq(figureRevision.revision, revision)),
    );
  return row;
}

/** What waits for another person's yes; one at most for each local standard of a unit. */
export async function findProposed(db: Db, code?: string): Promise<FigureRevision[]> {
  return db
    .select()
    .from(figureRevision)
    .where(
      and(
        eq(figureRevision.state, 'proposed'),
        code === undefined ? undefined : eq(figureRevision.code, code),
      ),
    )
    .orderBy(asc(figureRevision.code), asc(figureRevision.unit));
}

/** Newest first. */
export async function findHistory(db: Db, code: string, limit: number): Promise<FigureRevision[]> {
  return db
    .select()
    .from(figureRevision)
    .where(eq(figureRevision.code, code))
    .orderBy(desc(figureRevision.createdAt), desc(figureRevision.revision))
    .limit(limit);
}

/** The last numbers that are taken, by `keyOf`; absent for what has no history yet. */
export async function findLast(
  db: Db,
  codes: readonly string[],
): Promise<Map<string, { revision: number; turn: number }>> {
  const rows = await db
    .select({
      code: figureRevision.code,
      unit: figureRevision.unit,
      revision: sql<number>`max(${figureRevision.revision})`,
      turn: sql<number>`coalesce(max(${figureRevision.turn}), 0)`,
    })
    .from(figureRevision)
    .where(inList(figureRevision.code, codes))
    .groupBy(figureRevision.code, figureRevision.unit);
  return new Map(rows.map(({ revision, turn, ...key }) => [keyOf(key), { revision, turn }]));
}

/** A post at a unit, as it may be responsible for a subject. */
export interface Post {
  role: Role;
  unit: string;
  tier: Tier;
  county: string;
}

/** Names of the units at which somebody holds one of these roles. */
export async function findPosts({ db }: Ctx, roles: readonly Role[]): Promise<(Post & { code: string })[]> {
  return db
    .selectDistinct({
      role: grant.role,
      code: unit.code,
      unit: unit.name,
      tier: unit.tier,
      county: unit.county,
    })
    .from(grant)
    .innerJoin(person, eq(person.openId, grant.openId))
    .innerJoin(unit, eq(unit.code, grant.unit))
    .where(and(inList(grant.role, roles), eq(person.gone, false)));
}

export async function nameOf(db: Db, actor: string): Promise<string> {
  const [row] = await db
    .select({ name: person.name })
    .from(person)
    .where(eq(person.openId, actor.replace(/^person:/, '')));
  return row?.name ?? '';
}
