import { countRevision } from '../../../db/schema/index.ts';
import type { Card } from '../../chat/card.ts';
import type { Message } from '../../chat/message.ts';
import { actorId } from '../../kernel/actor.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Month } from '../../kernel/period.ts';
import type { Ctx } from '../../store/context.ts';
import type { Statement } from '../../store/db.ts';
import { auditRow, insertRows } from '../../store/statement.ts';
import { monthCard } from '../cards.ts';
import { patches, settled, subjectOf } from '../decide.ts';
import { type Entry, fingerprint, type Indicator } from '../rules/indicator.ts';
import { readUnitMonths, type UnitMonth } from '../unit-month.ts';
import { answerWords } from '../words.ts';
import { moveState, stateStands } from '../write-figures.ts';
import { plus, type Tally } from './rules/tally.ts';

export interface Shift {
  indicator: Indicator;
  month: Month;
  tally: Tally;
}

export interface ShiftCause {
  /** Code of the reason, kept where a settled month changes. */
  reason: string;
  /** The card that was clicked: it is answered anyway. */
  messageId: string;
}

export interface Shifted {
  writes: Statement[];
  messages: Message[];
  cancels: string[];
  /** Months as they stand afterwards, by month. */
  views: Map<Month, UnitMonth>;
  /** A month that had been confirmed, adopted or closed has changed. */
  corrected: boolean;
}

/**
 * Moves the figures of a unit as its items move. In a month that is settled already this is a correction, which keeps
 * its reason, and whoever holds the month's card sees the new figures on it.
 * @throws AppError not_found when the unit does not report in one of the months
 */
export async function shiftFigures(
  ctx: Ctx,
  unit: string,
  shifts: readonly Shift[],
  { reason, messageId }: ShiftCause,
): Promise<Shifted> {
  const result: Shifted = { writes: [], messages: [], cancels: [], views: new Map(), corrected: false };
  const cards = new Map<string, Card>();
  // At most two months: one of the item, one of its withdrawal or of its new day.
  for (const [month, parts] of Map.groupBy(shifts, (shift) => shift.month)) {
    const [view] = await readUnitMonths(ctx, month, [unit]);
    if (!view) throw new AppError('not_found', answerWords.notListed(month));
    const isSettled = view.state !== 'open';
    const rows = parts.map(({ indicator, tally }) => {
      const known = view.figures.get(indicator);
      const figures = plus(known ?? { amount: 0, unplanned: 0, direct: 0, emergency: 0 }, tally);
      return {
        month,
        unit,
        indicator,
        revision: (known?.revision ?? 0) + 1,
        ...figures,
        ruleVersion: known?.ruleVersion ?? '',
        source: isSettled ? ('corrected' as const) : ('registered' as const),
        reason: isSettled ? reason : '',
        author: actorId(ctx.actor),
        createdAt: ctx.now,
      };
    });
    const after = withEntries(ctx, view, rows, isSettled);
    result.writes.push(
      ...(isSettled ? moveState(ctx, view, 'confirmed') : [stateStands(view)]),
      ...insertRows(ctx.db, countRevision, rows),
      ...(isSettled
        ? [auditRow(ctx, 'counts.corrected', `${month}:${unit}`, { reason, after: after.shown.figures })]
        : []),
    );
    if (isSettled) result.cancels.push(subjectOf(month, unit));
    cards.set(subjectOf(month, unit), monthCard(after));
    result.views.set(month, after);
    result.corrected ||= isSettled;
  }
  result.messages.push(...(await patches(ctx, cards, messageId)));
  return result;
}

/** The month with these figures in place of its own. */
function withEntries(ctx: Ctx, view: UnitMonth, moved: readonly Entry[], isSettled: boolean): UnitMonth {
  const entries = view.listed.flatMap(({ indicator }): Entry[] => {
    const entry =
      moved.find((one) => one.indicator === indicator) ??
      view.filled.entries.find((one) => one.indicator === indicator);
    return entry
      ? [{ indicator, amount: entry.amount, unplanned: entry.unplanned, direct: entry.direct }]
      : [];
  });
  if (isSettled) return settled(ctx, view, { state: 'confirmed', entries, source: 'corrected' });
  return {
    ...view,
    filled: { ...view.filled, entries: entries.map((entry) => ({ ...entry, from: 'registered' as const })) },
    shown: { revision: view.revision, figures: fingerprint(entries) },
  };
}
