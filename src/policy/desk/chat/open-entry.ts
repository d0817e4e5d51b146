import { AppError } from '../../../kernel/errors.ts';
import type { Ctx } from '../../../store/context.ts';
import type { Db } from '../../../store/db.ts';
import { EDITORS, requireWithin } from '../reach.ts';
import { findOnDesk, type OnDesk } from '../repo.ts';

/** The entry somebody names; `Q12` is how people call number 12. @throws AppError not_found, forbidden */
export async function openEntry(ctx: Ctx, said: string): Promise<OnDesk> {
  const names = [...new Set([said, said.toUpperCase(), said.replace(/^q(?=\d)/i, '')])];
  const found = await firstOf(ctx.db, names);
  await requireWithin(ctx, EDITORS, found.newest);
  return found;
}

async function firstOf(db: Db, [name = '', ...others]: readonly string[]): Promise<OnDesk> {
  try {
    return await findOnDesk(db, name);
  } catch (error) {
    const next = others[0];
    if (!(error instanceof AppError) || error.code !== 'not_found' || next === undefined) throw error;
    return firstOf(db, others);
  }
}
