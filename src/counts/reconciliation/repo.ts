import { and, between, count, desc, eq, inArray, max, ne, or, sql } from 'drizzle-orm';
import {
  differenceClaim,
  ledgerEntry,
  person,
  reconciliation,
  reconciliationUnit,
  unit,
} from '../../../db/schema/index.ts';
import type { Db } from '../../store/db.ts';
import { inList } from '../../store/statement.ts';

export type EntryRow = typeof ledgerEntry.$inferSelect;
export type ReconciliationRow = typeof reconciliation.$inferSelect;

/** Lines of a year's books; the register also those of the neighbouring years that were registered in this one. */
export async function findEntries(db: Db, year: number, units: readonly string[]) {
  const e = ledgerEntry;
  return db
    .select({
      unit: e.unit,
      book: e.book,
      indicator: e.indicator,
      receiver: e.receiver,
      code: e.code,
      serial: e.serial,
      numberYear: e.numberYear,
      title: e.title,
      day: e.day,
      month: e.month,
      plan: e.plan,
      mark: e.mark,
      range: e.range,
    })
    .from(e)
    .where(
      and(
        inArray(e.year, [year - 1, year, year + 1]),
        inList(e.unit, units),
        or(eq(e.year, year), and(eq(e.book, 'register'), between(e.month, `${year}-01`, `${year}-12`))),
      ),
    )
    .orderBy(e.year, e.unit, e.book, e.indicator, e.receiver, e.key);
}

export type LedgerLine = Awaited<ReturnType<typeof findEntries>>[number];

/** All lines there are, in a stable order. */
export async function findAllEntries(db: Db, book: EntryRow['book']): Promise<EntryRow[]> {
  const e = ledgerEntry;
  return db
    .select()
    .from(e)
    .where(eq(e.book, book))
    .orderBy(e.year, e.unit, e.indicator, e.code, e.serial, e.day, e.key, e.receiver);
}

/** Units that a year's books speak of: any, or these. */
export async function findLedgerUnits(db: Db, year: number, units?: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectDistinct({ unit: ledgerEntry.unit })
    .from(ledgerEntry)
    .where(and(eq(ledgerEntry.year, year), units ? inList(ledgerEntry.unit, units) : undefined));
  return rows.map((row) => row.unit);
}

/** Units whose books of incoming papers were drawn into the sample. */
export async function findSampled(db: Db, year: number) {
  return db
    .selectDistinct({ code: unit.code, name: unit.name, tier: unit.tier, county: unit.county })
    .from(ledgerEntry)
    .innerJoin(unit, eq(unit.code, ledgerEntry.receiver))
    .where(and(eq(ledgerEntry.year, year), ne(ledgerEntry.receiver, '')))
    .orderBy(unit.sort, unit.code);
}

/** Serials under these office codes, whoever uses them. */
export async function findSerials(db: Db, year: number, codes: readonly string[]) {
  const e = ledgerEntry;
  return db
    .selectDistinct({ unit: e.unit, code: e.code, serial: e.serial })
    .from(e)
    .where(and(inList(e.code, codes), eq(e.numberYear, year), inArray(e.book, ['register', 'numbers'])));
}

/** The newest word of the units on each difference. */
export async function findClaims(db: Db, year: number, units: readonly string[]) {
  const c = differenceClaim;
  const rows = await db
    .select({
      unit: c.unit,
      key: c.key,
      explanation: c.explanation,
      note: c.note,
      by: c.by,
      at: c.at,
      acceptedBy: c.acceptedBy,
      revision: max(c.revision),
    })
    .from(c)
    .where(and(eq(c.year, year), inList(c.unit, units)))
    .groupBy(c.unit, c.key);
  return rows.map((row) => ({ ...row, revision: row.revision ?? 0 }));
}

export type ClaimRow = Awaited<ReturnType<typeof findClaims>>[number];

export async function findUnitParts(db: Db, year: number, units: readonly string[]) {
  return db
    .select({
      unit: reconciliationUnit.unit,
      revision: reconciliationUnit.revision,
      by: reconciliationUnit.by,
      byName: sql<string>`coalesce(${person.name}, '')`,
      at: reconciliationUnit.at,
      corrections: reconciliationUnit.corrections,
    })
    .from(reconciliationUnit)
    .leftJoin(person, eq(person.openId, reconciliationUnit.by))
    .where(and(eq(reconciliationUnit.year, year), inList(reconciliationUnit.unit, units)));
}

/** With the name of whoever moved it last. */
export async function findReconciliation(db: Db, year: number, county: string) {
  const rows = await db
    .select({ row: reconciliation, byName: sql<string>`coalesce(${person.name}, '')` })
    .from(reconciliation)
    .leftJoin(person, eq(person.openId, reconciliation.by))
    .where(and(eq(reconciliation.year, year), eq(reconciliation.county, county)));
  return rows[0];
}

/** The newest year of any of these levels. */
export async function findLatestYear(db: Db, counties: readonly string[]): Promise<number | undefined> {
  const rows = await db
    .select({ year: reconciliation.year })
    .from(reconciliation)
    .where(inList(reconciliation.county, counties))
    .orderBy(desc(reconciliation.year))
    .limit(1);
  return rows[0]?.year;
}

/** Released and not closed, in a fixed order. */
export async function findReleased(db: Db): Promise<ReconciliationRow[]> {
  return db
    .select()
    .from(reconciliation)
    .where(eq(reconciliation.state, 'released'))
    .orderBy(reconciliation.year, reconciliation.county);
}

/** Years that are closed, by level. */
export async function findClosed(db: Db): Promise<{ year: number; county: string }[]> {
  return db
    .select({ year: reconciliation.year, county: reconciliation.county })
    .from(reconciliation)
    .where(eq(reconciliation.state, 'closed'));
}

/** Units of a level that get papers: the counties' departments and the townships. */
export async function countReceivers(db: Db, county: string): Promise<number> {
  const rows = await db
    .select({ units: count() })
    .from(unit)
    .where(
      and(
        inArray(unit.tier, ['county-department', 'township']),
        county === '' ? undefined : eq(unit.county, county),
      ),
    );
  return rows[0]?.units ?? 0;
}
