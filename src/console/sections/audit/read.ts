import { and, desc, gte, lt, type SQL, sql } from 'drizzle-orm';
import { audit, person } from '../../../../db/schema/index.ts';
import { addDays, type Day, instantAt } from '../../../kernel/day.ts';
import { hasRole } from '../../../people/scope.ts';
import type { Ctx } from '../../../store/context.ts';
import { inList } from '../../../store/statement.ts';
import { type Reach, type RouteName, requireReach } from '../../guard.ts';
import { isActor, openIdOf, peopleOf } from '../../levels.ts';

/** There is no choice of a person: the record is for finding out about a change, not about somebody (BR-05). */
export interface AuditFilter {
  /** Prefix of the action; empty for all but who came and went, which would bury the rest. */
  feature: string;
  from: Day;
  until: Day;
  /** Part of the target. */
  target: string;
}

export interface AuditLine {
  at: number;
  actor: string;
  name: string | null;
  action: string;
  target: string;
  /** Undefined where the details are none of the reader's business. */
  data: Record<string, unknown> | undefined;
}

/** What a coordinator reads of the own level. Visits belong to the cadre office (BR-36), logins to the administrators. */
const COORDINATOR = ['counts', 'warnings', 'filings', 'voice', 'policy', 'people', 'system', 'delivery'];
/** Administrators see that something was done, but not the offices' figures (domain 1). */
const ADMINISTRATOR_DETAILS = ['policy', 'people', 'system', 'delivery', 'console'];
/** Whom a complaint is about and how it was answered stays with its desk (BR-03). */
const NO_DETAILS = ['voice'];

export async function findAudit(
  ctx: Ctx,
  filter: AuditFilter,
  { limit, offset }: { limit: number; offset: number },
  route: Extract<RouteName, 'audit' | 'auditExport'> = 'audit',
): Promise<AuditLine[]> {
  const reach = requireReach(ctx, route);
  const rows = await ctx.db
    .select({
      at: audit.at,
      actor: audit.actor,
      name: person.name,
      action: audit.action,
      target: audit.target,
      data: audit.data,
    })
    .from(audit)
    .leftJoin(person, isActor(audit.actor))
    .where(and(within(reach), matches(filter)))
    .orderBy(desc(audit.at), desc(audit.id))
    .limit(limit + 1)
    .offset(offset);
  const readable = detailsFor(ctx, reach);
  return rows.map((row) => ({ ...row, data: readable.has(featureOf(row.action)) ? row.data : undefined }));
}

export function featureOf(action: string): string {
  return action.split('.')[0] ?? '';
}

function detailsFor({ actor }: Ctx, reach: Reach): Set<string> {
  const features = reach.all && hasRole(actor, 'admin') ? ADMINISTRATOR_DETAILS : COORDINATOR;
  return new Set(features.filter((feature) => !NO_DETAILS.includes(feature)));
}

function within(reach: Reach): SQL | undefined {
  if (reach.all) return undefined;
  const feature = sql`substr(${audit.action}, 1, instr(${audit.action}, '.') - 1)`;
  return and(
    inList(feature, COORDINATOR),
    sql`${audit.actor} like 'person:%'`,
    sql`${openIdOf(audit.actor)} in ${peopleOf(reach)}`,
  );
}

function matches({ feature, from, until, target }: AuditFilter): SQL | undefined {
  return and(
    feature === ''
      ? sql`${audit.action} not in ('console.login', 'console.logout', 'console.logout-everywhere')`
      : sql`substr(${audit.action}, 1, ${feature.length + 1}) = ${`${feature}.`}`,
    from === '' ? undefined : gte(audit.at, instantAt(from, '00:00')),
    until === '' ? undefined : lt(audit.at, instantAt(addDays(until, 1), '00:00')),
    target === '' ? undefined : sql`instr(${audit.target}, ${target}) > 0`,
  );
}
