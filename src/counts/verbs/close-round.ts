import { eq } from 'drizzle-orm';
import { round } from '../../../db/schema/index.ts';
import type { Slot } from '../../chat/job.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import type { Ctx } from '../../store/context.ts';
import type { Statement } from '../../store/db.ts';
import { auditRow } from '../../store/statement.ts';
import { monthCard } from '../cards.ts';
import { patches, settled, subjectOf } from '../decide.ts';
import { findRound, nextReportingUnits } from '../repo.ts';
import { closing } from '../rules/prefill.ts';
import { UNITS_PER_STEP } from '../step.ts';
import { readUnitMonths, type UnitMonth } from '../unit-month.ts';
import { moveState, type Settlement, settle } from '../write-figures.ts';

/**
 * Closes a month: registered figures of units that did not act stand, marked as adopted (BR-14); a unit without figures
 * is left to the coordinators' list, nobody is written to (BR-17). The slot is the month.
 */
export async function closeRound(
  ctx: Ctx,
  slot: Slot,
  cursor: string | undefined,
): Promise<Outcome<{ next: string | undefined }>> {
  const month = slot.id;
  const known = await findRound(ctx.db, month);
  // Never opened (installed later, or nobody on the list): nothing was asked, so nothing is closed.
  if (!known || known.closedAt !== null) return outcome({ next: undefined });
  const units = await nextReportingUnits(ctx.db, month, cursor ?? '', UNITS_PER_STEP);
  const views = (await readUnitMonths(ctx, month, units)).filter((view) => view.state === 'open');
  const decided = views.map((view) => ({ view, settlement: settlementOf(view) }));
  const writes = decided.flatMap(({ view, settlement }): Statement[] =>
    settlement.state === 'adopted' ? settle(ctx, view, settlement) : moveState(ctx, view, 'missing'),
  );
  const cards = new Map(
    decided.map(({ view, settlement }) => [
      subjectOf(month, view.unit.code),
      monthCard(
        settlement.state === 'adopted'
          ? settled(ctx, view, settlement)
          : { ...view, round: 'closed', state: 'missing' },
      ),
    ]),
  );
  const last = units.length < UNITS_PER_STEP;
  const finish = last
    ? [
        ctx.db.update(round).set({ closedAt: ctx.now }).where(eq(round.month, month)),
        auditRow(ctx, 'counts.close', month),
      ]
    : [];
  return outcome(
    { next: last ? undefined : units.at(-1) },
    { writes: [...writes, ...finish], messages: await patches(ctx, cards), cancels: [...cards.keys()] },
  );
}

function settlementOf(view: UnitMonth): Settlement {
  return { state: closing(view.filled), entries: view.filled.entries, source: 'adopted' };
}
