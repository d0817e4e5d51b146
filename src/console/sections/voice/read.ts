import { and, asc, desc, eq, ne, or, type SQL, sql } from 'drizzle-orm';
import { voice } from '../../../../db/schema/index.ts';
import { grantsOf } from '../../../people/scope.ts';
import type { Ctx } from '../../../store/context.ts';
import { inList } from '../../../store/statement.ts';
import { type RouteName, requireReach } from '../../guard.ts';

export interface VoiceLine {
  number: string;
  kind: typeof voice.$inferSelect.kind;
  text: string;
  day: string;
  state: typeof voice.$inferSelect.state;
}

/** What lies at the reader's desk, without who brought it and whom it is about: the oldest first, what is done the newest. */
export async function findVoices(
  ctx: Ctx,
  { done }: { done: boolean },
  { limit, offset }: { limit: number; offset: number },
  route: Extract<RouteName, 'voice' | 'voiceExport'> = 'voice',
): Promise<VoiceLine[]> {
  requireReach(ctx, route);
  return ctx.db
    .select({
      number: voice.number,
      kind: voice.kind,
      text: voice.text,
      day: voice.day,
      state: voice.state,
    })
    .from(voice)
    .where(and(atOwnDesk(ctx), done ? eq(voice.state, 'done') : ne(voice.state, 'done')))
    .orderBy(...(done ? [desc(voice.day), desc(voice.number)] : [asc(voice.day), asc(voice.number)]))
    .limit(limit + 1)
    .offset(offset);
}

/** `mayHandle` of `voice/route.ts` as a condition, so that a page of a long list can be read. */
function atOwnDesk({ actor }: Ctx): SQL | undefined {
  const grants = grantsOf(actor);
  const levels = grants.filter(({ role }) => role === 'coordinator').map(({ county }) => county);
  const posts = JSON.stringify(grants.map(({ unit }) => unit));
  const meant = sql`exists (select 1 from json_each(${voice.about}) a
    where a.value in (select value from json_each(${posts})))`;
  return and(
    or(
      and(eq(voice.desk, 'office'), inList(voice.county, levels)),
      grants.some(({ role }) => role === 'admin') ? eq(voice.desk, 'admin') : undefined,
    ),
    sql`not ${meant}`,
  );
}
