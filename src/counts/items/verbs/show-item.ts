import type { ClickAnswer } from '../../../chat/feature.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import type { Ctx } from '../../../store/context.ts';
import { changeButtons, itemCard } from '../cards.ts';
import { itemForm, strikeForm, withdrawForm } from '../cards-forms.ts';
import { openItem } from '../change-item.ts';
import { fieldsOf } from '../fields.ts';
import type { Item } from '../repo.ts';
import { itemAnswers } from '../words.ts';

export type ItemStep = 'open' | 'edit' | 'withdraw' | 'strike';

/** An item with what can be done about it, or the form of one of these steps; nothing changes yet. */
export async function showItem(
  ctx: Ctx,
  input: { id: string; revision?: number; step: ItemStep },
): Promise<Outcome<ClickAnswer>> {
  const item = await openItem(ctx, input.id);
  if (input.step === 'open') return outcome<ClickAnswer>({ card: standing(item) });
  if (input.revision !== item.revision) return movedMeanwhile(item);
  if (input.step === 'edit') {
    const card = itemForm(item.indicator, fieldsOf(item), { item });
    return outcome<ClickAnswer>({ card });
  }
  return outcome<ClickAnswer>({
    card: input.step === 'withdraw' ? withdrawForm(item, ctx.now) : strikeForm(item),
  });
}

/** A colleague was faster: nothing is changed, and the person sees how the item stands. */
export function movedMeanwhile(item: Item): Outcome<ClickAnswer> {
  return outcome<ClickAnswer>({
    toast: { tone: 'warning', text: itemAnswers.moved },
    card: standing(item),
  });
}

function standing(item: Item) {
  return itemCard(item, { buttons: changeButtons(item) });
}
