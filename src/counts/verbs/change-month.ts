import type { ClickAnswer } from '../../chat/feature.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import type { Ctx } from '../../store/context.ts';
import { formCard } from '../cards.ts';
import { type MonthClick, openUnitMonth, unchanged } from '../decide.ts';
import { listInstead } from '../items/list-instead.ts';
import { readEntries } from '../read-entries.ts';

/** 修改: the form instead of the card, filled with what stands now. A card that lags behind is brought up to date. */
export async function changeMonth(ctx: Ctx, click: MonthClick): Promise<Outcome<ClickAnswer>> {
  const view = await openUnitMonth(ctx, click.month, click.unit);
  if (view.round !== 'open') return unchanged(view, 'round_closed');
  if (view.revision !== click.shown.revision) return unchanged(view, 'other_was_faster');
  return outcome<ClickAnswer>({ card: (await listInstead(ctx, view)) ?? formCard(view) });
}

/** 修改 on numbers that were typed in chat: the form with them in it. */
export async function adjustMonth(
  ctx: Ctx,
  click: MonthClick & { form: Record<string, unknown> },
): Promise<Outcome<ClickAnswer>> {
  const view = await openUnitMonth(ctx, click.month, click.unit);
  if (view.round !== 'open' && !view.ahead) return unchanged(view, 'round_closed');
  const { entries } = readEntries(view, click.form, false);
  return outcome<ClickAnswer>({ card: formCard(view, { entries }) });
}
