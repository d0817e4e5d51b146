import type { ClickAnswer } from '../../chat/feature.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import type { Ctx } from '../../store/context.ts';
import { formCard } from '../cards.ts';
import { accept, type MonthClick, openUnitMonth, unchanged } from '../decide.ts';
import { decideSubmission } from '../rules/submission.ts';
import { answerWords as words } from '../words.ts';

/** One tap: what the card shows is right. */
export async function confirmMonth(ctx: Ctx, click: MonthClick): Promise<Outcome<ClickAnswer>> {
  const view = await openUnitMonth(ctx, click.month, click.unit);
  const { decision, reason } = decideSubmission({
    state: view.state,
    closed: view.round !== 'open',
    current: view.shown,
    shown: click.shown,
    figures: click.shown.figures,
    explained: false,
  });
  if (decision !== 'accept') return unchanged(view, reason);
  if (view.filled.source === 'none') return outcome<ClickAnswer>({ card: formCard(view) });
  const settlement = { state: 'confirmed', entries: view.filled.entries, source: 'confirmed' } as const;
  return accept(ctx, view, settlement, click, words.confirmed);
}
