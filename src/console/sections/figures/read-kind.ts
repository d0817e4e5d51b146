import { and, asc, desc, eq, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { figureRevision, person, unit } from '../../../../db/schema/index.ts';
import { localFigureKinds } from '../../../../db/seed/facts.ts';
import type { LocalFigureKind } from '../../../../db/seed/types.ts';
import { AppError } from '../../../kernel/errors.ts';
import { definitions } from '../../../policy/figures/definitions.ts';
import { type FigureKey, type FigureRevision, findRevision } from '../../../policy/figures/repo.ts';
import type { FigureDefinition } from '../../../policy/figures/rules/definition.ts';
import { figureWords } from '../../../policy/figures/words.ts';
import type { Ctx } from '../../../store/context.ts';
import { actorText } from '../../actor-text.ts';
import { type Reach, requireReach } from '../../guard.ts';
import { isActor } from '../../levels.ts';
import { type StandardRoute, unitsOf } from './read.ts';
import { standardWords as words } from './words.ts';

export interface Kind extends LocalFigureKind {
  definition: FigureDefinition;
}

/** @throws AppError not_found */
export function kindOf(code: string): Kind {
  const [definition, kind] = [definitions.get(code), localFigureKinds.get(code)];
  if (!definition || !kind) throw new AppError('not_found', figureWords.unknown(code));
  return { ...kind, definition };
}

/** Name of the unit whose table it is. @throws AppError not_found, also beyond the reach: nobody learns that it is there */
export async function unitNameOf({ db, host }: Ctx, reach: Reach, code: string): Promise<string> {
  if (code === '') return host.level === 'city' ? words.everybody : words.everybodyCounty;
  const [row] = await db
    .select({ name: unit.name })
    .from(unit)
    .where(and(eq(unit.code, code), reach.all ? undefined : sql`${unit.code} in ${unitsOf(reach)}`));
  if (!row) throw new AppError('not_found', figureWords.unknownUnit(code));
  return row.name;
}

/** Units that may have a table of their own: villages follow their township. */
export async function findUnitChoices(ctx: Ctx, reach: Reach): Promise<(readonly [string, string])[]> {
  const rows = await ctx.db
    .select({ code: unit.code, name: unit.name, county: unit.county })
    .from(unit)
    .where(and(ne(unit.tier, 'village'), reach.all ? undefined : sql`${unit.code} in ${unitsOf(reach)}`))
    .orderBy(asc(unit.sort), asc(unit.code));
  return rows.map(({ code, name, county }) => [
    code,
    county === '' || name.startsWith(county) ? name : `${county} ${name}`,
  ]);
}

/** Names of townships, offered while one types and asked for mistakes of spelling. */
export async function findTownships(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.db
    .select({ name: unit.name })
    .from(unit)
    .where(eq(unit.tier, 'township'))
    .orderBy(asc(unit.sort), asc(unit.code));
  return rows.map(({ name }) => name);
}

export interface RevisionLine extends FigureRevision {
  authorName: string;
  deciderName: string;
  unitName: string;
}

const decider = alias(person, 'decider');

/** Newest first, within the reach. */
export async function findRevisions(
  ctx: Ctx,
  route: StandardRoute,
  code: string,
  limit: number,
): Promise<RevisionLine[]> {
  const reach = requireReach(ctx, route);
  const rows = await ctx.db
    .select({
      revision: figureRevision,
      author: person.name,
      decider: decider.name,
      unit: unit.name,
    })
    .from(figureRevision)
    .leftJoin(person, isActor(figureRevision.author))
    .leftJoin(decider, sql`${decider.openId} = substr(${figureRevision.decidedBy}, ${'person:'.length + 1})`)
    .leftJoin(unit, eq(unit.code, figureRevision.unit))
    .where(
      and(
        eq(figureRevision.code, code),
        reach.all
          ? undefined
          : sql`(${figureRevision.unit} = '' or ${figureRevision.unit} in ${unitsOf(reach)})`,
      ),
    )
    .orderBy(desc(figureRevision.createdAt), desc(figureRevision.revision))
    .limit(limit);
  const general = ctx.host.level === 'city' ? words.everybody : words.everybodyCounty;
  return rows.map(({ revision, author, decider: decidedBy, unit: unitName }) => ({
    ...revision,
    authorName: revision.author === '' ? words.before : actorText(revision.author, author),
    deciderName: revision.decidedBy === '' ? '' : actorText(revision.decidedBy, decidedBy),
    unitName: unitName ?? general,
  }));
}

/** @throws AppError not_found, also beyond the reach */
export async function findChange(
  ctx: Ctx,
  route: StandardRoute,
  key: FigureKey,
  revision: number,
): Promise<FigureRevision & { unitName: string }> {
  const reach = requireReach(ctx, route);
  const unitName = await unitNameOf(ctx, reach, key.unit);
  const found = await findRevision(ctx.db, key, revision);
  if (!found) throw new AppError('not_found', figureWords.unknownRevision);
  return { ...found, unitName };
}
