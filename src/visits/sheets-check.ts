import { type Refusal, type Row, repeats, splitList, type World } from '../chat/sheet.ts';
import { dayOf } from '../kernel/day.ts';
import { halfOf } from '../kernel/period.ts';
import { endedUnits, successorsOf } from '../people/rules/succession.ts';
import { PERSON_SHEET, personColumns } from '../people/sheets-people.ts';
import { tierNames } from '../people/words.ts';
import type { Ctx } from '../store/context.ts';
import { findAvoidances, findBelow, findPoints, findSuccessions } from './repo.ts';
import { isAvoided } from './rules/assignment.ts';
import type { Succession } from './rules/succession.ts';
import { groupText, sheetWords as reasons } from './words-groups.ts';

export const GROUP_SHEET = '考察组';

export const columns = { number: '组号', liaison: '联络员open_id', points: '联系点编码' } as const;

const c = columns;

/** What a row is held against. */
interface Known {
  world: World;
  rows: readonly Row[];
  /** Who holds a post where only reading is allowed. */
  below: ReadonlySet<string>;
  /** Points that would be torn out of a group which this workbook does not speak of. */
  kept: ReadonlyMap<string, string>;
  changes: readonly Succession[];
  avoidances: readonly { group: string; unit: string }[];
}

/**
 * Every point is a known township or subdistrict and belongs to one group alone (measure 57). How many points a group
 * has is no reason to refuse it: what is not complete yet is marked in the cadre office's cards (domain 6).
 */
export async function checkGroups(ctx: Ctx, rows: readonly Row[], world: World): Promise<Refusal[]> {
  const known: Known = {
    world,
    rows,
    below: await peopleBelow(ctx, rows, world),
    kept: await pointsOfOthers(ctx, rows),
    changes: await findSuccessions(ctx.db, dayOf(ctx.now)),
    avoidances: await findAvoidances(ctx.db),
  };
  return [
    ...repeats(rows, numberOf).map(({ row, first }) => refuse(row, c.number, reasons.repeated(first))),
    ...rows.flatMap((row) => checkLiaison(row, known)),
    ...rows.flatMap((row) => unitsOf(row).flatMap((unit) => checkPoint(row, unit, known))),
  ];
}

function checkLiaison(row: Row, { world, below }: Known): Refusal[] {
  const liaison = row.cells[c.liaison];
  if (!liaison) return [];
  if (!world.people.has(liaison)) return [refuse(row, c.liaison, reasons.unknownLiaison)];
  return below.has(liaison) ? [refuse(row, c.liaison, reasons.township)] : [];
}

function checkPoint(row: Row, unit: string, known: Known): Refusal[] {
  const found = known.world.units.get(unit);
  if (!found) return [refuse(row, c.points, reasons.unknownUnit(unit))];
  const { name, tier } = found;
  if (tier !== tierNames.township) return [refuse(row, c.points, reasons.notATownship(name, unit, tier))];
  if (endedUnits(known.changes).has(unit))
    return [refuse(row, c.points, reasons.abolished(name, unit, successorsOf(unit, known.changes)))];
  const other = known.rows.find((one) => one.number < row.number && unitsOf(one).includes(unit));
  if (other) return [refuse(row, c.points, reasons.taken(name, unit, other.number))];
  if (isAvoided({ unit }, numberOf(row), known.avoidances))
    return [refuse(row, c.points, reasons.avoided(name, unit, groupText(numberOf(row))))];
  const group = known.kept.get(unit);
  return group === undefined ? [] : [refuse(row, c.points, reasons.elsewhere(name, unit, group))];
}

/** Already on record, or by what this workbook says of them. */
async function peopleBelow(ctx: Ctx, rows: readonly Row[], world: World): Promise<Set<string>> {
  const liaisons = rows.map((row) => row.cells[c.liaison] ?? '');
  const tiers: readonly string[] = [tierNames.township, tierNames.village];
  const brought = world.rows(PERSON_SHEET).flatMap(({ cells }) => {
    const tier = world.units.get(cells[personColumns.unit] ?? '')?.tier ?? '';
    return tiers.includes(tier) ? [cells[personColumns.openId] ?? ''] : [];
  });
  return new Set([...(await findBelow(ctx.db, liaisons)), ...brought]);
}

/**
 * Points of groups that this workbook does not speak of. A workbook that takes all of a group's points renames the group
 * or merges it into another one: nothing is torn out.
 */
async function pointsOfOthers(ctx: Ctx, rows: readonly Row[]): Promise<Map<string, string>> {
  const spokenOf = new Set(rows.map(numberOf));
  const listed = new Set(rows.flatMap(unitsOf));
  const points = await findPoints(ctx, halfOf(dayOf(ctx.now)));
  const others = points.filter(({ group }) => !spokenOf.has(group));
  const torn = new Set(others.filter(({ unit }) => !listed.has(unit)).map(({ group }) => group));
  return new Map(others.filter(({ group }) => torn.has(group)).map(({ unit, group }) => [unit, group]));
}

function numberOf(row: Row): string {
  return row.cells[c.number] ?? '';
}

function unitsOf(row: Row): string[] {
  return splitList(row.cells[c.points]);
}

function refuse(row: Row, column: string, reason: string): Refusal {
  return { sheet: GROUP_SHEET, row: row.number, column, reason };
}
