import { lte } from 'drizzle-orm';
import { consoleSession } from '../../../db/schema/index.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { served } from '../../people/service.ts';
import type { Ctx } from '../../store/context.ts';
import { auditRow } from '../../store/statement.ts';
import { mayEnter } from '../guard.ts';

/** One working day (OWASP Session Management: 4–8 hours for office use); whoever stays longer signs in anew. */
export const SESSION_LIFE_MS = 8 * 3_600_000;

/** `no_desk`: none of the person's posts opens a page. `not_served`: not filed yet, and not on the trial list (BR-02). */
export type Admission = 'ok' | 'no_desk' | 'not_served';

/** The actor of the context has just shown the platform who they are; `session` is the token's fingerprint. */
export function openSession(ctx: Ctx, { session }: { session: string }): Promise<Outcome<Admission>> {
  return Promise.resolve(decide(ctx, session));
}

function decide(ctx: Ctx, session: string): Outcome<Admission> {
  const { actor, host, now, db } = ctx;
  if (actor.kind !== 'person' || !mayEnter(actor, host)) return outcome('no_desk');
  if (!served(host, actor.openId)) return outcome('not_served');
  return outcome('ok', {
    writes: [
      db.delete(consoleSession).where(lte(consoleSession.endsAt, now)),
      db.insert(consoleSession).values({
        id: session,
        openId: actor.openId,
        createdAt: now,
        seenAt: now,
        endsAt: now + SESSION_LIFE_MS,
      }),
      auditRow(ctx, 'console.login', `person:${actor.openId}`),
    ],
  });
}
