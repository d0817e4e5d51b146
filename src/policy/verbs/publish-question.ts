import { type Outcome, outcome } from '../../chat/outcome.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Ctx } from '../../store/context.ts';
import type { Content } from '../content.ts';
import { collisionsWith, publishWrites } from '../publish-writes.ts';
import { collisionWords } from '../words-collisions.ts';

/**
 * Publishes a text of a question; the index holds it with the same effect. Nothing changes when it stands already.
 * `despite` tells why it is wanted although it collides with others, which the audit keeps.
 * @throws AppError `conflict` with every collision, when there is no such reason
 */
export async function publishQuestion(
  ctx: Ctx,
  content: Content,
  despite = '',
): Promise<Outcome<{ changed: boolean }>> {
  const { number } = content;
  const collisions = await collisionsWith(ctx, [content]);
  if (collisions.length > 0 && despite === '')
    throw new AppError('conflict', collisionWords.refused(number, collisions), { collisions });
  const writes = await publishWrites(ctx, [content], despite ? { despite: { [number]: despite } } : {});
  return outcome({ changed: writes.length > 0 }, { writes });
}
