import { eq } from 'drizzle-orm';
import { unit as unitTable } from '../../../db/schema/index.ts';
import { localFigureKinds } from '../../../db/seed/facts.ts';
import type { Role } from '../../kernel/actor.ts';
import { AppError } from '../../kernel/errors.ts';
import { grantsOf } from '../../people/scope.ts';
import type { Ctx } from '../../store/context.ts';
import { reachOf } from '../desk/reach.ts';
import { answersFor } from '../human/rules/editors.ts';
import { type FigureKey, findPosts } from './repo.ts';
import { OFFICES_APART } from './sheets/lexicon.ts';
import { figureWords as words } from './words.ts';

/** The coordinator keeps the rules of counting, the editors what their office answers for (domain 1). */
export const MAY_PROPOSE: readonly Role[] = ['editor', 'coordinator', 'admin'];
export const MAY_CONFIRM: readonly Role[] = ['approver', 'editor', 'admin'];

/** Whose subject decides, because each of them works on the own subject only (domain 1). */
const BY_SUBJECT: readonly Role[] = ['editor', 'approver'];

/**
 * May the actor work on this local standard in one of these roles? The general one is the city's, a county's offices own
 * those of their units; an editor or approver needs a post at the office it belongs to, unless nobody of their level has
 * one. @throws AppError forbidden, not_found
 */
export async function requireRight(ctx: Ctx, key: FigureKey, roles: readonly Role[]): Promise<void> {
  const { all, counties } = reachOf(ctx, roles);
  const county = await countyOf(ctx, key.unit);
  if (!all && (county === undefined || !counties.includes(county)))
    throw new AppError('forbidden', words.beyond);
  const own = grantsOf(ctx.actor).filter(({ role }) => roles.includes(role));
  if (own.length === 0 || own.some(({ role }) => !BY_SUBJECT.includes(role))) return;
  const office = (localFigureKinds.get(key.code)?.office ?? '').replace(OFFICES_APART, '、');
  const posts = (await findPosts(ctx, BY_SUBJECT)).filter(({ role }) => roles.includes(role));
  const responsible = posts.filter((post) => answersFor(post, office));
  const fits = own.some((grant) => {
    const level = responsible.filter((post) => post.county === grant.county);
    return level.length === 0 || level.some((post) => post.code === grant.unit);
  });
  if (!fits) throw new AppError('forbidden', words.otherOffice(office));
}

/** The same, asked instead of demanded. */
export async function hasRight(ctx: Ctx, key: FigureKey, roles: readonly Role[]): Promise<boolean> {
  try {
    await requireRight(ctx, key, roles);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'forbidden') return false;
    throw error;
  }
}

/** County of a unit, empty at city level; undefined for everybody's. @throws AppError not_found */
async function countyOf({ db }: Ctx, code: string): Promise<string | undefined> {
  if (code === '') return undefined;
  const [row] = await db.select({ county: unitTable.county }).from(unitTable).where(eq(unitTable.code, code));
  if (!row) throw new AppError('not_found', words.unknownUnit(code));
  return row.county;
}
