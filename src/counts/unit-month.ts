import type { Tier } from '../kernel/actor.ts';
import { dayOf } from '../kernel/day.ts';
import { addMonths, type Month, monthOf } from '../kernel/period.ts';
import type { Ctx } from '../store/context.ts';
import {
  type FigureRow,
  findCountingRules,
  findFigures,
  findReporting,
  findRound,
  findStates,
} from './repo.ts';
import { ruleIn } from './rules/counting-rule.ts';
import { deadlineOf } from './rules/deadline.ts';
import { type Estimate, estimate } from './rules/estimate.ts';
import { byIndicator, type Entry, fingerprint, type Indicator } from './rules/indicator.ts';
import { type Listed, type Prefill, prefill } from './rules/prefill.ts';
import type { Shown, UnitState } from './rules/submission.ts';

/** All there is to know of one unit's part in one month; cards and decisions are made from it. */
export interface UnitMonth {
  month: Month;
  unit: { code: string; name: string; tier: Tier; county: string };
  listed: Listed[];
  /** A month without a round was never collected; it can be corrected like a closed one. */
  round: 'none' | 'open' | 'closed';
  /** The month goes on and is not collected yet: what is entered now fills its card in. */
  ahead: boolean;
  /** Ms UTC; undefined while the calendar lacks the year. */
  deadline: number | undefined;
  state: UnitState;
  /** The round has a row for this unit. */
  taken: boolean;
  /** 0 as long as nobody and nothing has decided. */
  revision: number;
  by: string;
  byName: string;
  at: number;
  /** What counts in this month, and whether it has changed with it. */
  rule: { version: string; note: string; isNew: boolean } | undefined;
  /** This month's figures in force, with their revisions. */
  figures: ReadonlyMap<Indicator, FigureRow>;
  filled: Prefill;
  /** For indicators that nothing is known of, in a month that a person still has to fill in. */
  estimates: readonly Estimate[];
  /** What a card built now shows. */
  shown: Shown;
}

/** Units on the month's list, in their fixed order; a fixed number of queries however many there are. */
export async function readUnitMonths(
  ctx: Ctx,
  month: Month,
  units?: readonly string[],
): Promise<UnitMonth[]> {
  const { db } = ctx;
  const reporting = await findReporting(db, month, units, 'standing');
  const round = await findRound(db, month);
  const states = new Map((await findStates(db, month, units)).map((row) => [row.unit, row]));
  const before = addMonths(month, -1);
  const rule = ruleOf(month, await findCountingRules(db));
  const figures = Map.groupBy(await findFigures(db, before, month, units), (row) => row.unit);
  const views = [...Map.groupBy(reporting, (row) => row.code)].flatMap(([code, rows]): UnitMonth[] => {
    const [first] = rows;
    if (!first) return [];
    const ofMonth = (wanted: Month) =>
      new Map((figures.get(code) ?? []).filter((r) => r.month === wanted).map((r) => [r.indicator, r]));
    const state = states.get(code);
    const now = ofMonth(month);
    const listed = byIndicator(rows);
    const filled = prefill(listed, now, ofMonth(before));
    const revision = state?.revision ?? 0;
    return [
      {
        month,
        unit: { code, name: first.name, tier: first.tier, county: first.county },
        listed,
        round: !round ? 'none' : round.closedAt === null ? 'open' : 'closed',
        ahead: !round && month === monthOf(dayOf(ctx.now)),
        deadline: deadlineOf(ctx.calendar, month),
        taken: state !== undefined,
        state: state?.state ?? 'open',
        revision,
        by: state?.by ?? '',
        byName: state?.byName ?? '',
        at: state?.at ?? 0,
        rule,
        figures: now,
        filled,
        estimates: [],
        shown: { revision, figures: fingerprint(filled.entries) },
      },
    ];
  });
  return withEstimates(ctx, month, views);
}

/** Only where somebody would start from an empty form: most units never do, and their year is not read. */
async function withEstimates(ctx: Ctx, month: Month, views: UnitMonth[]): Promise<UnitMonth[]> {
  const empty = views.filter(
    ({ ahead, state, filled }) =>
      !ahead && (state === 'missing' || (state === 'open' && filled.source === 'none')),
  );
  if (empty.length === 0) return views;
  const codes = empty.map(({ unit }) => unit.code);
  const year = Map.groupBy(
    await findFigures(ctx.db, addMonths(month, -12), addMonths(month, -1), codes),
    (row) => `${row.unit}:${row.indicator}`,
  );
  const asked = new Set(codes);
  return views.map((view) => {
    if (!asked.has(view.unit.code)) return view;
    const unknown = view.listed.filter(
      ({ indicator, mode }) => mode === 'figures' && !view.figures.has(indicator),
    );
    const estimates = unknown.flatMap(
      ({ indicator }) => estimate(indicator, month, year.get(`${view.unit.code}:${indicator}`) ?? []) ?? [],
    );
    return { ...view, estimates };
  });
}

/** The first rule of all is no change. */
function ruleOf(month: Month, rules: Awaited<ReturnType<typeof findCountingRules>>): UnitMonth['rule'] {
  const rule = ruleIn(month, rules);
  if (!rule) return undefined;
  const isNew = rule.fromMonth === month && rules.some(({ fromMonth }) => fromMonth < month);
  return { version: rule.version, note: rule.note, isNew };
}

export async function readUnitMonth(ctx: Ctx, month: Month, unit: string): Promise<UnitMonth | undefined> {
  const [found] = await readUnitMonths(ctx, month, [unit]);
  return found;
}

/** Townships and villages are never written to, even when a reason put them on the list (BR-12, year test 1). */
export function mayBeAsked(view: UnitMonth): boolean {
  return view.unit.tier !== 'township' && view.unit.tier !== 'village';
}

export function entryOf(view: UnitMonth, indicator: Indicator): Entry | undefined {
  return view.filled.entries.find((entry) => entry.indicator === indicator);
}
