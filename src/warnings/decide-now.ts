import { countyOf, type Grounds, type Indicator, levelName, readGrounds } from '../counts/window.ts';
import { dayOf } from '../kernel/day.ts';
import { AppError } from '../kernel/errors.ts';
import { type Month, monthNumber } from '../kernel/period.ts';
import { findUnits } from '../people/repo.ts';
import { actsFor, coordinates } from '../people/scope.ts';
import type { Ctx } from '../store/context.ts';
import { gradeYear, levelScopes, type Scope } from './assess.ts';
import { type Decided, decideScope } from './decide-scope.ts';
import { readRules } from './read-rules.ts';
import { findLevels, findNotice, findTold, type NoticeRow, noticeKey } from './repo.ts';
import { findSilences } from './silences/repo.ts';
import { explainWords as words } from './words-explain.ts';

export interface Now {
  decided: Decided;
  /** Name of the unit; undefined for a level as a whole. */
  unitName: string | undefined;
  county: string;
  /** What the monthly job decided, if it has. */
  logged: NoticeRow | undefined;
}

/**
 * The decision on one scope and month from the figures as they are now and from the log of the months before, under the
 * rules of that month. A month that was decided already is decided under the version it was decided under.
 * @throws AppError not_found, forbidden
 */
export async function decideNow(
  ctx: Ctx,
  { scope, indicator, month }: { scope: string; indicator: Indicator; month: Month },
): Promise<Now> {
  const { grounds, unit, name } = await groundsOf(ctx, scope, month);
  const { county } = grounds;
  const members = grounds.units.filter((one) => one.indicator === indicator);
  if (members.length === 0) throw new AppError('not_found', words.notListed);
  const logged = await findNotice(ctx.db, { scope, indicator, month });
  const rules = await readRules(ctx.db);
  const own = logged && rules.named(logged.ruleVersion);
  const told = (await findTold(ctx.db, [scope], month)).get(noticeKey(scope, indicator)) ?? 0;
  const whole = unit === undefined ? undefined : await wholeLevel(ctx, county, indicator, month);
  const decided = decideScope(
    grounds,
    { scope, unit, indicator, members },
    {
      rules: own ? { ...rules, inForce: (at) => (at === month ? own : rules.inForce(at)) } : rules,
      silences: await findSilences(ctx.db, county, dayOf(logged?.createdAt ?? ctx.now)),
      told: () => told,
      wholeLevel: () => whole,
    },
    { full: true },
  );
  return { decided, unitName: name, county, logged };
}

async function groundsOf(
  ctx: Ctx,
  scope: string,
  month: Month,
): Promise<{ grounds: Grounds; unit: string | undefined; name: string | undefined }> {
  const county = countyOf(scope);
  if (county !== undefined) {
    if (!coordinates(ctx.actor, county)) throw new AppError('forbidden', words.forbidden);
    return { grounds: await readGrounds(ctx, county, month), unit: undefined, name: undefined };
  }
  const [unit] = await findUnits(ctx.db, [scope]);
  if (!unit) throw new AppError('not_found', words.badScope(scope));
  if (!coordinates(ctx.actor, unit.county) && !actsFor(ctx.actor, 'liaison', unit.code))
    throw new AppError('forbidden', words.forbidden);
  const grounds = await readGrounds(ctx, unit.county, month, [unit.code]);
  return { grounds, unit: unit.code, name: unit.name };
}

/** From the log when the month has been decided, else computed like the rest. */
async function wholeLevel(ctx: Ctx, county: string, indicator: Indicator, month: Month): Promise<number> {
  const name = levelName(county);
  const logged = (await findLevels(ctx.db, [name], month)).get(noticeKey(name, indicator));
  if (logged !== undefined) return logged;
  const grounds = await readGrounds(ctx, county, month);
  const scope = levelScopes(grounds).find((one: Scope) => one.indicator === indicator);
  if (!scope) return 0;
  const { grades } = gradeYear(grounds, scope, (await readRules(ctx.db)).inForce);
  return grades[monthNumber(month) - 1]?.level ?? 0;
}
