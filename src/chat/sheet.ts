import type { Ctx } from '../store/context.ts';
import type { Statement } from '../store/db.ts';

/** A cell as text: trimmed, full-width blanks removed, numbers and dates written plainly (`12`, `2026-07-01`). */
export type Cells = Record<string, string>;

export interface Row {
  /** As the spreadsheet shows it; the heading is row 1. */
  number: number;
  cells: Cells;
}

export interface Refusal {
  sheet: string;
  row: number;
  /** Heading of the column; empty when the whole row is meant. */
  column: string;
  /** Chinese. */
  reason: string;
}

export interface Column {
  title: string;
  required?: boolean;
}

/** Everything known while importing: what the database holds and what this workbook brings. */
export interface World {
  /** Rows of a sheet in this workbook; empty when it is not there. */
  rows(sheet: string): readonly Row[];
  /** Unit codes known to the database or brought by this workbook, with their tier (Chinese word) and county. */
  units: ReadonlyMap<string, { name: string; tier: string; county: string }>;
  /** Open_ids of people known to the database or brought by this workbook. */
  people: ReadonlySet<string>;
  /** Which of these open_ids the platform does not know. @throws PlatformError when it cannot be asked. */
  unknownPeople(openIds: readonly string[]): Promise<ReadonlySet<string>>;
}

export interface Sheet {
  name: string;
  columns: Column[];
  /** Takes columns of any other title as well: what they mean is the administrator's business. */
  openColumns?: boolean;
  /** All problems of all rows, not the first only. Missing required cells are reported by the engine already. */
  check(ctx: Ctx, rows: readonly Row[], world: World): Promise<Refusal[]>;
  /** Upserts by the known key; deletes nothing. Called only when no sheet of the workbook was refused. */
  writes(ctx: Ctx, rows: readonly Row[], world: World): Promise<Statement[]>;
  /** All rows, in a stable order, so that export and import round-trip. Numbers stay numbers. */
  dump(ctx: Ctx): Promise<Record<string, string | number>[]>;
}

/** Several values in one cell, separated by `；` or `;` (contract 5). Blanks and repeats are dropped. */
export function splitList(cell: string | undefined): string[] {
  return [
    ...new Set(
      (cell ?? '')
        .split(/[；;]/)
        .map((part) => part.trim())
        .filter(Boolean),
    ),
  ];
}

/** Rows whose key an earlier row has already, with that row's number. Rows without a key do not count. */
export function repeats(rows: readonly Row[], keyOf: (row: Row) => string): { row: Row; first: number }[] {
  const seen = new Map<string, number>();
  return rows.flatMap((row) => {
    const key = keyOf(row);
    const first = seen.get(key);
    if (key && first === undefined) seen.set(key, row.number);
    return key && first !== undefined ? [{ row, first }] : [];
  });
}
