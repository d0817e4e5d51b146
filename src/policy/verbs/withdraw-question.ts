import { and, eq } from 'drizzle-orm';
import { question } from '../../../db/schema/index.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Ctx } from '../../store/context.ts';
import { auditRow, mustChange } from '../../store/statement.ts';
import { findIndexed, findStanding } from '../repo.ts';
import { unindexEntries } from '../retrieval/index-writes.ts';
import { editWords as words } from '../words.ts';

/** Takes a question out of service and out of the index; its revisions stay. */
export async function withdrawQuestion(
  ctx: Ctx,
  { number }: { number: string },
): Promise<Outcome<{ changed: boolean }>> {
  const standing = (await findStanding(ctx.db, [number])).get(number);
  if (!standing) throw new AppError('not_found', words.noSuchQuestion(number));
  const { publishedRevision: revision } = standing;
  if (revision === null) return outcome({ changed: false });
  const rows = await findIndexed(ctx.db, [number]);
  return outcome(
    { changed: true },
    {
      writes: [
        ctx.db
          .update(question)
          .set({ publishedRevision: null })
          .where(and(eq(question.number, number), eq(question.publishedRevision, revision))),
        mustChange(),
        ...unindexEntries(ctx.db, rows),
        auditRow(ctx, 'policy.withdraw', number, { revision }),
      ],
    },
  );
}
