import type { Card } from '../../chat/card.ts';
import { textCard } from '../../chat/cards.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { AppError } from '../../kernel/errors.ts';
import { isMonth } from '../../kernel/period.ts';
import { grantsOf } from '../../people/scope.ts';
import type { Ctx } from '../../store/context.ts';
import { correctButton, formCard } from '../cards.ts';
import { listInstead } from '../items/list-instead.ts';
import { findLatestRound } from '../repo.ts';
import { readUnitMonths } from '../unit-month.ts';
import { taskWords as words } from '../words.ts';

/** 更正, with or without a month: the form at once, or first the choice of the unit for whoever looks after several. */
export async function pickCorrection(ctx: Ctx, input: { month?: string }): Promise<Outcome<Card>> {
  if (input.month !== undefined && !isMonth(input.month)) throw new AppError('invalid', words.badMonth);
  const month = input.month ?? (await findLatestRound(ctx.db))?.month;
  const units = grantsOf(ctx.actor)
    .filter((grant) => grant.role === 'liaison')
    .map((grant) => grant.unit);
  const views = month === undefined ? [] : await readUnitMonths(ctx, month, units);
  const [only, another] = views;
  if (!only) return outcome(textCard(words.correctTitle, words.nothingToCorrect));
  if (!another) return outcome((await listInstead(ctx, only)) ?? formCard(only));
  return outcome<Card>({
    title: words.correctTitle,
    tone: 'info',
    blocks: [
      { kind: 'text', text: words.correctPick },
      { kind: 'buttons', buttons: views.map((view) => correctButton(view, view.unit.name)) },
    ],
  });
}
