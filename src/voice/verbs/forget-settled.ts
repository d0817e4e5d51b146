import { and, eq, isNotNull, lt } from 'drizzle-orm';
import { voice, voiceReply } from '../../../db/schema/index.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import type { Ctx } from '../../store/context.ts';
import { inList } from '../../store/statement.ts';

/** A year after it was done nobody looks up what became of it; our default, as no rule names a period. */
const KEPT_MS = 365 * 86_400_000;

/** Rows per commit: short enough that nobody waits for it. */
const BATCH = 200;

/** Words and answers go together; what is not done stays however long it takes. */
export async function forgetSettled(ctx: Ctx, cursor = '0'): Promise<Outcome<{ next: string | undefined }>> {
  const { db, now } = ctx;
  const old = await db
    .select({ number: voice.number })
    .from(voice)
    .where(and(eq(voice.state, 'done'), isNotNull(voice.doneAt), lt(voice.doneAt, now - KEPT_MS)))
    .orderBy(voice.number)
    .limit(BATCH);
  const numbers = old.map(({ number }) => number);
  const next = numbers.length === BATCH ? String(Number(cursor) + 1) : undefined;
  if (numbers.length === 0) return outcome({ next });
  return outcome(
    { next },
    {
      writes: [
        db.delete(voiceReply).where(inList(voiceReply.number, numbers)),
        db.delete(voice).where(inList(voice.number, numbers)),
      ],
    },
  );
}
