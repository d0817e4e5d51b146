import { and, eq, sql } from 'drizzle-orm';
import { countRevision, roundUnit } from '../../db/schema/index.ts';
import { actorId } from '../kernel/actor.ts';
import type { Ctx } from '../store/context.ts';
import type { Statement } from '../store/db.ts';
import { auditRow, insertRows, mustChange } from '../store/statement.ts';
import { type Entry, fingerprint } from './rules/indicator.ts';
import type { UnitState } from './rules/submission.ts';
import type { UnitMonth } from './unit-month.ts';

export interface Settlement {
  /** `open`: figures entered before the month is collected decide nothing; they fill the card in. */
  state: UnitState;
  entries: readonly Entry[];
  source: 'registered' | 'confirmed' | 'adopted' | 'corrected';
  /** Code of the reason of a correction. */
  reason?: string;
}

/**
 * Settles a unit's month. The unit's revision is the compare-and-set: whoever decides second meets a conflict and
 * decides anew. Figures that stay as they are get no new revision.
 */
export function settle(ctx: Ctx, view: UnitMonth, settlement: Settlement): Statement[] {
  const { state, entries, source, reason = '' } = settlement;
  const changed = entries.filter((entry) => {
    const known = view.figures.get(entry.indicator);
    return !known || fingerprint([known]) !== fingerprint([entry]);
  });
  const rows = changed.map((entry) => {
    const known = view.figures.get(entry.indicator);
    return {
      month: view.month,
      unit: view.unit.code,
      indicator: entry.indicator,
      revision: (known?.revision ?? 0) + 1,
      amount: entry.amount,
      unplanned: entry.unplanned,
      direct: entry.direct,
      // The card does not ask for emergencies; what was registered of them stays within the new amount.
      emergency: Math.min(known?.emergency ?? 0, entry.amount),
      ruleVersion: known?.ruleVersion ?? '',
      source,
      reason,
      author: actorId(ctx.actor),
      createdAt: ctx.now,
    };
  });
  return [
    figuresStand(view),
    ...(state === 'open' ? [stateStands(view)] : moveState(ctx, view, state)),
    ...insertRows(ctx.db, countRevision, rows),
    auditRow(ctx, `counts.${source}`, `${view.month}:${view.unit.code}`, {
      ...(reason ? { reason } : {}),
      before: fingerprint([...view.figures.values()]),
      after: fingerprint(entries),
    }),
  ];
}

/** Aborts as a conflict when figures have moved meanwhile: nobody confirms what they have not seen. */
function figuresStand({ month, unit, figures }: UnitMonth): Statement {
  const known = [...figures.values()].reduce((sum, { revision }) => sum + revision, 0);
  return sql`insert into guard (ok) select 0 where (select coalesce(sum(revision), 0) from count_current
    where month = ${month} and unit = ${unit.code}) <> ${known}`;
}

/** Aborts as a conflict when somebody has settled the month meanwhile: what is a registration would be a correction. */
export function stateStands({ month, unit, revision }: UnitMonth): Statement {
  return sql`insert into guard (ok) select 0 where coalesce((select revision from round_unit
    where month = ${month} and unit = ${unit.code}), 0) <> ${revision}`;
}

export function moveState(ctx: Ctx, view: UnitMonth, state: UnitState): Statement[] {
  const by = ctx.actor.kind === 'person' ? ctx.actor.openId : '';
  const next = { state, revision: view.revision + 1, by, at: ctx.now };
  if (!view.taken)
    return [ctx.db.insert(roundUnit).values({ month: view.month, unit: view.unit.code, ...next })];
  return [
    ctx.db
      .update(roundUnit)
      .set(next)
      .where(
        and(
          eq(roundUnit.month, view.month),
          eq(roundUnit.unit, view.unit.code),
          eq(roundUnit.revision, view.revision),
        ),
      ),
    mustChange(),
  ];
}
