import { sql } from 'drizzle-orm';
import { countItem, countRevision } from '../../../db/schema/index.ts';
import type { World } from '../../chat/sheet.ts';
import { actorId } from '../../kernel/actor.ts';
import type { Ctx } from '../../store/context.ts';
import type { Statement } from '../../store/db.ts';
import { insertRows } from '../../store/statement.ts';
import { indicatorOf } from '../lexicon.ts';
import { findFigures } from '../repo.ts';
import type { Indicator } from '../rules/indicator.ts';
import { monthIn } from '../sheets/checks.ts';
import { historyColumns, historySheet } from '../sheets/history.ts';
import type { ImportPlan } from './import-plan.ts';
import { findSettled, type Item } from './repo.ts';
import { changes, NOTHING, plus, type Tally } from './rules/tally.ts';

/** What the plan stores: items, and the figures that follow from them. */
export async function importWrites(
  ctx: Ctx,
  plan: ImportPlan,
  world: Pick<World, 'rows'>,
): Promise<Statement[]> {
  const fresh = plan.fresh.map(
    (item): Item => ({
      ...item,
      id: ctx.ids.next(),
      struck: null,
      source: 'import',
      revision: 1,
      author: actorId(ctx.actor),
      createdAt: ctx.now,
    }),
  );
  const moves = [...fresh.map((after) => ({ before: undefined, after })), ...plan.changed];
  return [
    ...insertRows(ctx.db, countItem, fresh),
    ...insertRows(
      ctx.db,
      countItem,
      plan.changed.map(({ after }) => after),
      (insert) => insert.onConflictDoUpdate({ target: countItem.id, set: REPLACED }),
    ),
    ...(await figureWrites(ctx, shiftsOf(moves), world)),
  ];
}

const REPLACED = {
  key: sql`excluded.key`,
  number: sql`excluded.number`,
  day: sql`excluded.day`,
  month: sql`excluded.month`,
  kind: sql`excluded.kind`,
  issuer: sql`excluded.issuer`,
  capacity: sql`excluded.capacity`,
  reach: sql`excluded.reach`,
  parts: sql`excluded.parts`,
  unplanned: sql`excluded.unplanned`,
  emergency: sql`excluded.emergency`,
  heads: sql`excluded.heads`,
  basis: sql`excluded.basis`,
  withdrawnDay: sql`excluded.withdrawn_day`,
  revision: sql`excluded.revision`,
};

interface ImportShift {
  unit: string;
  indicator: Indicator;
  month: string;
  tally: Tally;
}

function shiftsOf(moves: readonly { before: Item | undefined; after: Item }[]): ImportShift[] {
  const sums = new Map<string, ImportShift>();
  for (const { before, after } of moves) {
    for (const [month, tally] of changes(before, after)) {
      const { unit, indicator } = after;
      const key = `${month} ${unit} ${indicator}`;
      const sum = sums.get(key)?.tally ?? NOTHING;
      sums.set(key, { unit, indicator, month, tally: plus(sum, tally) });
    }
  }
  return [...sums.values()];
}

/** Figures that the same workbook states as history are taken from there, not added to. */
async function figureWrites(
  ctx: Ctx,
  all: readonly ImportShift[],
  world: Pick<World, 'rows'>,
): Promise<Statement[]> {
  const stated = new Set(
    world.rows(historySheet.name).map(({ cells }) => {
      const indicator = indicatorOf(cells[historyColumns.indicator] ?? '');
      return `${monthIn(cells[historyColumns.month] ?? '')} ${cells[historyColumns.unit]} ${indicator}`;
    }),
  );
  const shifts = all.filter(({ month, unit, indicator }) => !stated.has(`${month} ${unit} ${indicator}`));
  if (shifts.length === 0) return [];
  const months = shifts.map(({ month }) => month).toSorted();
  const span = [months[0] ?? '', months.at(-1) ?? ''] as const;
  const units = [...new Set(shifts.map(({ unit }) => unit))];
  const known = new Map(
    (await findFigures(ctx.db, ...span, units)).map((row) => [
      `${row.month} ${row.unit} ${row.indicator}`,
      row,
    ]),
  );
  const settled = await findSettled(ctx.db, ...span, units);
  const rows = shifts.map(({ month, unit, indicator, tally }) => {
    const before = known.get(`${month} ${unit} ${indicator}`);
    const late = settled.has(`${month} ${unit}`);
    return {
      month,
      unit,
      indicator,
      revision: (before?.revision ?? 0) + 1,
      ...plus(before ?? NOTHING, tally),
      ruleVersion: before?.ruleVersion ?? '',
      source: late ? ('corrected' as const) : ('registered' as const),
      reason: late ? 'omitted' : '',
      author: actorId(ctx.actor),
      createdAt: ctx.now,
    };
  });
  return insertRows(ctx.db, countRevision, rows);
}
