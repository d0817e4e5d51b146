import { and, eq } from 'drizzle-orm';
import { countRevision, differenceClaim, reconciliationUnit } from '../../../db/schema/index.ts';
import { actorId } from '../../kernel/actor.ts';
import { monthFrom } from '../../kernel/period.ts';
import type { Ctx } from '../../store/context.ts';
import type { Statement } from '../../store/db.ts';
import { auditRow, insertRows, mustChange } from '../../store/statement.ts';
import { findFigures } from '../repo.ts';
import { claimsOf, type Part } from './read-part.ts';
import type { ClaimRow } from './repo.ts';
import { compare, mayCorrect, turnOf } from './rules/compare.ts';
import { BOOKED, type Booked, type Books } from './rules/ledger.ts';
import { type Correction, mergeCorrections } from './rules/months.ts';

/** A new word on a difference, by the unit or by the office. */
export type Word = Pick<ClaimRow, 'key' | 'explanation' | 'note' | 'by' | 'acceptedBy'>;

/** Who speaks for the unit; an office that agrees leaves that as it is. */
export interface Speaker {
  openId: string;
  name: string;
}

/**
 * The part as it stands once these words are said, and everything that follows: the months' figures once nothing is
 * left to say. The unit's revision is the compare-and-set of everybody who speaks.
 */
export async function settlePart(
  ctx: Ctx,
  part: Part,
  words: readonly Word[],
  speaker?: Speaker,
): Promise<{ part: Part; writes: Statement[]; corrected: boolean }> {
  const claims = new Map(part.claims);
  for (const word of words) {
    const revision = (claims.get(word.key)?.revision ?? 0) + 1;
    claims.set(word.key, { ...word, unit: part.unit.code, at: ctx.now, revision });
  }
  const told = compare(part.books, claimsOf(claims), part.corrections);
  const due = mayCorrect(told) ? told.due : [];
  const corrections = mergeCorrections(part.corrections, due);
  const books = corrected(part.books, due);
  const comparison = compare(books, claimsOf(claims), corrections);
  const after: Part = {
    ...part,
    books,
    claims,
    comparison,
    corrections,
    turn: turnOf(comparison),
    revision: part.revision + 1,
    by: speaker?.openId ?? part.by,
    byName: speaker?.name ?? part.byName,
    at: speaker ? ctx.now : part.at,
  };
  return {
    part: after,
    corrected: due.length > 0,
    writes: [
      ...partWrites(ctx, part, after),
      ...insertRows(
        ctx.db,
        differenceClaim,
        words.flatMap(({ key }) => {
          const claim = claims.get(key);
          return claim ? [{ ...claim, year: part.year }] : [];
        }),
      ),
      ...(await figureWrites(ctx, part, due)),
      auditRow(ctx, 'counts.reconcile-claim', `${part.year}:${part.unit.code}`, {
        said: words.map(({ key, explanation, acceptedBy }) => ({
          key,
          explanation,
          ...(acceptedBy && { accepted: true }),
        })),
        ...(due.length > 0 && { corrections: due }),
      }),
    ],
  };
}

function partWrites(ctx: Ctx, before: Part, after: Part): Statement[] {
  const { year, unit, revision, by, at, corrections } = after;
  const row = { year, unit: unit.code, revision, by, at: at || ctx.now, corrections: [...corrections] };
  if (before.revision === 0) return [ctx.db.insert(reconciliationUnit).values(row)];
  return [
    ctx.db
      .update(reconciliationUnit)
      .set(row)
      .where(
        and(
          eq(reconciliationUnit.year, year),
          eq(reconciliationUnit.unit, unit.code),
          eq(reconciliationUnit.revision, before.revision),
        ),
      ),
    mustChange(),
  ];
}

/** 以清单为准，月报留更正记录: each figure gets a new revision, the old one stays to be read. */
async function figureWrites(ctx: Ctx, part: Part, due: readonly Correction[]): Promise<Statement[]> {
  if (due.length === 0) return [];
  const { year, unit } = part;
  const known = new Map(
    (await findFigures(ctx.db, monthFrom(year, 1), monthFrom(year, 12), [unit.code])).map((row) => [
      `${row.month}:${row.indicator}`,
      row,
    ]),
  );
  const rows = due.map(({ indicator, month, to }) => {
    const figure = known.get(`${month}:${indicator}`);
    return {
      month,
      unit: unit.code,
      indicator,
      revision: (figure?.revision ?? 0) + 1,
      amount: to.amount,
      unplanned: to.unplanned,
      // The list says nothing of these; what was registered of them stays within the new amount.
      emergency: Math.min(figure?.emergency ?? 0, to.amount),
      direct: Math.min(figure?.direct ?? 0, to.amount),
      ruleVersion: figure?.ruleVersion ?? '',
      source: 'corrected' as const,
      reason: 'reconciled',
      author: actorId(ctx.actor),
      createdAt: ctx.now,
    };
  });
  return insertRows(ctx.db, countRevision, rows);
}

function corrected(books: Books, due: readonly Correction[]): Books {
  const months = (indicator: Booked) =>
    new Map([
      ...books.reported[indicator],
      ...due.filter((one) => one.indicator === indicator).map((one) => [one.month, one.to] as const),
    ]);
  const reported = Object.fromEntries(
    BOOKED.map((indicator) => [indicator, months(indicator)]),
  ) as unknown as Books['reported'];
  return { ...books, reported };
}
