import { type Outcome, outcome } from '../../chat/outcome.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Ctx } from '../../store/context.ts';
import { findReplies, findVoice, type Reply, type Voice } from '../repo.ts';
import { numberIn } from '../rules/number.ts';
import { statusWords as words } from '../words.ts';

export interface Status {
  voice: Voice;
  replies: Reply[];
}

/** Whoever knows the number may look: it is all that an anonymous teller has. What was told is not shown again. */
export async function showStatus(ctx: Ctx, { number }: { number: string }): Promise<Outcome<Status>> {
  const known = numberIn(number);
  const voice = known ? await findVoice(ctx.db, known) : undefined;
  if (!voice) throw new AppError('not_found', words.unknown);
  return outcome({ voice, replies: await findReplies(ctx.db, voice.number) });
}
