import { type Outcome, outcome } from '../../chat/outcome.ts';
import type { Ctx } from '../../store/context.ts';
import type { Content } from '../content.ts';
import { publishWrites } from '../publish-writes.ts';

/** Publishes a text of a question; the index holds it with the same effect. Nothing changes when it stands already. */
export async function publishQuestion(ctx: Ctx, content: Content): Promise<Outcome<{ changed: boolean }>> {
  const writes = await publishWrites(ctx, [content]);
  return outcome({ changed: writes.length > 0 }, { writes });
}
