import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { actorId } from '../../../kernel/actor.ts';
import type { Ctx } from '../../../store/context.ts';
import { contentOf } from '../../content.ts';
import { requireSound } from '../check-text.ts';
import { revisionOf } from '../drafts.ts';
import { EDITORS, requireWithin } from '../reach.ts';
import { findOnDesk, findRevision } from '../repo.ts';
import { changedFields } from '../rules/entry-text.ts';
import type { Saved } from './save-revision.ts';

/**
 * A new draft that says what this revision said; it goes to review like any other. What was withdrawn comes back the same
 * way.
 */
export async function restoreRevision(
  ctx: Ctx,
  { number, revision }: { number: string; revision: number },
): Promise<Outcome<Saved>> {
  const { db, actor } = ctx;
  const { newest, published } = await findOnDesk(db, number);
  const old = await findRevision(db, number, revision);
  await requireWithin(ctx, EDITORS, newest, old);
  const text = contentOf(old);
  const same = changedFields(contentOf(newest), text).length === 0;
  if (same && newest !== published && newest.revision !== revision && newest.author === actorId(actor))
    return outcome({ number, revision: newest.revision, changed: false });
  await requireSound(ctx, number, text, 'draft');
  return outcome(
    { number, revision: newest.revision + 1, changed: true },
    { writes: revisionOf(ctx, text, newest.revision, contentOf(newest)) },
  );
}
