import { warningTask } from '../../../db/schema/index.ts';
import type { Slot } from '../../chat/job.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { findCounties, type Grounds, INDICATORS, levelName, readGrounds } from '../../counts/window.ts';
import { dayOf } from '../../kernel/day.ts';
import type { Month } from '../../kernel/period.ts';
import type { Ctx } from '../../store/context.ts';
import type { Statement } from '../../store/db.ts';
import { insertRows } from '../../store/statement.ts';
import { levelScopes, type Scope, unitScopes } from '../assess.ts';
import { type Decided, type Desk, decideScope } from '../decide-scope.ts';
import { readRules } from '../read-rules.ts';
import { findLevels, findTold, insertNotices, nextUnitsOf, noticeKey } from '../repo.ts';
import { findSilences } from '../silences/repo.ts';
import { lapseDrafts, lapseStale } from '../tasks/repo.ts';
import { draftText } from '../tasks/words.ts';
import { tellPeople } from './tell-people.ts';

/** A level of this size is decided in one step, a larger one goes on in steps of as many units. */
const UNITS_PER_STEP = 500;

type Step = Promise<Outcome<{ next: string | undefined }>>;

/**
 * Grades a month step by step, each level as a whole and with its units, then tells the people concerned. The slot is
 * the month; the cursor is `level:<county to do>`, `unit:<last code done>:<county>` or `person:<last person told>`.
 */
export async function decideNotices(ctx: Ctx, slot: Slot, cursor: string | undefined): Step {
  const [, phase, place = '', county = ''] = /^(\w+):([^:]*)(?::(.*))?$/.exec(cursor ?? 'level:') ?? [];
  if (phase === 'person') return tellPeople(ctx, { month: slot.id, after: place });
  return phase === 'unit' ? units(ctx, slot.id, county, place) : level(ctx, slot.id, place);
}

async function level(ctx: Ctx, month: Month, county: string): Step {
  const grounds = await readGrounds(ctx, county, month);
  const codes = [...new Set(grounds.units.map(({ code }) => code))].sort().slice(0, UNITS_PER_STEP);
  const first = new Set(codes);
  const rest = await memory(ctx, grounds, [levelName(county), ...codes]);
  const whole = levelScopes(grounds).map((scope) => decideScope(grounds, scope, rest(new Map())));
  const levels = new Map(whole.map(({ scope, grade }) => [keyOf(scope), grade.level]));
  const single = unitScopes(grounds).filter(({ scope }) => first.has(scope));
  const decided = [...whole, ...single.map((scope) => decideScope(grounds, scope, rest(levels)))];
  return outcome(
    { next: await following(ctx, county, codes) },
    {
      writes: [
        ...logged(ctx, grounds, decided),
        ...tasks(ctx, grounds, decided),
        lapseStale(ctx, county, month),
      ],
    },
  );
}

async function units(ctx: Ctx, month: Month, county: string, after: string): Step {
  const codes = await nextUnitsOf(ctx.db, { month, county, after, count: UNITS_PER_STEP });
  const grounds = await readGrounds(ctx, county, month, codes);
  const desk = (await memory(ctx, grounds, codes))(await findLevels(ctx.db, [levelName(county)], month));
  const decided = unitScopes(grounds).map((scope) => decideScope(grounds, scope, desk));
  return outcome(
    { next: await following(ctx, county, codes) },
    { writes: [...logged(ctx, grounds, decided), ...tasks(ctx, grounds, decided)] },
  );
}

async function following(ctx: Ctx, county: string, codes: readonly string[]): Promise<string> {
  if (codes.length === UNITS_PER_STEP) return `unit:${codes.at(-1)}:${county}`;
  const levels = ['', ...(await findCounties(ctx.db))];
  const next = levels[levels.indexOf(county) + 1];
  return next === undefined ? 'person:' : `level:${next}`;
}

const keyOf = ({ scope, indicator }: Scope) => noticeKey(scope, indicator);

/** What decisions look at besides the figures; levels as a whole come to be known while a step runs. */
async function memory(ctx: Ctx, { county, month }: Grounds, scopes: readonly string[]) {
  const told = await findTold(ctx.db, scopes, month);
  const rules = await readRules(ctx.db);
  const silences = await findSilences(ctx.db, county, dayOf(ctx.now));
  return (levels: ReadonlyMap<string, number>): Desk => ({
    rules,
    silences,
    told: (scope) => told.get(keyOf(scope)) ?? 0,
    wholeLevel: ({ unit, indicator }) =>
      unit === undefined ? undefined : levels.get(noticeKey(levelName(county), indicator)),
  });
}

/** One row of the log for every scope and indicator, sent or held, with its reason. What was said before stands. */
function logged(ctx: Ctx, { county, month }: Grounds, decided: readonly Decided[]): Statement[] {
  return insertNotices(
    ctx.db,
    decided.map(({ scope: { scope, indicator }, grade, decision, evidence, ruleVersion }) => ({
      scope,
      indicator,
      month,
      county,
      level: grade.level,
      ...decision,
      evidence,
      ruleVersion,
      createdAt: ctx.now,
    })),
  );
}

/** Above a note people decide: a drafted notice for a unit at level 2, a to-do for the office at level 3. */
function tasks(ctx: Ctx, { county, month }: Grounds, decided: readonly Decided[]): Statement[] {
  const sent = decided.filter(({ decision }) => decision.decision === 'send');
  const rows = sent.flatMap(({ scope: { scope, unit, indicator, members }, grade, evidence }) => {
    if (grade.level < 2 || (grade.level === 2 && unit === undefined)) return [];
    const kind = grade.level === 2 ? ('draft' as const) : ('todo' as const);
    const text =
      kind === 'draft' ? draftText({ name: members[0]?.name ?? '', indicator, month, evidence }) : '';
    return [{ scope, indicator, month, kind, county, text, at: ctx.now }];
  });
  const newer = INDICATORS.flatMap((indicator) => {
    const scopes = sent.filter(({ scope }) => scope.indicator === indicator).map(({ scope }) => scope.scope);
    return scopes.length > 0 ? [lapseDrafts(ctx, indicator, scopes, month)] : [];
  });
  return [...insertRows(ctx.db, warningTask, rows, (insert) => insert.onConflictDoNothing()), ...newer];
}
