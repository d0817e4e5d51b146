import type { Actor } from '../kernel/actor.ts';
import { findActor } from '../people/repo.ts';
import type { Ctx } from '../store/context.ts';

/** The person behind an open_id. Whoever is not on the roster may ask about policy but holds no post. */
export async function whoIs(ctx: Ctx, openId: string): Promise<Actor & { kind: 'person' }> {
  return (
    (await findActor(ctx.db, openId, ctx.host.bootstrapAdmins)) ?? {
      kind: 'person',
      openId,
      name: '',
      grants: [],
    }
  );
}
