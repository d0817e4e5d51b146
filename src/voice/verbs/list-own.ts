import { type Outcome, outcome } from '../../chat/outcome.ts';
import type { Ctx } from '../../store/context.ts';
import { findSigned, type Voice } from '../repo.ts';

const SHOWN = 5;

/** What somebody signed, newest first. */
export async function listOwn(ctx: Ctx): Promise<Outcome<Voice[]>> {
  const openId = ctx.actor.kind === 'person' ? ctx.actor.openId : '';
  return outcome(await findSigned(ctx.db, openId, SHOWN));
}
