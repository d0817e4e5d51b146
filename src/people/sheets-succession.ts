import { asc } from 'drizzle-orm';
import { unitSuccessor } from '../../db/schema/index.ts';
import { type Refusal, type Row, repeats, type Sheet, splitList, type World } from '../chat/sheet.ts';
import { isDay } from '../kernel/day.ts';
import type { Db } from '../store/db.ts';
import { inList, insertRows } from '../store/statement.ts';
import { leadsBack } from './rules/succession.ts';
import { successionSheetWords as reasons } from './words.ts';

export const SUCCESSION_SHEET = '单位撤并';

export const successionColumns = { unit: '单位编码', successors: '去向编码', from: '生效日' } as const;

const c = successionColumns;

/** One row per unit that was merged, split, given another code or dissolved; it says all of the unit's successors. */
export const successionSheet: Sheet = {
  name: SUCCESSION_SHEET,
  columns: [{ title: c.unit, required: true }, { title: c.successors }, { title: c.from, required: true }],

  async check(ctx, rows, world) {
    const known = await findOthers(ctx.db, rows);
    const steps = [
      ...known,
      ...rows.flatMap((row) => successorsOf(row).map((successor) => ({ unit: unitOf(row), successor }))),
    ];
    return [
      ...repeats(rows, unitOf).map(({ row, first }) => refuse(row, c.unit, reasons.repeated(first))),
      ...rows.flatMap((row) => [
        ...checkUnits(row, world),
        ...(isDay(row.cells[c.from] ?? '') ? [] : [refuse(row, c.from, reasons.badDay)]),
        ...(leadsBack(unitOf(row), steps) ? [refuse(row, c.successors, reasons.circle)] : []),
      ]),
    ];
  },

  async writes({ db }, rows) {
    const values = rows.flatMap((row) =>
      successorsOf(row).map((successor) => ({
        unit: unitOf(row),
        successor,
        fromDay: row.cells[c.from] ?? '',
      })),
    );
    return [
      db.delete(unitSuccessor).where(inList(unitSuccessor.unit, rows.map(unitOf))),
      ...insertRows(db, unitSuccessor, values),
    ];
  },

  async dump({ db }) {
    const rows = await db
      .select()
      .from(unitSuccessor)
      .orderBy(asc(unitSuccessor.unit), asc(unitSuccessor.successor));
    return [...Map.groupBy(rows, (row) => row.unit)].map(([unit, steps]) => ({
      [c.unit]: unit,
      [c.successors]: steps.map(({ successor }) => successor).join('；'),
      [c.from]: steps[0]?.fromDay ?? '',
    }));
  },
};

function unitOf(row: Row): string {
  return row.cells[c.unit] ?? '';
}

/** Without any the unit is gone: one row with an empty successor. */
function successorsOf(row: Row): string[] {
  const listed = splitList(row.cells[c.successors]);
  return listed.length > 0 ? listed : [''];
}

function checkUnits(row: Row, world: World): Refusal[] {
  const unknown = (unit: string) => unit !== '' && !world.units.has(unit);
  return [
    ...(unknown(unitOf(row)) ? [refuse(row, c.unit, reasons.unknownUnit(unitOf(row)))] : []),
    ...successorsOf(row)
      .filter(unknown)
      .map((unit) => refuse(row, c.successors, reasons.unknownUnit(unit))),
  ];
}

async function findOthers(db: Db, rows: readonly Row[]) {
  const spokenOf = new Set(rows.map(unitOf));
  const stored = await db.select().from(unitSuccessor);
  return stored.filter(({ unit }) => !spokenOf.has(unit));
}

function refuse(row: Row, column: string, reason: string): Refusal {
  return { sheet: SUCCESSION_SHEET, row: row.number, column, reason };
}
