import type { ClickAnswer } from '../../../chat/feature.ts';
import type { Outcome } from '../../../chat/outcome.ts';
import { outcome } from '../../../chat/outcome.ts';
import { AppError } from '../../../kernel/errors.ts';
import { monthOf } from '../../../kernel/period.ts';
import { findUnits } from '../../../people/repo.ts';
import type { Ctx } from '../../../store/context.ts';
import { changeButtons, itemCard } from '../cards.ts';
import { changeItem, openItem } from '../change-item.ts';
import { changedFields, completed } from '../fields.ts';
import { readItem } from '../read-form.ts';
import { findByKeys, placeOf } from '../repo.ts';
import { itemAnswers } from '../words.ts';
import { answerChange, type Ending } from './end-item.ts';
import { movedMeanwhile } from './show-item.ts';

/** 保存: an item is put right; another day may move it to another month, and both months follow. */
export async function saveItem(ctx: Ctx, input: Ending): Promise<Outcome<ClickAnswer>> {
  const before = await openItem(ctx, input.id);
  if (before.revision !== input.revision) return movedMeanwhile(before);
  const fields = readItem(before.indicator, input.form, ctx.now);
  const [unit] = await findUnits(ctx.db, [before.unit]);
  if (!unit) throw new AppError('not_found', itemAnswers.notFound);
  const row = completed(unit, before.indicator, fields);
  const other = (await findByKeys(ctx.db, [before.unit], [row.key])).get(placeOf(row));
  if (other && other.id !== before.id) throw new AppError('conflict', itemAnswers.otherTitle(other));
  if (changedFields(before, row).length === 0)
    return outcome<ClickAnswer>({
      toast: { tone: 'success', text: itemAnswers.sameSaved },
      card: itemCard(before, { buttons: changeButtons(before) }),
    });
  const reason = monthOf(row.day) === before.month ? 'typo' : 'month';
  const cause = { reason, messageId: input.messageId };
  return answerChange(await changeItem(ctx, before, row, 'counts.item-change', cause), itemAnswers.saved);
}
