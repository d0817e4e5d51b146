import { and, count, eq, gt, lt } from 'drizzle-orm';
import { consoleLogin } from '../../../db/schema/index.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import type { Ctx } from '../../store/context.ts';

/** A person tries two or three times; a whole office may sit behind one address. */
const WINDOW_MS = 10 * 60_000;
const PER_CLIENT = 30;
/** Of all clients together: whoever changes addresses must not make us fill the database. */
const IN_ALL = 600;

/** How long the person may take on the platform's page; its code lives for five minutes (platform limit). */
export const LOGIN_LIFE_MS = 10 * 60_000;

export interface StartedLogin {
  ok: boolean;
  /** Seconds to wait after a refusal. */
  retryAfter: number;
}

/** `state` and `client` are hashes. */
export async function startLogin(
  ctx: Ctx,
  { state, client }: { state: string; client: string },
): Promise<Outcome<StartedLogin>> {
  const since = ctx.now - WINDOW_MS;
  const recent = gt(consoleLogin.startedAt, since);
  const [own] = await ctx.db
    .select({ n: count() })
    .from(consoleLogin)
    .where(and(eq(consoleLogin.client, client), recent));
  const [all] = await ctx.db.select({ n: count() }).from(consoleLogin).where(recent);
  if ((own?.n ?? 0) >= PER_CLIENT || (all?.n ?? 0) >= IN_ALL)
    return outcome({ ok: false, retryAfter: WINDOW_MS / 1000 });
  return outcome(
    { ok: true, retryAfter: 0 },
    {
      writes: [
        ctx.db.delete(consoleLogin).where(lt(consoleLogin.startedAt, since - LOGIN_LIFE_MS)),
        ctx.db.insert(consoleLogin).values({ id: state, client, startedAt: ctx.now }),
      ],
    },
  );
}
