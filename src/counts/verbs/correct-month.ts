import type { ClickAnswer } from '../../chat/feature.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import type { Ctx } from '../../store/context.ts';
import { formCard } from '../cards.ts';
import { type MonthClick, openUnitMonth } from '../decide.ts';
import { listInstead } from '../items/list-instead.ts';

/** 更正: the form with what stands now; once the month is closed it asks for the reason as well. */
export async function correctMonth(ctx: Ctx, click: MonthClick): Promise<Outcome<ClickAnswer>> {
  const view = await openUnitMonth(ctx, click.month, click.unit);
  return outcome<ClickAnswer>({ card: (await listInstead(ctx, view)) ?? formCard(view) });
}
