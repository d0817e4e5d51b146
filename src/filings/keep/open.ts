import type { ActionButton, Card } from '../../chat/card.ts';
import type { ClickAnswer } from '../../chat/feature.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { AppError } from '../../kernel/errors.ts';
import { coordinates } from '../../people/scope.ts';
import type { Ctx } from '../../store/context.ts';
import { asOfToday, countyOf, type Filing, mayKeep, type Places, readPlaces, viewerOf } from '../places.ts';
import { findFiling } from '../repo.ts';
import { maySee, meets } from '../rules/visibility.ts';
import { decideButtons, filingCard, type ItemParts, keepButtons, listButton } from './cards.ts';
import { keepAnswers } from './words.ts';

export interface Opened {
  places: Places;
  row: Filing;
}

/** @throws AppError not_found for what does not exist or is not theirs to know of, in the same words */
export async function openFiling(ctx: Ctx, number: string): Promise<Opened> {
  const places = await readPlaces(ctx);
  const found = await findFiling(ctx.db, number);
  const row = found && asOfToday(places, found);
  if (!row || !mayOpen(ctx, places, row)) throw new AppError('not_found', keepAnswers.notFound);
  return { places, row };
}

function mayOpen(ctx: Ctx, places: Places, row: Filing): boolean {
  return maySee(viewerOf(ctx, places), { ...row, targets: row.places }) || mayDecide(ctx, places, row);
}

/** The same level's offices: they decide about what waits, unannounced or not. */
export function mayDecide(ctx: Ctx, places: Places, row: Filing): boolean {
  return row.state === 'pending' && coordinates(ctx.actor, countyOf(places, row.organisers));
}

/** @throws AppError forbidden for whoever may only look */
export async function openToChange(ctx: Ctx, number: string): Promise<Opened> {
  const opened = await openFiling(ctx, number);
  const { places, row } = opened;
  if (!mayKeep(ctx, places, row.organisers) || !maySeeDays(ctx, places, row))
    throw new AppError('forbidden', keepAnswers.notYours);
  return opened;
}

/** Days and places: of what is unannounced, the organiser's alone. */
export function maySeeDays(ctx: Ctx, places: Places, row: Filing): boolean {
  return row.kind !== 'unannounced' || meets(row.organisers, viewerOf(ctx, places).keeps);
}

/** The card with what this person may do with it. */
export function cardFor(ctx: Ctx, { places, row }: Opened, parts: Partial<ItemParts> = {}): Card {
  const open = maySeeDays(ctx, places, row);
  const buttons: ActionButton[] = [
    ...(mayDecide(ctx, places, row) ? decideButtons(row) : []),
    ...(open && mayKeep(ctx, places, row.organisers) ? keepButtons(row) : []),
    ...(parts.buttons ?? [listButton]),
  ];
  return filingCard(places, row, { ...parts, open, buttons });
}

/** Somebody was quicker: the card shows what stands, nothing is overwritten. */
export function moved(ctx: Ctx, opened: Opened): Outcome<ClickAnswer> {
  return outcome<ClickAnswer>({
    toast: { tone: 'warning', text: keepAnswers.moved },
    card: cardFor(ctx, opened),
  });
}
