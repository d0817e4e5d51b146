import { sql } from 'drizzle-orm';
import { visitGroup, visitPoint } from '../../db/schema/index.ts';
import { type Row, type Sheet, splitList } from '../chat/sheet.ts';
import { cancelSubject, enqueue } from '../delivery/enqueue.ts';
import { dayOf } from '../kernel/day.ts';
import { halfOf } from '../kernel/period.ts';
import { findSteps } from '../people/repo-succession.ts';
import { endedUnits, successorsOf } from '../people/rules/succession.ts';
import type { Ctx } from '../store/context.ts';
import type { Statement } from '../store/db.ts';
import { inList, insertRows } from '../store/statement.ts';
import { handOver } from './hand-over.ts';
import { findAssigned, findGroups, findPoints } from './repo.ts';
import type { Point } from './rules/points.ts';
import { columns as c, checkGroups, GROUP_SHEET } from './sheets-check.ts';

export const groupSheet: Sheet = {
  name: GROUP_SHEET,
  columns: [
    { title: c.number, required: true },
    { title: c.liaison, required: true },
    { title: c.points, required: true },
  ],

  check: checkGroups,

  /** A group's row says all of its points: one that is no longer listed leaves the group. */
  async writes(ctx, rows) {
    const listed = rows.flatMap((row) =>
      unitsOf(row).map((unit, sort) => ({ unit, group: numberOf(row), liaison: liaisonOf(row), sort })),
    );
    const { inherited, kept } = await successionOf(ctx, rows, new Set(listed.map(({ unit }) => unit)));
    const points = listed.map(({ unit, group, sort }) => ({
      unit,
      group,
      sort,
      inherited: inherited.has(unit),
    }));
    const groups = rows.map((row) => ({ number: numberOf(row), liaison: liaisonOf(row) }));
    const stay = [...listed.map(({ unit }) => unit), ...kept];
    return [
      ...insertRows(ctx.db, visitGroup, groups, (insert) =>
        insert.onConflictDoUpdate({ target: visitGroup.number, set: { liaison: sql`excluded.liaison` } }),
      ),
      ctx.db
        .delete(visitPoint)
        .where(sql`${inList(visitPoint.group, rows.map(numberOf))} and not ${inList(visitPoint.unit, stay)}`),
      ...insertRows(ctx.db, visitPoint, points, (insert) =>
        insert.onConflictDoUpdate({
          target: visitPoint.unit,
          set: { group: sql`excluded.group_number`, sort: sql`excluded.sort` },
        }),
      ),
      ...(await handOverOf(ctx, listed)),
    ];
  },

  async dump(ctx) {
    const points = Map.groupBy(await findPoints(ctx, halfOf(dayOf(ctx.now))), (point) => point.group);
    return (await findGroups(ctx.db)).map(({ number, liaison }) => ({
      [c.number]: number,
      [c.liaison]: liaison,
      [c.points]: (points.get(number) ?? []).map((point) => point.unit).join('；'),
    }));
  },
};

function numberOf(row: Row): string {
  return row.cells[c.number] ?? '';
}

function liaisonOf(row: Row): string {
  return row.cells[c.liaison] ?? '';
}

function unitsOf(row: Row): string[] {
  return splitList(row.cells[c.points]);
}

/**
 * Listed units that are listed for the first time because the unit they came from is no more, and rows of such former
 * units that still tell what their successors need not do again.
 */
async function successionOf(ctx: Ctx, rows: readonly Row[], listed: ReadonlySet<string>) {
  const changes = await findSteps(ctx.db, dayOf(ctx.now));
  const assigned = await findAssigned(ctx.db);
  const own = new Set(assigned.map(({ unit }) => unit));
  const ended = endedUnits(changes);
  const former = assigned.filter(({ unit }) => ended.has(unit));
  const spokenOf = new Set(rows.map(numberOf));
  const elsewhere = new Set(assigned.filter(({ group }) => !spokenOf.has(group)).map(({ unit }) => unit));
  const heirs = assigned.flatMap(({ unit }) => successorsOf(unit, changes));
  return {
    inherited: new Set(heirs.filter((unit) => listed.has(unit) && !own.has(unit))),
    kept: former
      .map(({ unit }) => unit)
      .filter((unit) => successorsOf(unit, changes).some((heir) => listed.has(heir) || elsewhere.has(heir))),
  };
}

/** Whoever takes over something open is told, as after a change in chat. */
async function handOverOf(
  ctx: Ctx,
  listed: readonly { unit: string; group: string; liaison: string }[],
): Promise<Statement[]> {
  const half = halfOf(dayOf(ctx.now));
  const before = await findPoints(ctx, half);
  const after = before.map(
    (point): Point => ({ ...point, ...listed.find(({ unit }) => unit === point.unit) }),
  );
  const { messages, cancels } = await handOver(ctx, half, before, after);
  return [
    ...cancels.flatMap((subject) => cancelSubject(ctx, subject)),
    ...messages.flatMap((message) => enqueue(ctx, message)),
  ];
}
