import type { Card } from '../../../chat/card.ts';
import { textCard } from '../../../chat/cards.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { dayOf } from '../../../kernel/day.ts';
import { AppError } from '../../../kernel/errors.ts';
import { yearOf } from '../../../kernel/period.ts';
import { grantsOf } from '../../../people/scope.ts';
import type { Ctx } from '../../../store/context.ts';
import { answerWith } from '../../answer-with.ts';
import { partCard } from '../cards.ts';
import { officeCard } from '../cards-office.ts';
import { readNames, readOffice } from '../office.ts';
import { findTakingPart, readParts } from '../read-part.ts';
import { findLatestYear } from '../repo.ts';
import { officeAnswers, unitAnswers, unitWords } from '../words.ts';

/** 年对账: a card for each level the person coordinates and for each unit the person speaks for. */
export async function showReconciliation(
  ctx: Ctx,
  input: { year: string; eventId: string },
): Promise<Outcome<Card>> {
  const grants = grantsOf(ctx.actor);
  const counties = [...new Set(grants.filter((one) => one.role === 'coordinator').map((one) => one.county))];
  const mine = grants.filter((one) => one.role === 'liaison');
  const levels = [...new Set([...counties, ...mine.map((one) => one.county)])];
  const year = input.year === '' ? await yearMeant(ctx, levels) : Number(input.year);
  if (year < 2000 || year > 2099) throw new AppError('invalid', officeAnswers.badYear);
  const offices = await Promise.all(counties.toSorted().map((county) => readOffice(ctx, year, county)));
  const codes = [...new Set(mine.map((one) => one.unit))];
  const units = codes.length === 0 ? [] : await findTakingPart(ctx, year, { units: codes });
  const parts = await readParts(ctx, year, units);
  const told = parts.filter((part) => part.state === 'released' || part.state === 'closed');
  const names = await readNames(ctx, told);
  const [first, ...others] = [
    ...offices.map((office) => officeCard(office)),
    ...told.map((part) => partCard(part, names)),
  ];
  if (first) return answerWith(ctx, [first, ...others], `counts.reconcile@${input.eventId}`);
  const text = parts.length > 0 ? unitAnswers.notReleased : unitAnswers.notTakingPart;
  return outcome(textCard(unitWords.plainTitle(year), text));
}

/** The newest that there is, else the year that is over. */
async function yearMeant(ctx: Ctx, counties: readonly string[]): Promise<number> {
  const last = yearOf(dayOf(ctx.now)) - 1;
  return Math.max((await findLatestYear(ctx.db, counties)) ?? last, last);
}
