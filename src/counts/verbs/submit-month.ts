import type { ClickAnswer } from '../../chat/feature.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { addMonths } from '../../kernel/period.ts';
import type { Ctx } from '../../store/context.ts';
import { formCard, registeredCard } from '../cards.ts';
import { accept, type MonthClick, openUnitMonth, unchanged } from '../decide.ts';
import { readEntries } from '../read-entries.ts';
import { findHighest } from '../repo.ts';
import { type Entry, fingerprint } from '../rules/indicator.ts';
import { implausible } from '../rules/plausible.ts';
import { decideSubmission } from '../rules/submission.ts';
import type { UnitMonth } from '../unit-month.ts';
import { answerWords as words } from '../words.ts';
import { settle } from '../write-figures.ts';

export interface Submission extends MonthClick {
  form: Record<string, unknown>;
  /** The form asked for a reason: it was opened on a month that is closed. */
  correcting: boolean;
  /** Fingerprint of improbable figures that the person has been asked about already. */
  sure: string;
}

/** The month's form comes in: first figures, a change before the close, or a correction after it. */
export async function submitMonth(ctx: Ctx, submission: Submission): Promise<Outcome<ClickAnswer>> {
  const view = await openUnitMonth(ctx, submission.month, submission.unit);
  const { entries, reason } = readEntries(view, submission.form, submission.correcting);
  const registered = view.ahead && view.filled.source === 'registered';
  if (registered && fingerprint(entries) === view.shown.figures) return unchanged(view, 'already_so');
  const decided = decideSubmission({
    state: view.state,
    closed: view.round !== 'open' && !view.ahead,
    current: view.shown,
    shown: submission.shown,
    figures: fingerprint(entries),
    explained: reason !== '',
  });
  if (decided.decision !== 'accept') return unchanged(view, decided.reason);
  const doubtful = implausible(entries, await highestOf(ctx, view));
  if (doubtful.length > 0 && fingerprint(doubtful) !== submission.sure)
    return outcome<ClickAnswer>({
      toast: { tone: 'warning', text: words.sure },
      card: formCard(view, { entries, doubtful, chosen: reason }),
    });
  if (view.ahead) return registerAhead(ctx, view, entries);
  const first = decided.reason === 'first';
  return accept(
    ctx,
    view,
    { state: 'confirmed', entries, source: first ? 'confirmed' : 'corrected', reason },
    submission,
    first ? words.submitted : words.corrected,
  );
}

/** Figures of a month that is not collected yet: they wait for its card, which is then filled in. */
function registerAhead(ctx: Ctx, view: UnitMonth, entries: readonly Entry[]): Outcome<ClickAnswer> {
  return outcome<ClickAnswer>(
    { toast: { tone: 'success', text: words.registered }, card: registeredCard(view, entries) },
    { writes: settle(ctx, view, { state: 'open', entries, source: 'registered' }) },
  );
}

async function highestOf(ctx: Ctx, view: UnitMonth): Promise<Map<Entry['indicator'], number>> {
  const rows = await findHighest(
    ctx.db,
    view.unit.code,
    addMonths(view.month, -12),
    addMonths(view.month, -1),
  );
  return new Map(
    rows.flatMap((row) => (row.highest === null ? [] : [[row.indicator, row.highest] as const])),
  );
}
