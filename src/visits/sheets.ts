import { asc, sql } from 'drizzle-orm';
import { visitGroup, visitPoint } from '../../db/schema/index.ts';
import { type Refusal, type Row, repeats, type Sheet, splitList, type World } from '../chat/sheet.ts';
import { tierNames } from '../people/words.ts';
import type { Db } from '../store/db.ts';
import { inList, insertRows } from '../store/statement.ts';
import { hasRightSize } from './rules/assignment.ts';
import { compareNumbers } from './rules/points.ts';

const NAME = '考察组';
const NUMBER = '组号';
const LIAISON = '联络员open_id';
const POINTS = '联系点编码';

export const groupSheet: Sheet = {
  name: NAME,
  columns: [
    { title: NUMBER, required: true },
    { title: LIAISON, required: true },
    { title: POINTS, required: true },
  ],

  async check(ctx, rows, world) {
    const kept = await findPointsOfOthers(ctx.db, rows);
    return [
      ...repeats(rows, numberOf).map(({ row, first }) =>
        refuse(row, NUMBER, `组号与第 ${first} 行重复，请合并成一行`),
      ),
      ...rows.flatMap((row) => checkLiaison(row, world)),
      ...rows.flatMap((row) => checkPoints(row, rows, world, kept)),
    ];
  },

  /** A group's row says all of its points: one that is no longer listed leaves the group. */
  async writes({ db }, rows) {
    const points = rows.flatMap((row) =>
      pointsOf(row).map((unit, sort) => ({ unit, group: numberOf(row), sort })),
    );
    const groups = rows.map((row) => ({ number: numberOf(row), liaison: row.cells[LIAISON] ?? '' }));
    const units = points.map((point) => point.unit);
    return [
      ...insertRows(db, visitGroup, groups, (insert) =>
        insert.onConflictDoUpdate({ target: visitGroup.number, set: { liaison: sql`excluded.liaison` } }),
      ),
      db
        .delete(visitPoint)
        .where(
          sql`${inList(visitPoint.group, rows.map(numberOf))} and not ${inList(visitPoint.unit, units)}`,
        ),
      ...insertRows(db, visitPoint, points, (insert) =>
        insert.onConflictDoUpdate({
          target: visitPoint.unit,
          set: { group: sql`excluded.group_number`, sort: sql`excluded.sort` },
        }),
      ),
    ];
  },

  async dump({ db }) {
    const groups = await db.select().from(visitGroup);
    const points = await db.select().from(visitPoint).orderBy(asc(visitPoint.sort), asc(visitPoint.unit));
    const byGroup = Map.groupBy(points, (point) => point.group);
    return groups
      .sort((a, b) => compareNumbers(a.number, b.number))
      .map(({ number, liaison }) => ({
        [NUMBER]: number,
        [LIAISON]: liaison,
        [POINTS]: (byGroup.get(number) ?? []).map((point) => point.unit).join('；'),
      }));
  },
};

function numberOf(row: Row): string {
  return row.cells[NUMBER] ?? '';
}

function pointsOf(row: Row): string[] {
  return splitList(row.cells[POINTS]);
}

function refuse(row: Row, column: string, reason: string): Refusal {
  return { sheet: NAME, row: row.number, column, reason };
}

function checkLiaison(row: Row, world: World): Refusal[] {
  const liaison = row.cells[LIAISON];
  if (!liaison || world.people.has(liaison)) return [];
  return [refuse(row, LIAISON, '“人员”表里没有这个 open_id，请先在“人员”表登记该联络员')];
}

/** Every point is a known township or subdistrict and belongs to this group alone (measure 57). */
function checkPoints(
  row: Row,
  rows: readonly Row[],
  world: World,
  kept: ReadonlyMap<string, string>,
): Refusal[] {
  const points = pointsOf(row);
  const size =
    points.length > 0 && !hasRightSize(points.length)
      ? [refuse(row, POINTS, `每组联系 2—3 个乡镇（街道），这里有 ${points.length} 个`)]
      : [];
  const each = points.flatMap((unit) => {
    const known = world.units.get(unit);
    if (!known) return [refuse(row, POINTS, `“单位”表里没有编码 ${unit}`)];
    if (known.tier !== tierNames.township)
      return [refuse(row, POINTS, `${known.name}（${unit}）是${known.tier}，联系点只能是乡镇街道`)];
    const other = rows.find((one) => one.number < row.number && pointsOf(one).includes(unit));
    if (other) return [refuse(row, POINTS, `${known.name}（${unit}）在第 ${other.number} 行已有考察组联系`)];
    const group = kept.get(unit);
    if (group === undefined) return [];
    return [
      refuse(row, POINTS, `${known.name}（${unit}）现由组号 ${group} 联系，请把该组也放进本表一起调整`),
    ];
  });
  return [...size, ...each];
}

/** Points held by groups that this workbook does not speak of. */
async function findPointsOfOthers(db: Db, rows: readonly Row[]): Promise<Map<string, string>> {
  const others = await db
    .select({ unit: visitPoint.unit, group: visitPoint.group })
    .from(visitPoint)
    .where(sql`not ${inList(visitPoint.group, rows.map(numberOf))}`);
  return new Map(others.map(({ unit, group }) => [unit, group]));
}
