import { monthFrom } from '../../kernel/period.ts';
import { findUnits, type UnitRow } from '../../people/repo.ts';
import type { Ctx } from '../../store/context.ts';
import { findReporting } from '../repo.ts';
import { readBooks } from './read-books.ts';
import {
  type ClaimRow,
  findClaims,
  findLedgerUnits,
  findReconciliation,
  findUnitParts,
  type ReconciliationRow,
} from './repo.ts';
import { type Comparison, compare, turnOf } from './rules/compare.ts';
import type { Standing } from './rules/explanation.ts';
import { BOOKED, type Booked, type Books, rowsOf } from './rules/ledger.ts';
import type { Correction } from './rules/months.ts';

/** All there is to know of one unit's part in a year's reconciliation; cards and decisions are made from it. */
export interface Part {
  year: number;
  unit: UnitRow;
  state: 'none' | ReconciliationRow['state'];
  books: Books;
  comparison: Comparison;
  turn: Standing;
  claims: ReadonlyMap<string, ClaimRow>;
  corrections: readonly Correction[];
  /** 0 as long as nobody has said anything. */
  revision: number;
  by: string;
  byName: string;
  at: number;
  /** Indicators with figures but without a list: three of the four books cannot be compared. */
  unlisted: Booked[];
}

/** Units that take part, of a level or of these, in their fixed order. Townships and villages never do (BR-12). */
export async function findTakingPart(
  ctx: Ctx,
  year: number,
  among: { county?: string; units?: readonly string[] },
): Promise<UnitRow[]> {
  const reporting = await findReporting(ctx.db, monthFrom(year, 12), among.units);
  const codes = new Set([
    ...reporting.filter((row) => row.indicator !== 'inspection').map((row) => row.code),
    ...(await findLedgerUnits(ctx.db, year, among.units)),
  ]);
  const units = await findUnits(ctx.db, [...codes]);
  return units.filter(
    ({ tier, county }) =>
      tier !== 'township' && tier !== 'village' && (among.county === undefined || county === among.county),
  );
}

/** These units' parts, in the order given. */
export async function readParts(ctx: Ctx, year: number, units: readonly UnitRow[]): Promise<Part[]> {
  if (units.length === 0) return [];
  const codes = units.map((unit) => unit.code);
  const books = await readBooks(ctx, year, units);
  const claims = Map.groupBy(await findClaims(ctx.db, year, codes), (row) => row.unit);
  const parts = new Map((await findUnitParts(ctx.db, year, codes)).map((row) => [row.unit, row]));
  const states = await statesOf(ctx, year, units);
  return units.flatMap((unit): Part[] => {
    const own = books.get(unit.code);
    if (!own) return [];
    const known = parts.get(unit.code);
    const spoken = new Map((claims.get(unit.code) ?? []).map((row) => [row.key, row]));
    const corrections = known?.corrections ?? [];
    const comparison = compare(own, claimsOf(spoken), corrections);
    return [
      {
        year,
        unit,
        state: states.get(unit.county) ?? 'none',
        books: own,
        comparison,
        turn: turnOf(comparison),
        claims: spoken,
        corrections,
        revision: known?.revision ?? 0,
        by: known?.by ?? '',
        byName: known?.byName ?? '',
        at: known?.at ?? 0,
        unlisted: BOOKED.filter(
          (one) => own.reported[one].size > 0 && rowsOf(own, 'register', one).length === 0,
        ),
      },
    ];
  });
}

export async function readLevel(ctx: Ctx, year: number, county: string): Promise<Part[]> {
  return readParts(ctx, year, await findTakingPart(ctx, year, { county }));
}

export async function readPart(ctx: Ctx, year: number, unit: string): Promise<Part | undefined> {
  const [part] = await readParts(ctx, year, await findTakingPart(ctx, year, { units: [unit] }));
  return part;
}

export function claimsOf(rows: ReadonlyMap<string, Pick<ClaimRow, 'key' | 'explanation' | 'acceptedBy'>>) {
  return new Map(
    [...rows].map(([key, { explanation, acceptedBy }]) => [
      key,
      { key, explanation, accepted: acceptedBy !== '' },
    ]),
  );
}

async function statesOf(ctx: Ctx, year: number, units: readonly UnitRow[]) {
  const counties = [...new Set(units.map((unit) => unit.county))];
  const rows = await Promise.all(counties.map((county) => findReconciliation(ctx.db, year, county)));
  return new Map(rows.flatMap((found) => (found ? [[found.row.county, found.row.state] as const] : [])));
}
