import { and, eq } from 'drizzle-orm';
import { reconciliation } from '../../../db/schema/index.ts';
import { AppError } from '../../kernel/errors.ts';
import { findHolders, findUnits } from '../../people/repo.ts';
import { coordinates } from '../../people/scope.ts';
import type { Ctx } from '../../store/context.ts';
import type { Statement } from '../../store/db.ts';
import { auditRow, mustChange } from '../../store/statement.ts';
import { type Part, readLevel } from './read-part.ts';
import { countReceivers, findReconciliation, findSampled, type ReconciliationRow } from './repo.ts';
import { officeAnswers as words } from './words.ts';

/** What the offices of one level see of a year. */
export interface Office {
  year: number;
  county: string;
  row: ReconciliationRow | undefined;
  /** Who moved it last. */
  byName: string;
  /** In the fixed order of the units. */
  parts: Part[];
  /** Names of receiving units that differences speak of, by code. */
  names: ReadonlyMap<string, string>;
  sampled: number;
  receivers: number;
  /** Units that somebody can be written to. */
  reachable: ReadonlySet<string>;
}

export async function readOffice(ctx: Ctx, year: number, county: string): Promise<Office> {
  const { db } = ctx;
  const parts = await readLevel(ctx, year, county);
  const known = await findReconciliation(db, year, county);
  const sampled = await findSampled(db, year);
  const liaisons = await findHolders(
    db,
    'liaison',
    parts.map((part) => part.unit.code),
  );
  return {
    year,
    county,
    row: known?.row,
    byName: known?.byName ?? '',
    parts,
    names: new Map(sampled.map((one) => [one.code, one.name])),
    sampled: sampled.filter((one) => county === '' || one.county === county).length,
    receivers: await countReceivers(db, county),
    reachable: new Set(liaisons.map((one) => one.unit)),
  };
}

/** @throws AppError forbidden for whoever does not coordinate this level. */
export async function openOffice(ctx: Ctx, year: number, county: string): Promise<Office> {
  if (!coordinates(ctx.actor, county)) throw new AppError('forbidden', words.forbidden);
  return readOffice(ctx, year, county);
}

/** The office as it stands once the move is committed. */
export function movedTo(ctx: Ctx, office: Office, state: ReconciliationRow['state']): Office {
  const person = ctx.actor.kind === 'person' ? ctx.actor : undefined;
  const row: ReconciliationRow = {
    year: office.year,
    county: office.county,
    state,
    revision: (office.row?.revision ?? 0) + 1,
    by: person?.openId ?? '',
    at: ctx.now,
    releasedAt: state === 'released' ? ctx.now : (office.row?.releasedAt ?? null),
  };
  const parts = office.parts.map((part) => ({ ...part, state }));
  return { ...office, row, parts, byName: person?.name ?? '' };
}

/** Whoever moves second meets a conflict and decides anew. */
export function moveWrites(ctx: Ctx, before: Office, after: Office): Statement[] {
  const { row } = after;
  if (!row) return [];
  const { year, county, state } = row;
  const audited = auditRow(ctx, `counts.reconcile-${state}`, `${year}:${county || '-'}`);
  if (!before.row) return [ctx.db.insert(reconciliation).values(row), audited];
  return [
    ctx.db
      .update(reconciliation)
      .set(row)
      .where(
        and(
          eq(reconciliation.year, year),
          eq(reconciliation.county, county),
          eq(reconciliation.revision, before.row.revision),
        ),
      ),
    mustChange(),
    audited,
  ];
}

/** Queued and delivered cards of a level's offices. */
export function officeSubject(year: number, county: string): string {
  return `counts.reconcile:${year}:office:${county}`;
}

/** Queued and delivered cards of a unit. */
export function partSubject(year: number, unit: string): string {
  return `counts.reconcile:${year}:unit:${unit}`;
}

/** Names of the receiving units that these parts' differences speak of. */
export async function readNames(ctx: Ctx, parts: readonly Part[]): Promise<Map<string, string>> {
  const codes = new Set(parts.flatMap((part) => part.comparison.differences.flatMap((one) => one.receivers)));
  if (codes.size === 0) return new Map();
  return new Map((await findUnits(ctx.db, [...codes])).map((unit) => [unit.code, unit.name]));
}
