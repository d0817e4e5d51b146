import { and, eq, gt } from 'drizzle-orm';
import { consoleLogin } from '../../../db/schema/index.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import type { Ctx } from '../../store/context.ts';
import { mustChange } from '../../store/statement.ts';
import { LOGIN_LIFE_MS } from './start-login.ts';

/** A state that came back: true once, while it is fresh. */
export async function takeLogin(ctx: Ctx, { state }: { state: string }): Promise<Outcome<boolean>> {
  const open = and(
    eq(consoleLogin.id, state),
    eq(consoleLogin.used, false),
    gt(consoleLogin.startedAt, ctx.now - LOGIN_LIFE_MS),
  );
  const [row] = await ctx.db.select({ id: consoleLogin.id }).from(consoleLogin).where(open);
  if (!row) return outcome(false);
  return outcome(true, {
    writes: [ctx.db.update(consoleLogin).set({ used: true }).where(open), mustChange()],
  });
}
