import type { Card } from '../../../chat/card.ts';
import { textCard } from '../../../chat/cards.ts';
import type { ClickAnswer } from '../../../chat/feature.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { AppError } from '../../../kernel/errors.ts';
import { isMonth, type Month } from '../../../kernel/period.ts';
import type { Ctx } from '../../../store/context.ts';
import { answerWith } from '../../answer-with.ts';
import { openUnitMonth } from '../../decide.ts';
import { answerWords } from '../../words.ts';
import { listCard } from '../cards-list.ts';
import { byItems, readMyMonths } from '../my-months.ts';
import { findItems } from '../repo.ts';
import { itemAnswers, itemFeature } from '../words.ts';

/** 登记: the list of a month, one card for every unit of the person that registers item by item. */
export async function listItems(ctx: Ctx, input: { month: Month; eventId: string }): Promise<Outcome<Card>> {
  const { month, eventId } = input;
  if (!isMonth(month)) throw new AppError('invalid', itemAnswers.badMonth);
  const all = await readMyMonths(ctx, month);
  const views = all.filter((view) => byItems(view));
  const title = itemFeature.list[0] ?? '';
  if (views.length === 0)
    return outcome(
      textCard(title, all.length > 0 ? itemAnswers.figuresOnly(month) : answerWords.notListed(month)),
    );
  const items = Map.groupBy(
    await findItems(
      ctx.db,
      month,
      month,
      views.map((view) => view.unit.code),
    ),
    (item) => item.unit,
  );
  const [first, ...others] = views.map((view) => listCard(view, items.get(view.unit.code) ?? []));
  if (!first) return outcome(textCard(title, answerWords.notListed(month)));
  return answerWith(ctx, [first, ...others], `counts.items@${eventId}`);
}

/** The same in place of a card. */
export async function openList(
  ctx: Ctx,
  input: { unit: string; month: Month },
): Promise<Outcome<ClickAnswer>> {
  const view = await openUnitMonth(ctx, input.month, input.unit);
  const items = await findItems(ctx.db, input.month, input.month, [input.unit]);
  return outcome<ClickAnswer>({ card: listCard(view, items) });
}
