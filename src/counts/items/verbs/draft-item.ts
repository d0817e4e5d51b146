import type { Card } from '../../../chat/card.ts';
import { textCard } from '../../../chat/cards.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { dayOf } from '../../../kernel/day.ts';
import { AppError } from '../../../kernel/errors.ts';
import { monthOf } from '../../../kernel/period.ts';
import type { Ctx } from '../../../store/context.ts';
import type { Indicator } from '../../rules/indicator.ts';
import { answerWords } from '../../words.ts';
import { draftCard } from '../cards.ts';
import { itemForm, LENGTHS } from '../cards-forms.ts';
import type { Draft } from '../lexicon.ts';
import { byItems, readMyMonths } from '../my-months.ts';
import { problemsOf, refuseSensitive } from '../read-form.ts';
import { itemAnswers, itemWords as words } from '../words.ts';

/**
 * What was typed, one tap from being registered; the form instead where something is missing or was asked for. Nothing
 * is stored before.
 * @throws AppError invalid when it must not be kept
 */
export async function draftItem(
  ctx: Ctx,
  input: { indicator: Indicator; draft: Draft; unit?: string; adjust?: boolean },
): Promise<Outcome<Card>> {
  const { indicator, draft, unit, adjust = false } = input;
  refuseSensitive([draft.number, draft.title, draft.basis].join(' '));
  const today = dayOf(ctx.now);
  const month = monthOf(draft.day <= today ? draft.day : today);
  const views = (await readMyMonths(ctx, month)).filter((view) => !unit || view.unit.code === unit);
  if (views.length === 0) throw new AppError('not_found', answerWords.notListed(month));
  const units = views.filter((view) => byItems(view, indicator)).map((view) => view.unit);
  const [first] = units;
  if (!first) return outcome(textCard(words.form(indicator), itemAnswers.figuresOnly(month)));
  const fields = { ...draft, issuer: draft.issuer || (units.length === 1 ? first.name : '') };
  const ready = draft.title !== '' && problemsOf(indicator, fields, ctx.now).length === 0;
  const fits = Object.entries(LENGTHS).every(
    ([name, most]) => Array.from(fields[name as keyof typeof LENGTHS]).length <= most,
  );
  return outcome(
    ready && fits && !adjust ? draftCard(indicator, fields, units) : itemForm(indicator, fields, { units }),
  );
}
