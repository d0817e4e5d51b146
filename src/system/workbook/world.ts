import { person } from '../../../db/schema/index.ts';
import type { Row, World } from '../../chat/sheet.ts';
import { findUnits } from '../../people/repo.ts';
import { PERSON_SHEET, personColumns } from '../../people/sheets-people.ts';
import { UNIT_SHEET, unitColumns } from '../../people/sheets-units.ts';
import { tierNames } from '../../people/words.ts';
import type { Ctx } from '../../store/context.ts';
import type { Table } from './table.ts';

/** What the database holds, overlaid with what the workbook brings. */
export async function worldOf(
  ctx: Ctx,
  tables: readonly Table[],
  unknownPeople: World['unknownPeople'],
): Promise<World> {
  const rows = (sheet: string): readonly Row[] =>
    tables.find((table) => table.sheet.name === sheet)?.rows ?? [];
  const stored = await findUnits(ctx.db);
  const people = await ctx.db.select({ openId: person.openId }).from(person);
  return {
    rows,
    unknownPeople,
    units: new Map([
      ...stored.map(
        ({ code, name, tier, county }) => [code, { name, tier: tierNames[tier], county }] as const,
      ),
      ...rows(UNIT_SHEET)
        .map(({ cells }) => cells)
        .map(
          (cells) =>
            [
              cells[unitColumns.code] ?? '',
              {
                name: cells[unitColumns.name] ?? '',
                tier: cells[unitColumns.tier] ?? '',
                county: cells[unitColumns.county] ?? '',
              },
            ] as const,
        )
        .filter(([code]) => code),
    ]),
    people: new Set(
      [
        ...people.map((row) => row.openId),
        ...rows(PERSON_SHEET).map(({ cells }) => cells[personColumns.openId] ?? ''),
      ].filter(Boolean),
    ),
  };
}
