import { sql } from 'drizzle-orm';
import { question, questionRevision } from '../../db/schema/index.ts';
import { actorId } from '../kernel/actor.ts';
import type { Ctx } from '../store/context.ts';
import type { Statement } from '../store/db.ts';
import { auditRow, insertRows } from '../store/statement.ts';
import { type Content, contentOf, indexed, sameContent } from './content.ts';
import { findIndexed, findRevisions, findStanding } from './repo.ts';
import { indexEntries, unindexEntry } from './retrieval/index-writes.ts';

/**
 * A new revision, the pointer to it and its rows in the index, for every text that differs from what is served now.
 * The revision's key makes two publishers of one question meet; the second reads again.
 */
export async function publishWrites(ctx: Ctx, contents: readonly Content[]): Promise<Statement[]> {
  const numbers = contents.map(({ number }) => number);
  const standing = await findStanding(ctx.db, numbers);
  const served = new Map((await findRevisions(ctx.db, numbers)).map((entry) => [entry.number, entry]));
  const changed = contents.filter((content) => {
    const now = served.get(content.number);
    return !now || !standing.get(content.number)?.enabled || !sameContent(contentOf(now), content);
  });
  if (changed.length === 0) return [];
  const revisionOf = (number: string) => (standing.get(number)?.lastRevision ?? 0) + 1;
  const inIndex = Map.groupBy(await findIndexed(ctx.db, numbers), (row) => row.number);
  const author = actorId(ctx.actor);
  return [
    ...insertRows(
      ctx.db,
      questionRevision,
      changed.map((content) => ({
        ...content,
        revision: revisionOf(content.number),
        author,
        createdAt: ctx.now,
        publishedAt: ctx.now,
      })),
    ),
    ...insertRows(
      ctx.db,
      question,
      changed.map(({ number }) => ({ number, publishedRevision: revisionOf(number), enabled: true })),
      (insert) =>
        insert.onConflictDoUpdate({
          target: question.number,
          set: { publishedRevision: sql`excluded.published_revision`, enabled: true },
        }),
    ),
    ...changed.flatMap(({ number }) => unindexEntry(ctx.db, number, inIndex.get(number) ?? [])),
    ...indexEntries(ctx.db, changed.map(indexed)),
    auditRow(ctx, 'policy.publish', changed.length === 1 ? (changed[0]?.number ?? '') : 'several', {
      revisions: Object.fromEntries(changed.map(({ number }) => [number, revisionOf(number)])),
    }),
  ];
}
