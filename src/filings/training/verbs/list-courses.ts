import type { Card } from '../../../chat/card.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { dayOf } from '../../../kernel/day.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Ctx } from '../../../store/context.ts';
import { mayKeep, type Places, readPlaces, viewerOf } from '../../places.ts';
import { cancelCard, courseCard, courseForm, coursesCard } from '../cards.ts';
import { type CourseRow, findCourse, findCourses, isFor } from '../repo.ts';
import { courseAnswers } from '../words.ts';

/** 培训: what is open to the reader's unit, with closing dates (BR-40). */
export async function listCourses(ctx: Ctx): Promise<Outcome<Card>> {
  const places = await readPlaces(ctx);
  const viewer = viewerOf(ctx, places);
  const today = dayOf(ctx.now);
  const rows = (await findCourses(ctx.db, today)).filter(({ state }) => state === 'planned');
  const own = rows.filter((row) => mayKeep(ctx, places, places.successions.now(row.organiser)));
  const shown = rows.filter((row) => isFor(places, viewer, row));
  return outcome(coursesCard(places, shown, own, viewer.keeps.size > 0, today));
}

export async function draftCourse(ctx: Ctx): Promise<Outcome<Card>> {
  const places = await readPlaces(ctx);
  const units = [...viewerOf(ctx, places).keeps];
  if (units.length === 0) throw new AppError('forbidden', courseAnswers.noUnit);
  return outcome(courseForm(places, units));
}

/** One course of the own unit, or one of its forms. */
export async function showCourse(
  ctx: Ctx,
  { number, step }: { number: string; step: 'open' | 'edit' | 'withdraw' },
): Promise<Outcome<Card>> {
  const { places, row } = await openCourse(ctx, number);
  if (step === 'open' || row.state !== 'planned') return outcome(courseCard(places, row, dayOf(ctx.now)));
  return outcome(step === 'edit' ? courseForm(places, [row.organiser], row) : cancelCard(row));
}

/** @throws AppError not_found for what is not this person's to change */
export async function openCourse(ctx: Ctx, number: string): Promise<{ places: Places; row: CourseRow }> {
  const places = await readPlaces(ctx);
  const row = await findCourse(ctx.db, number);
  if (!row || !mayKeep(ctx, places, places.successions.now(row.organiser)))
    throw new AppError('not_found', courseAnswers.notFound);
  return { places, row };
}
