import { type Outcome, outcome } from '../../chat/outcome.ts';
import { requireRole } from '../../people/scope.ts';
import type { Ctx } from '../../store/context.ts';
import { routed } from '../hand-over.ts';
import { findEditors, findHandedOf, findOpen, type Handed } from '../repo-human.ts';

/** Far more than ever wait at once: each is gone after thirty days. */
const LOOKED_AT = 500;

/** The questions that wait for this editor, oldest first. Who has the post now counts, not who had it when they came. */
export async function listOpenQuestions(ctx: Ctx): Promise<Outcome<Handed[]>> {
  const { db, actor } = ctx;
  requireRole(actor, 'editor');
  const open = await findOpen(db, LOOKED_AT);
  const editors = await findEditors(ctx);
  const followed = await findHandedOf(
    db,
    open.flatMap(({ follows }) => follows ?? []),
  );
  const openId = actor.kind === 'person' ? actor.openId : '';
  return outcome(
    open.filter((handed) => {
      const before = followed.find(({ id }) => id === handed.follows);
      return routed(editors, handed, before).some((editor) => editor.openId === openId);
    }),
  );
}
