import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { actorId } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Ctx } from '../../../store/context.ts';
import { contentOf } from '../../content.ts';
import { requireSound } from '../check-text.ts';
import { newEntryOf, nextNumber, revisionOf } from '../drafts.ts';
import { EDITORS, requireWithin } from '../reach.ts';
import { findFirstDraft, findOnDesk, nameOf } from '../repo.ts';
import { changedFields, type EntryText, tidied } from '../rules/entry-text.ts';
import { deskWords as words } from '../words.ts';

export interface SaveInput {
  /** Empty for a new entry, which gets its number here. */
  number: string;
  /** The revision the editor began from; 0 for a new entry. */
  baseRevision: number;
  content: EntryText;
}

export interface Saved {
  number: string;
  revision: number;
  /** False when exactly this stands there already, as after a second tap. */
  changed: boolean;
}

/**
 * Keeps a new text on top of the one the editor saw; nothing that is served changes.
 * @throws AppError `invalid` with all problems (`data.problems`), `conflict` with the newer revision (`data.newest`) when
 *   somebody else was quicker, `forbidden` beyond the editor's own entries
 */
export async function saveRevision(ctx: Ctx, input: SaveInput): Promise<Outcome<Saved>> {
  const content = tidied(input.content);
  if (input.number === '') return saveNew(ctx, content);
  const { number, baseRevision } = input;
  const { newest } = await findOnDesk(ctx.db, number);
  await requireWithin(ctx, EDITORS, newest, content);
  const same = changedFields(contentOf(newest), content).length === 0;
  if (same && (newest.revision === baseRevision || newest.author === actorId(ctx.actor)))
    return outcome({ number, revision: newest.revision, changed: false });
  if (newest.revision !== baseRevision) {
    const name = await nameOf(ctx.db, newest.author);
    throw new AppError('conflict', words.changedMeanwhile(name, newest.createdAt, newest.revision), {
      newest: newest.revision,
    });
  }
  await requireSound(ctx, number, content, 'draft');
  return outcome(
    { number, revision: baseRevision + 1, changed: true },
    { writes: revisionOf(ctx, { number, ...content }, baseRevision, contentOf(newest)) },
  );
}

/** Two taps make one entry: a draft of one's own that says exactly this is not written twice. */
async function saveNew(ctx: Ctx, content: EntryText): Promise<Outcome<Saved>> {
  await requireWithin(ctx, EDITORS, content);
  const before = await findFirstDraft(ctx.db, actorId(ctx.actor), content.question);
  if (before && changedFields(contentOf(before), content).length === 0)
    return outcome({ number: before.number, revision: before.revision, changed: false });
  await requireSound(ctx, '', content, 'draft');
  const number = await nextNumber(ctx);
  return outcome({ number, revision: 1, changed: true }, { writes: newEntryOf(ctx, number, content) });
}
