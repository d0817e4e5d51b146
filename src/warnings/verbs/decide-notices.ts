import { notice, warningTask } from '../../../db/schema/index.ts';
import type { Slot } from '../../chat/job.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import {
  findCounties,
  type Grounds,
  INDICATORS,
  levelName,
  nextReportingUnits,
  readGrounds,
} from '../../counts/window.ts';
import { dayOf } from '../../kernel/day.ts';
import type { Month } from '../../kernel/period.ts';
import { findUnits } from '../../people/repo.ts';
import type { Ctx } from '../../store/context.ts';
import type { Statement } from '../../store/db.ts';
import { insertRows } from '../../store/statement.ts';
import { levelScopes, type Scope, unitScopes } from '../assess.ts';
import { type Decided, decideScope } from '../decide-scope.ts';
import { readRules } from '../read-rules.ts';
import { findLevels, findTold, noticeKey } from '../repo.ts';
import { findSilences } from '../silences/repo.ts';
import { lapseDrafts } from '../tasks/repo.ts';
import { draftText } from '../tasks/words.ts';
import { tellPeople } from './tell-people.ts';

/** A hundred units make some forty statements of D1's batch. */
const UNITS_PER_STEP = 100;

type Step = Promise<Outcome<{ next: string | undefined }>>;

/**
 * Grades a month step by step: the city and every county, then every unit, then tells the people concerned. The slot
 * is the month; the cursor is `level:<county to do>`, `unit:<last code done>` or `person:<last person told>`.
 */
export async function decideNotices(ctx: Ctx, slot: Slot, cursor: string | undefined): Step {
  const [, phase, place = ''] = /^(\w+):(.*)$/.exec(cursor ?? 'level:') ?? [];
  if (phase === 'person') return tellPeople(ctx, { month: slot.id, after: place });
  return phase === 'unit' ? units(ctx, slot.id, place) : level(ctx, slot.id, place);
}

async function level(ctx: Ctx, month: Month, county: string): Step {
  const grounds = await readGrounds(ctx, county, month);
  const levels = ['', ...(await findCounties(ctx.db))];
  const following = levels[levels.indexOf(county) + 1];
  const writes = await notices(ctx, grounds, levelScopes(grounds), new Map());
  return outcome({ next: following === undefined ? 'unit:' : `level:${following}` }, { writes });
}

async function units(ctx: Ctx, month: Month, after: string): Step {
  const codes = await nextReportingUnits(ctx.db, month, after, UNITS_PER_STEP);
  const byCounty = Map.groupBy(await findUnits(ctx.db, codes), (unit) => unit.county);
  const whole = await findLevels(ctx.db, [...byCounty.keys()].map(levelName), month);
  const writes: Statement[] = [];
  for (const [county, of] of byCounty) {
    const own = of.map((unit) => unit.code);
    const grounds = await readGrounds(ctx, county, month, own);
    writes.push(...(await notices(ctx, grounds, unitScopes(grounds), whole)));
  }
  const more = codes.length === UNITS_PER_STEP;
  return outcome({ next: more ? `unit:${codes.at(-1)}` : 'person:' }, { writes });
}

/** One row of the log for every scope and indicator, sent or held, with its reason. What was said before stands. */
async function notices(
  ctx: Ctx,
  grounds: Grounds,
  scopes: readonly Scope[],
  whole: ReadonlyMap<string, number>,
): Promise<Statement[]> {
  const { county, month } = grounds;
  const told = await findTold(ctx.db, [...new Set(scopes.map(({ scope }) => scope))], month);
  const desk = {
    rules: await readRules(ctx.db),
    silences: await findSilences(ctx.db, county, dayOf(ctx.now)),
    told: ({ scope, indicator }: Scope) => told.get(noticeKey(scope, indicator)) ?? 0,
    wholeLevel: ({ unit, indicator }: Scope) =>
      unit === undefined ? undefined : whole.get(noticeKey(levelName(county), indicator)),
  };
  const decided = scopes.map((scope) => decideScope(grounds, scope, desk));
  const rows = decided.map(({ scope: { scope, indicator }, grade, decision, evidence, ruleVersion }) => ({
    scope,
    indicator,
    month,
    county,
    level: grade.level,
    ...decision,
    evidence,
    ruleVersion,
    createdAt: ctx.now,
  }));
  return [
    ...insertRows(ctx.db, notice, rows, (insert) => insert.onConflictDoNothing()),
    ...tasks(ctx, grounds, decided),
  ];
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
