import type { Card } from '../../../chat/card.ts';
import { textCard } from '../../../chat/cards.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { dayOf } from '../../../kernel/day.ts';
import { AppError } from '../../../kernel/errors.ts';
import { monthOf } from '../../../kernel/period.ts';
import type { Ctx } from '../../../store/context.ts';
import type { Indicator } from '../../rules/indicator.ts';
import { answerWords } from '../../words.ts';
import { itemForm } from '../cards.ts';
import type { Draft } from '../lexicon.ts';
import { byItems, readMyMonths } from '../my-months.ts';
import { refuseSensitive } from '../read-form.ts';
import { itemAnswers, itemWords as words } from '../words.ts';

/**
 * What was typed, as a form that is filled in: one tap registers it. Nothing is stored before.
 * @throws AppError invalid when it must not be kept
 */
export async function draftItem(
  ctx: Ctx,
  input: { indicator: Indicator; draft: Draft; unit?: string },
): Promise<Outcome<Card>> {
  const { indicator, draft, unit } = input;
  refuseSensitive([draft.number, draft.title, draft.basis].join(' '));
  const month = monthOf(draft.day <= dayOf(ctx.now) ? draft.day : dayOf(ctx.now));
  const views = (await readMyMonths(ctx, month)).filter((view) => !unit || view.unit.code === unit);
  if (views.length === 0) throw new AppError('not_found', answerWords.notListed(month));
  const units = views.filter((view) => byItems(view, indicator)).map((view) => view.unit);
  const [first] = units;
  if (!first) return outcome(textCard(words.form(indicator), itemAnswers.figuresOnly(month)));
  const issuer = draft.issuer || (units.length === 1 ? first.name : '');
  return outcome(itemForm(indicator, { ...draft, issuer }, { units }));
}
