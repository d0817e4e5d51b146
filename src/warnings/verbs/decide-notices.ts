import { notice } from '../../../db/schema/index.ts';
import type { Slot } from '../../chat/job.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import {
  findCounties,
  type Grounds,
  INDICATORS,
  levelName,
  nextReportingUnits,
  readGrounds,
  type UnitGrounds,
} from '../../counts/window.ts';
import type { Month } from '../../kernel/period.ts';
import { findUnits } from '../../people/repo.ts';
import type { Ctx } from '../../store/context.ts';
import type { Statement } from '../../store/db.ts';
import { insertRows } from '../../store/statement.ts';
import { assess } from '../assess.ts';
import { findLastLevels, noticeKey } from '../repo.ts';
import { DEFAULTS } from '../rules/parameters.ts';
import { tellPeople } from './tell-people.ts';

/** A hundred units make some thirty statements of D1's batch. */
const UNITS_PER_STEP = 100;

type Step = Promise<Outcome<{ next: string | undefined }>>;

/**
 * Grades a month step by step, every unit, every county, the city, then tells the people concerned. The slot is the
 * month; the cursor is `unit:<last code done>`, `level:<county to do>` or `person:<last person told>`.
 */
export async function decideNotices(ctx: Ctx, slot: Slot, cursor: string | undefined): Step {
  const [, phase, place = ''] = /^(\w+):(.*)$/.exec(cursor ?? 'unit:') ?? [];
  if (phase === 'person') return tellPeople(ctx, { month: slot.id, after: place });
  const levels = [...(await findCounties(ctx.db)), ''];
  return phase === 'level' ? level(ctx, slot.id, place, levels) : units(ctx, slot.id, place, levels);
}

async function units(ctx: Ctx, month: Month, after: string, levels: readonly string[]): Step {
  const codes = await nextReportingUnits(ctx.db, month, after, UNITS_PER_STEP);
  const byCounty = Map.groupBy(await findUnits(ctx.db, codes), (unit) => unit.county);
  const writes: Statement[] = [];
  for (const [county, of] of byCounty) {
    const grounds = await readGrounds(
      ctx,
      county,
      month,
      of.map((unit) => unit.code),
    );
    writes.push(...(await notices(ctx, grounds, scopesOf(grounds))));
  }
  const more = codes.length === UNITS_PER_STEP;
  return outcome({ next: more ? `unit:${codes.at(-1)}` : `level:${levels[0] ?? ''}` }, { writes });
}

async function level(ctx: Ctx, month: Month, county: string, levels: readonly string[]): Step {
  const grounds = await readGrounds(ctx, county, month);
  const scopes = INDICATORS.map((indicator) => ({
    scope: levelName(county),
    unit: undefined,
    units: grounds.units.filter((unit) => unit.indicator === indicator),
  })).filter(({ units: members }) => members.length > 0);
  const following = levels[levels.indexOf(county) + 1];
  return outcome(
    { next: following === undefined ? 'person:' : `level:${following}` },
    { writes: await notices(ctx, grounds, scopes) },
  );
}

interface Scope {
  scope: string;
  /** Code of the unit when the scope is a single one. */
  unit: string | undefined;
  units: UnitGrounds[];
}

function scopesOf(grounds: Grounds): Scope[] {
  return grounds.units.map((unit) => ({ scope: unit.code, unit: unit.code, units: [unit] }));
}

/** One row of the log for every scope and indicator, sent or held, with its reason. What was said before stands. */
async function notices(ctx: Ctx, grounds: Grounds, scopes: readonly Scope[]): Promise<Statement[]> {
  const names = [...new Set(scopes.map(({ scope }) => scope))];
  const last = await findLastLevels(ctx.db, names, grounds.month);
  const rows = scopes.flatMap(({ scope, unit, units: members }) => {
    const indicator = members[0]?.indicator;
    if (!indicator) return [];
    const { decision, reason, grade, evidence } = assess(
      grounds,
      members,
      unit,
      last.get(noticeKey(scope, indicator)),
    );
    return [
      {
        scope,
        indicator,
        month: grounds.month,
        county: grounds.county,
        level: grade.level,
        decision,
        reason,
        evidence,
        ruleVersion: DEFAULTS.version,
        createdAt: ctx.now,
      },
    ];
  });
  return insertRows(ctx.db, notice, rows, (insert) => insert.onConflictDoNothing());
}
