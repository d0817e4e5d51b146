import type { Role } from '../../../../kernel/actor.ts';
import { AppError } from '../../../../kernel/errors.ts';
import { requireWithin } from '../../../../policy/desk/reach.ts';
import type { Ctx } from '../../../../store/context.ts';

/** Whether to offer a step at all: the verb asks again. */
export async function mayWork(
  ctx: Ctx,
  roles: readonly Role[],
  entry: { units: readonly string[] },
): Promise<boolean> {
  try {
    await requireWithin(ctx, roles, entry);
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}
