import { and, asc, eq, sql } from 'drizzle-orm';
import { reconciliation, reviewRevision } from '../../db/schema/index.ts';
import { openButton, type Todo } from '../chat/todo.ts';
import { grantsOf } from '../people/scope.ts';
import type { Ctx } from '../store/context.ts';
import { inList } from '../store/statement.ts';
import { readTasks } from './reconciliation/read-tasks.ts';
import { findOpenRounds } from './repo.ts';
import { readCompleteness } from './repo-completeness.ts';
import { deadlineOf } from './rules/deadline.ts';
import { mayBeAsked, readUnitMonths } from './unit-month.ts';
import { todoWords as words } from './words-todo.ts';

/** What waits in the counts: own months and years for liaisons; who has no figures and what to release for offices. */
export async function readTodo(ctx: Ctx): Promise<Todo[]> {
  const grants = grantsOf(ctx.actor);
  const units = grants.filter(({ role }) => role === 'liaison').map(({ unit }) => unit);
  const counties = new Set(grants.filter(({ role }) => role === 'coordinator').map(({ county }) => county));
  const levels = [...counties].sort();
  return [
    ...(levels.length > 0 ? [...(await toDecide(ctx, levels)), ...(await notYetIn(ctx, levels))] : []),
    ...(units.length > 0 ? await own(ctx, units) : []),
  ];
}

async function toDecide(ctx: Ctx, levels: readonly string[]): Promise<Todo[]> {
  const r = reviewRevision;
  const newest = ctx.db
    .select({ period: r.period, county: r.county, state: r.state, revision: sql<number>`max(${r.revision})` })
    .from(r)
    .where(inList(r.county, levels))
    .groupBy(r.period, r.county)
    .as('newest');
  const reviews = await ctx.db
    .select({ period: newest.period, county: newest.county })
    .from(newest)
    .where(eq(newest.state, 'draft'))
    .orderBy(asc(newest.period), asc(newest.county));
  const years = await ctx.db
    .select({ year: reconciliation.year, county: reconciliation.county })
    .from(reconciliation)
    .where(and(inList(reconciliation.county, levels), eq(reconciliation.state, 'draft')))
    .orderBy(asc(reconciliation.year), asc(reconciliation.county));
  const named = (county: string) => (levels.length > 1 ? county : undefined);
  return [
    ...reviews.map(
      ({ period, county }): Todo => ({
        kind: 'decide',
        text: words.review(period, named(county)),
        button: openButton(words.openReview, words.sayReview(period)),
      }),
    ),
    ...years.map(
      ({ year, county }): Todo => ({
        kind: 'decide',
        text: words.reconciliation(year, named(county)),
        button: openButton(words.openReconciliation, words.sayReconciliation(year)),
      }),
    ),
  ];
}

/** Units whose registered figures will be adopted are called by nobody (BR-14). */
async function notYetIn(ctx: Ctx, levels: readonly string[]): Promise<Todo[]> {
  const months = (await findOpenRounds(ctx.db)).map(({ month }) => month);
  if (months.length === 0) return [];
  const lists = await Promise.all(
    levels.map(async (county) => ({ county, found: await readCompleteness(ctx.db, county, months) })),
  );
  return lists.flatMap(({ county, found }) =>
    months.flatMap((month): Todo[] => {
      const state = found.get(month);
      if (!state || state.unregistered.length === 0) return [];
      const level = levels.length > 1 ? county : undefined;
      return [
        {
          kind: 'missing',
          text: words.missing(
            month,
            state.unregistered.length,
            state.due,
            deadlineOf(ctx.calendar, month),
            level,
          ),
          names: state.unregistered.map(({ name }) => name),
          button: openButton(words.openProgress, words.sayProgress),
        },
      ];
    }),
  );
}

async function own(ctx: Ctx, units: readonly string[]): Promise<Todo[]> {
  const rounds = await findOpenRounds(ctx.db);
  const views = (await Promise.all(rounds.map(({ month }) => readUnitMonths(ctx, month, units)))).flat();
  const open = views.filter((view) => view.round === 'open' && view.state === 'open' && mayBeAsked(view));
  const years = await readTasks(ctx, units);
  return [
    ...[...Map.groupBy(open, (view) => view.month)].map(
      ([month, some]): Todo => ({
        kind: 'do',
        text: words.own(month, some.length, deadlineOf(ctx.calendar, month)),
        ...(some.length > 1 ? { names: some.map((view) => view.unit.name) } : {}),
        button: openButton(words.openOwn, words.sayOwn),
      }),
    ),
    ...(years.length === 0
      ? []
      : [
          {
            kind: 'do' as const,
            text: words.explain(years.length),
            button: openButton(words.openExplain, words.sayOwn),
          },
        ]),
  ];
}
