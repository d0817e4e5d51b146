import { INDICATORS, levelName } from '../counts/window.ts';
import type { Month } from '../kernel/period.ts';
import { findCoordinators, findHolders, findUnits, type UnitRow } from '../people/repo.ts';
import type { Ctx } from '../store/context.ts';
import type { Told } from './cards.ts';
import { findCovered, findSent, findToSend, type NoticeRow, noticeKey } from './repo.ts';
import { audienceOf, isTold } from './rules/audience.ts';
import { findSigned, findTasks } from './tasks/repo.ts';
import { cardWords as words } from './words.ts';

/** Who is to be told what about a month, by open_id. */
export async function readTold(ctx: Ctx, month: Month): Promise<Map<string, Told[]>> {
  const { db } = ctx;
  const notices = await findToSend(db, month);
  const scopes = [...new Set(notices.map((notice) => notice.scope))];
  const units = new Map((await findUnits(db, scopes)).map((unit, i) => [unit.code, { ...unit, place: i }]));
  const counties = [...new Set(notices.map((notice) => notice.county))];
  const coordinators = new Map(
    await Promise.all(counties.map(async (county) => [county, await findCoordinators(db, county)] as const)),
  );
  const liaisons = Map.groupBy(await findHolders(db, 'liaison', [...units.keys()]), (h) => h.unit);
  const heard = await whoHeard(ctx, notices, month);
  const tasks = new Map(
    (await findTasks(db, scopes, month)).map((t) => [noticeKey(t.scope, t.indicator), t]),
  );
  const covered = await findCovered(db, month);
  const told = new Map<string, Told[]>();
  for (const row of inFixedOrder(notices, units)) {
    const { scope, county, indicator, level, evidence } = row;
    const whole = scope === levelName(county);
    const unit = whole ? undefined : units.get(scope);
    const key = noticeKey(scope, indicator);
    const liaisonHears =
      level === 0 ? heard.has(key) && isTold(unit?.tier) : audienceOf(level, unit?.tier).liaison;
    const one: Told = {
      scope,
      name: unit?.name ?? words.levelScope(county),
      indicator,
      level,
      evidence,
      covered: whole ? covered.filter((c) => c.county === county && c.indicator === indicator) : [],
    };
    const task = tasks.get(key);
    const office = new Set((coordinators.get(county) ?? []).map(({ openId }) => openId));
    const posts = liaisonHears ? (liaisons.get(scope) ?? []).map(({ openId }) => openId) : [];
    for (const openId of new Set([...office, ...posts])) {
      const own = office.has(openId) && task ? { ...one, task: task.kind } : one;
      told.set(openId, [...(told.get(openId) ?? []), own]);
    }
  }
  return told;
}

/** Scopes whose unit knows of the episode that ends now: from a note, or from a notice that somebody signed. */
async function whoHeard(ctx: Ctx, notices: readonly NoticeRow[], month: Month): Promise<Set<string>> {
  const scopes = notices.filter(({ level }) => level === 0).map(({ scope }) => scope);
  if (scopes.length === 0) return new Set();
  const heard = new Map<string, Month>();
  const over = new Map<string, Month>();
  for (const row of await findSent(ctx.db, scopes, month)) {
    const key = noticeKey(row.scope, row.indicator);
    if (row.reason === 'recovered') over.set(key, row.month);
    else if (row.level === 1) heard.set(key, row.month);
  }
  for (const row of await findSigned(ctx.db, scopes, month)) {
    const key = noticeKey(row.scope, row.indicator);
    if ((heard.get(key) ?? '') < row.month) heard.set(key, row.month);
  }
  return new Set([...heard].filter(([key, at]) => at > (over.get(key) ?? '')).map(([key]) => key));
}

/** What people have to settle, then levels, then units as the roster has them; never by value. */
function inFixedOrder(
  notices: readonly NoticeRow[],
  units: ReadonlyMap<string, UnitRow & { place: number }>,
): NoticeRow[] {
  const place = (row: NoticeRow) => units.get(row.scope)?.place ?? -1;
  const settled = (row: NoticeRow) => (row.level === 3 ? 0 : row.level === 0 ? 2 : 1);
  return notices.toSorted(
    (a, b) =>
      settled(a) - settled(b) ||
      place(a) - place(b) ||
      a.county.localeCompare(b.county) ||
      INDICATORS.indexOf(a.indicator) - INDICATORS.indexOf(b.indicator),
  );
}
