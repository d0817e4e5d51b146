import type { ClickAnswer } from '../../../chat/feature.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { dayOf } from '../../../kernel/day.ts';
import { AppError } from '../../../kernel/errors.ts';
import { readForm } from '../../../kernel/form.ts';
import type { Ctx } from '../../../store/context.ts';
import { changeButtons, itemCard } from '../cards.ts';
import { changeItem, openItem } from '../change-item.ts';
import type { Item } from '../repo.ts';
import type { Shifted } from '../shift-figures.ts';
import { itemAnswers, itemProblems, strikeReasons, itemWords as words } from '../words.ts';
import { movedMeanwhile } from './show-item.ts';

export interface Ending {
  id: string;
  revision: number;
  form: Record<string, unknown>;
  messageId: string;
}

/** 撤回、作废: taken off again in the month of the withdrawal, and kept (domain 3.1). */
export async function withdrawItem(ctx: Ctx, input: Ending): Promise<Outcome<ClickAnswer>> {
  const item = await openItem(ctx, input.id);
  if (item.revision !== input.revision) return movedMeanwhile(item);
  const reading = readForm(
    [{ kind: 'day', name: 'day', label: words.withdrawDay, required: true }],
    input.form,
  );
  if (!reading.ok) throw new AppError('invalid', itemProblems.join(reading.problems.map(itemProblems.field)));
  const { day } = reading.values;
  if (day < item.day) throw new AppError('invalid', itemProblems.join([itemProblems.withdrawnEarlier]));
  if (day > dayOf(ctx.now))
    throw new AppError('invalid', itemProblems.join([itemProblems.future(words.withdrawDay)]));
  const changed = await changeItem(ctx, item, { withdrawnDay: day }, 'counts.item-withdraw', {
    reason: 'withdrawn',
    messageId: input.messageId,
  });
  return answerChange(changed, itemAnswers.withdrawn);
}

/** 不算这件: registered by mistake or twice, or never held. It leaves the month it was in, and is kept. */
export async function strikeItem(ctx: Ctx, input: Ending): Promise<Outcome<ClickAnswer>> {
  const item = await openItem(ctx, input.id);
  if (item.revision !== input.revision) return movedMeanwhile(item);
  const reading = readForm(
    [
      {
        kind: 'choice',
        name: 'reason',
        label: words.strikeReason,
        required: true,
        options: Object.keys(strikeReasons),
      },
    ],
    input.form,
  );
  if (!reading.ok) throw new AppError('invalid', itemProblems.join(reading.problems.map(itemProblems.field)));
  const { reason } = reading.values;
  return answerChange(
    await changeItem(ctx, item, { struck: reason }, 'counts.item-strike', {
      reason,
      messageId: input.messageId,
    }),
    itemAnswers.struck,
  );
}

/** 恢复: the inverse of both; every figure is again as it was. */
export async function restoreItem(ctx: Ctx, input: Omit<Ending, 'form'>): Promise<Outcome<ClickAnswer>> {
  const item = await openItem(ctx, input.id);
  if (item.revision !== input.revision) return movedMeanwhile(item);
  const change = { struck: null, withdrawnDay: null };
  return answerChange(
    await changeItem(ctx, item, change, 'counts.item-restore', {
      reason: 'typo',
      messageId: input.messageId,
    }),
    itemAnswers.restored,
  );
}

export function answerChange(changed: Shifted & { item: Item }, text: string): Outcome<ClickAnswer> {
  const { item, writes, messages, cancels, views } = changed;
  const entry = views.get(item.month)?.filled.entries.find(({ indicator }) => indicator === item.indicator);
  const card = itemCard(item, { sum: entry && words.sum(item.month, entry), buttons: changeButtons(item) });
  return outcome<ClickAnswer>({ toast: { tone: 'success', text }, card }, { writes, messages, cancels });
}
