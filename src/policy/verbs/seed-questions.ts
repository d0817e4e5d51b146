import { sql } from 'drizzle-orm';
import { question, setting } from '../../../db/schema/index.ts';
import { starterQuestions } from '../../../db/seed/questions/index.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import type { Ctx } from '../../store/context.ts';
import { readSetting } from '../../store/settings.ts';
import { contentOfStarter } from '../content.ts';
import { publishWrites } from '../publish-writes.ts';

const SEEDED = 'questions.seeded';

/** Publishes the starter questions in a fresh database; an office that withdrew them all does not get them back. */
export async function seedQuestions(ctx: Ctx): Promise<Outcome> {
  if ((await readSetting(ctx.db, SEEDED)) !== undefined) return outcome(undefined);
  const [standing] = await ctx.db.select({ questions: sql<number>`count(*)` }).from(question);
  if ((standing?.questions ?? 0) > 0) return outcome(undefined);
  return outcome(undefined, {
    writes: [
      // A plain insert: of two processes that start on one fresh database, the second is told and sees the first.
      ctx.db.insert(setting).values({ key: SEEDED, value: String(starterQuestions.length) }),
      ...(await publishWrites(ctx, starterQuestions.map(contentOfStarter))),
    ],
  });
}
