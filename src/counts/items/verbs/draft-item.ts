import type { Card } from '../../../chat/card.ts';
import { textCard } from '../../../chat/cards.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { dayOf } from '../../../kernel/day.ts';
import { AppError } from '../../../kernel/errors.ts';
import { monthOf } from '../../../kernel/period.ts';
import type { Ctx } from '../../../store/context.ts';
import { answerWith } from '../../answer-with.ts';
import type { Indicator } from '../../rules/indicator.ts';
import { answerWords } from '../../words.ts';
import { draftCard } from '../cards.ts';
import { itemForm, LENGTHS } from '../cards-forms.ts';
import { type Draft, itemsIn, readDraft } from '../lexicon.ts';
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

/** Cards for one message; whoever has more brings a file. */
const MOST = 10;

/** Everything that a message registers, a card for each: the first one answers, the others follow it. */
export async function draftItems(ctx: Ctx, input: { text: string; eventId: string }): Promise<Outcome<Card>> {
  const items = itemsIn(input.text);
  if (items.length > MOST) throw new AppError('invalid', itemAnswers.tooMany(MOST));
  const drafts = items.map(({ indicator, said }) => ({
    indicator,
    draft: readDraft(indicator, said, dayOf(ctx.now)),
  }));
  for (const { draft } of drafts) refuseSensitive([draft.number, draft.title, draft.basis].join(' '));
  const cards = await Promise.all(drafts.map(async (one) => (await draftItem(ctx, one)).result));
  const [first, ...others] = cards;
  if (!first) throw new AppError('invalid', itemAnswers.notFound);
  return answerWith(ctx, [first, ...others], `counts.drafts@${input.eventId}`);
}
