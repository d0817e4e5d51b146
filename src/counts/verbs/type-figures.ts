import type { Card } from '../../chat/card.ts';
import { textCard } from '../../chat/cards.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { dayOf } from '../../kernel/day.ts';
import { AppError } from '../../kernel/errors.ts';
import { type Month, monthOf } from '../../kernel/period.ts';
import type { Ctx } from '../../store/context.ts';
import { answerWith } from '../answer-with.ts';
import { formCard } from '../cards.ts';
import { typedCard } from '../cards-typed.ts';
import { listInstead } from '../items/list-instead.ts';
import { readMyMonths } from '../items/my-months.ts';
import type { SaidFigures } from '../lexicon-figures.ts';
import { type Entry, INDICATORS } from '../rules/indicator.ts';
import type { UnitMonth } from '../unit-month.ts';
import { entryOf } from '../unit-month.ts';
import { answerWords as words } from '../words.ts';

/** 6月发文12件会议3个: the month's form with these numbers in it, one tap from being sent. */
export async function typeFigures(
  ctx: Ctx,
  input: { month: Month; figures: SaidFigures; eventId: string },
): Promise<Outcome<Card>> {
  const { month, figures, eventId } = input;
  if (month > monthOf(dayOf(ctx.now))) throw new AppError('invalid', words.notYet(month));
  const views = await readMyMonths(ctx, month);
  if (views.length === 0) return outcome(textCard(words.figuresTitle, words.notListed(month)));
  const cards = await Promise.all(
    views.map(
      async (view) => (await listInstead(ctx, view)) ?? figuresCard(view, withSaid(view, figures), figures),
    ),
  );
  const [first, ...others] = cards;
  if (!first) return outcome(textCard(words.figuresTitle, words.notListed(month)));
  return answerWith(ctx, [first, ...others], `counts.figures@${eventId}`);
}

/** One tap where the numbers are whole and nothing else has to be said; the form where they are not. */
function figuresCard(view: UnitMonth, entries: Entry[], figures: SaidFigures): Card {
  const whole = entries.length === view.listed.length && entries.every(isWhole);
  if (!whole || (view.round !== 'open' && !view.ahead)) return formCard(view, { entries });
  return typedCard(view, entries, new Set(INDICATORS.filter((indicator) => figures[indicator])));
}

function isWhole({ amount, unplanned, direct }: Entry): boolean {
  return unplanned <= amount && direct <= amount;
}

/** What was said over what is known; an indicator of which nothing is known and nothing was said stays empty. */
function withSaid(view: UnitMonth, figures: SaidFigures): Entry[] {
  return view.listed.flatMap(({ indicator }): Entry[] => {
    const known = entryOf(view, indicator);
    const said = figures[indicator];
    if (!known && said?.amount === undefined) return [];
    return [{ indicator, amount: 0, unplanned: 0, direct: 0, ...known, ...said }];
  });
}
