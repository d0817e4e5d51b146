import type { Card } from '../../../chat/card.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { dayOf } from '../../../kernel/day.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Ctx } from '../../../store/context.ts';
import { asOfToday, type Places, type Research, readPlaces, viewerOf } from '../../places.ts';
import { findResearch, findResearchVisit } from '../../repo.ts';
import { meets } from '../../rules/visibility.ts';
import { researchCard, researchEdit, researchForm, researchList, withdrawCard } from '../cards.ts';
import { researchAnswers } from '../words.ts';

/** 调研台账: the own unit's, unannounced or not; nobody else's. */
export async function listResearch(ctx: Ctx): Promise<Outcome<Card>> {
  const places = await readPlaces(ctx);
  const { keeps } = viewerOf(ctx, places);
  if (keeps.size === 0) throw new AppError('forbidden', researchAnswers.noUnit);
  const year = Number(dayOf(ctx.now).slice(0, 4));
  const rows = (await findResearch(ctx.db, `${year}-01-01`, `${year + 1}-12-31`))
    .map((row) => asOfToday(places, row))
    .filter(({ organisers }) => meets(organisers, keeps));
  return outcome(researchList(rows));
}

export async function draftResearch(ctx: Ctx): Promise<Outcome<Card>> {
  const places = await readPlaces(ctx);
  const units = [...viewerOf(ctx, places).keeps];
  if (units.length === 0) throw new AppError('forbidden', researchAnswers.noUnit);
  return outcome(researchForm(places, units));
}

export async function showResearch(
  ctx: Ctx,
  { number, step }: { number: string; step: 'open' | 'edit' | 'withdraw' },
): Promise<Outcome<Card>> {
  const { places, row } = await openResearch(ctx, number);
  if (row.state !== 'planned' || step === 'open') return outcome(researchCard(places, row));
  return outcome(step === 'edit' ? researchEdit(places, row) : withdrawCard(row));
}

/** @throws AppError not_found for everybody but the organiser: that a visit is unannounced must not be told either */
export async function openResearch(ctx: Ctx, number: string): Promise<{ places: Places; row: Research }> {
  const places = await readPlaces(ctx);
  const found = await findResearchVisit(ctx.db, number);
  const row = found && asOfToday(places, found);
  if (!row || !meets(row.organisers, viewerOf(ctx, places).keeps))
    throw new AppError('not_found', researchAnswers.notFound);
  return { places, row };
}
