import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import { deputy, grant, handOver, person, unit, unitSuccessor } from '../../../../db/schema/index.ts';
import { readTodos } from '../../../chat/todo.ts';
import { features } from '../../../features.ts';
import { ROLES, type Role, TIERS, type Tier } from '../../../kernel/actor.ts';
import type { Day } from '../../../kernel/day.ts';
import { AppError } from '../../../kernel/errors.ts';
import { findUnits, type UnitRow } from '../../../people/repo.ts';
import type { Ctx } from '../../../store/context.ts';
import { type Reach, type RouteName, requireReach } from '../../guard.ts';
import { errorWords } from '../../words.ts';

export interface UnitFilter {
  text: string;
  tier: Tier | '';
}

export interface UnitLine extends UnitRow {
  /** Names of liaisons, in a fixed order. */
  liaisons: string;
  /** First day on which the unit is no more; null while nobody has entered one. */
  endsOn: Day | null;
}

/** Units of the reader's levels, in the order of the roster. */
export async function findUnitLines(
  ctx: Ctx,
  filter: UnitFilter,
  { limit, offset }: { limit: number; offset: number },
  route: Extract<RouteName, 'people' | 'peopleExport'> = 'people',
): Promise<UnitLine[]> {
  const reach = requireReach(ctx, route);
  // Names are written out: the builder leaves tables off in a query over one table.
  const liaisons = sql<string>`coalesce((select group_concat(name, '、') from (select p.name as name
    from "grant" g join person p on p.open_id = g.open_id
    where g.unit = "unit"."code" and g.role = 'liaison' and p.gone = 0 order by g.open_id)), '')`;
  const endsOn = sql<Day | null>`(select min(s.from_day) from unit_successor s where s.unit = "unit"."code"
    and not exists (select 1 from unit_successor k where k.unit = s.unit and k.successor = k.unit))`;
  return ctx.db
    .select({
      code: unit.code,
      name: unit.name,
      tier: unit.tier,
      county: unit.county,
      sort: unit.sort,
      remoteness: unit.remoteness,
      liaisons,
      endsOn,
    })
    .from(unit)
    .where(and(within(reach), matches(filter)))
    .orderBy(unit.sort, unit.code)
    .limit(limit + 1)
    .offset(offset);
}

function within({ all, levels }: Reach): SQL | undefined {
  return all ? undefined : inArray(unit.county, [...levels]);
}

function matches({ text, tier }: UnitFilter): SQL | undefined {
  const has = (column: SQL | { getSQL(): SQL }) => sql`instr(${column}, ${text}) > 0`;
  return and(
    tier === '' ? undefined : eq(unit.tier, tier),
    text === '' ? undefined : or(has(unit.name), has(unit.code), has(unit.county)),
  );
}

/** @throws AppError not_found for what is none of the reader's */
export async function readUnit(
  ctx: Ctx,
  code: string | undefined,
  route: Extract<RouteName, 'unit' | 'post'> = 'unit',
): Promise<UnitRow> {
  const reach = requireReach(ctx, route);
  const [found] = await findUnits(ctx.db, [code ?? '']);
  if (!found || !(reach.all || reach.levels.includes(found.county)))
    throw new AppError('not_found', errorWords.missingPage);
  return found;
}

export interface PostLine {
  openId: string;
  name: string;
  role: Role;
  gone: boolean;
  /** Who takes over and when; null while nothing is arranged. */
  successor: string | null;
  fromDay: Day | null;
  /** Last day of a deputy's post; null for everybody else. */
  until: Day | null;
}

export async function findPosts({ db }: Ctx, code: string): Promise<PostLine[]> {
  const rows = await db
    .select({
      openId: grant.openId,
      name: person.name,
      role: grant.role,
      gone: person.gone,
      successor: sql<
        string | null
      >`(select next.name from person next where next.open_id = ${handOver.successor})`,
      fromDay: handOver.fromDay,
      until: deputy.until,
    })
    .from(grant)
    .innerJoin(person, eq(person.openId, grant.openId))
    .leftJoin(
      handOver,
      and(eq(handOver.unit, grant.unit), eq(handOver.role, grant.role), eq(handOver.openId, grant.openId)),
    )
    .leftJoin(
      deputy,
      and(eq(deputy.unit, grant.unit), eq(deputy.openId, grant.openId), eq(grant.role, 'liaison')),
    )
    .where(eq(grant.unit, code))
    .orderBy(grant.openId);
  return ROLES.flatMap((role) => rows.filter((row) => row.role === role));
}

/** Names of the units that take this one's place, and from which day. */
export async function findSuccessors({ db }: Ctx, code: string): Promise<{ name: string; fromDay: Day }[]> {
  return db
    .select({ name: sql<string>`coalesce(${unit.name}, '')`, fromDay: unitSuccessor.fromDay })
    .from(unitSuccessor)
    .leftJoin(unit, eq(unit.code, unitSuccessor.successor))
    .where(eq(unitSuccessor.unit, code))
    .orderBy(unitSuccessor.successor);
}

/** What waits at one post, as every feature tells it: this is what goes along when the post changes hands. */
export async function readDuties(ctx: Ctx, at: UnitRow, { role, openId, name }: PostLine): Promise<string[]> {
  const post = { role, unit: at.code, tier: at.tier, county: at.county };
  const todos = await readTodos(
    { ...ctx, actor: { kind: 'person', openId, name, grants: [post] } },
    features,
  );
  return todos.map(({ text }) => text);
}

export function tierIn(query: URLSearchParams): Tier | '' {
  return TIERS.find((tier) => tier === query.get('tier')) ?? '';
}

export function roleIn(text: string | undefined): Role | undefined {
  return ROLES.find((role) => role === text);
}
