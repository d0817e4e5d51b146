import { type Outcome, outcome } from '../../chat/outcome.ts';
import { AppError } from '../../kernel/errors.ts';
import { findActor, findUnits } from '../../people/repo.ts';
import { grantsOf } from '../../people/scope.ts';
import type { Ctx } from '../../store/context.ts';
import type { Shown } from '../cards-desk.ts';
import { findReplies, findVoice, type Voice } from '../repo.ts';
import { mayHandle } from '../route.ts';
import { deskWords as words } from '../words.ts';

/** One of them, for those whose post it is; with the name of whoever signed. */
export async function openVoice(ctx: Ctx, { number }: { number: string }): Promise<Outcome<Shown>> {
  const voice = await findVoice(ctx.db, number);
  if (!voice) throw new AppError('not_found', words.gone);
  if (!mayHandle(ctx.actor, voice)) throw new AppError('forbidden', words.notYours);
  const about = voice.about.length > 0 ? await findUnits(ctx.db, voice.about) : [];
  return outcome({
    voice,
    replies: await findReplies(ctx.db, number),
    from: await signerOf(ctx, voice),
    about: about.map(({ name }) => name),
  });
}

async function signerOf({ db }: Ctx, { person }: Voice): Promise<string> {
  if (person === '') return '';
  const actor = await findActor(db, person);
  if (!actor) return words.leftRoster;
  const [post] = grantsOf(actor);
  const [unit] = post ? await findUnits(db, [post.unit]) : [];
  return words.signer(actor.name, unit?.name ?? '');
}
