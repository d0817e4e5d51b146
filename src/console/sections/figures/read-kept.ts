import { and, count, countDistinct, desc, eq, gte, lte, sql } from 'drizzle-orm';
import {
  countingRule,
  filing,
  planRevision,
  reporting,
  trainingCourse,
  visitGroup,
  warningRule,
} from '../../../../db/schema/index.ts';
import { dayOf } from '../../../kernel/day.ts';
import type { KeptIn } from '../../../policy/figures/rules/definition.ts';
import type { Ctx } from '../../../store/context.ts';
import { ACCESS, type RouteName, reachOf } from '../../guard.ts';
import { keptWords } from './words.ts';

export interface Kept {
  place: string;
  state: string;
  /** Absent where the room is closed to whoever looks, or there is none. */
  path?: string;
}

/** The room in which a matter is kept. */
const ROOMS: Partial<Record<KeptIn, RouteName>> = { plans: 'plans', 'counting-rules': 'countingRules' };

/** How it stands where the matter itself is kept: read from there, never entered twice. */
export async function findKept(ctx: Ctx, kept: KeptIn): Promise<Kept> {
  const { n, more } = await countOf(ctx, kept);
  const { place, state } = keptWords[kept];
  const room = ROOMS[kept];
  const open = room && reachOf(ctx.actor, room, ctx.host);
  return { place, state: state(n, more), ...(room && open ? { path: ACCESS[room].path } : {}) };
}

async function countOf(ctx: Ctx, kept: KeptIn): Promise<{ n: number; more: string }> {
  const { db } = ctx;
  const today = dayOf(ctx.now);
  const [year, month] = [today.slice(0, 4), today.slice(0, 7)];
  const first = (rows: { n: number }[], more = '') => ({ n: rows[0]?.n ?? 0, more });
  switch (kept) {
    case 'plans':
      return first(
        await db
          .select({ n: countDistinct(planRevision.unit) })
          .from(planRevision)
          .where(eq(planRevision.year, Number(year))),
        year,
      );
    case 'counting-rules':
      return versionOf(
        await db
          .select({ version: countingRule.version })
          .from(countingRule)
          .where(lte(countingRule.fromMonth, month))
          .orderBy(desc(countingRule.fromMonth))
          .limit(1),
      );
    case 'reporting':
      return first(await db.select({ n: countDistinct(reporting.unit) }).from(reporting));
    case 'warning-rules':
      return versionOf(
        await db
          .select({ version: warningRule.version })
          .from(warningRule)
          .where(lte(warningRule.fromMonth, month))
          .orderBy(desc(warningRule.fromMonth), desc(warningRule.createdAt))
          .limit(1),
      );
    case 'filings':
      return first(
        await db
          .select({ n: count() })
          .from(filing)
          .where(and(eq(filing.state, 'filed'), sql`substr(${filing.startDay}, 1, 4) = ${year}`)),
        year,
      );
    case 'courses':
      return first(
        await db
          .select({ n: count() })
          .from(trainingCourse)
          .where(and(eq(trainingCourse.state, 'planned'), gte(trainingCourse.closingDay, today))),
      );
    case 'groups':
      return first(await db.select({ n: count() }).from(visitGroup));
    case 'filing-number':
      return { n: ctx.host.filingNumber ? 1 : 0, more: ctx.host.filingNumber };
  }
}

function versionOf(rows: { version: string }[]): { n: number; more: string } {
  return { n: rows.length, more: rows[0]?.version ?? '' };
}
