import { sql } from 'drizzle-orm';
import { question, questionRevision } from '../../db/schema/index.ts';
import { actorId } from '../kernel/actor.ts';
import type { Ctx } from '../store/context.ts';
import type { Statement } from '../store/db.ts';
import { auditRow, insertRows } from '../store/statement.ts';
import { type Content, contentOf, indexed, sameContent } from './content.ts';
import { type Entry, findIndexed, findRevisions, findStanding } from './repo.ts';
import { findCollisions } from './retrieval/find-collisions.ts';
import { indexEntries, unindexEntries } from './retrieval/index-writes.ts';
import type { Collision } from './retrieval/rules/collide.ts';
import { rowsOf } from './retrieval/rules/statistics.ts';
import { mustStillRead, readSynonyms, type SynonymList } from './retrieval/synonyms.ts';

export interface Publishing {
  /** The list of synonyms that comes into force with the same effect, if one does. */
  synonyms?: SynonymList | undefined;
  /** Number → why the entry is wanted beside those it collides with. */
  despite?: Readonly<Record<string, string>>;
}

/**
 * A new revision, the pointer to it and its rows in the index, for every text that differs from what is served now.
 * The revision's key makes two publishers of one question meet; the second reads again.
 */
export async function publishWrites(
  ctx: Ctx,
  contents: readonly Content[],
  { synonyms, despite = {} }: Publishing = {},
): Promise<Statement[]> {
  const { standing, served, changed } = await compareWithServed(ctx, contents);
  if (changed.length === 0) return [];
  const revisionOf = (number: string) => (standing.get(number)?.lastRevision ?? 0) + 1;
  const replaced = changed.flatMap(({ number }) =>
    standing.get(number)?.enabled ? (served.get(number) ?? []) : [],
  );
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
    ...(await reindexWrites(ctx, replaced, changed, synonyms)),
    auditRow(ctx, 'policy.publish', changed.length === 1 ? (changed[0]?.number ?? '') : 'several', {
      revisions: Object.fromEntries(changed.map(({ number }) => [number, revisionOf(number)])),
      ...(Object.keys(despite).length > 0 && { despite }),
    }),
  ];
}

/** What is found from now on, in the place of what was: the index takes part in every effect that changes what is served. */
export async function reindexWrites(
  { db }: Ctx,
  replaced: readonly Entry[],
  coming: readonly Content[],
  synonyms?: SynonymList,
): Promise<Statement[]> {
  const words = synonyms ?? (await readSynonyms(db));
  // Under a list that comes into force with the same effect, the index will hold the old texts as that list reads them.
  const inIndex = synonyms
    ? replaced.flatMap((entry) => rowsOf(indexed(contentOf(entry)), words.words))
    : await findIndexed(
        db,
        replaced.map(({ number }) => number),
      );
  return [
    ...unindexEntries(db, inIndex),
    ...indexEntries(db, coming.map(indexed), words.words),
    mustStillRead(words),
  ];
}

/** Which of these texts differ from what is served now, and get in the way of other entries. */
export async function collisionsWith(
  ctx: Ctx,
  contents: readonly Content[],
  synonyms?: SynonymList,
): Promise<Collision[]> {
  const { changed } = await compareWithServed(ctx, contents);
  if (changed.length === 0) return [];
  const { words } = synonyms ?? (await readSynonyms(ctx.db));
  return findCollisions(ctx.db, changed.map(indexed), words);
}

async function compareWithServed({ db }: Ctx, contents: readonly Content[]) {
  const numbers = contents.map(({ number }) => number);
  const standing = await findStanding(db, numbers);
  const served = new Map((await findRevisions(db, numbers)).map((entry) => [entry.number, entry]));
  const changed = contents.filter((content) => {
    const now = served.get(content.number);
    return !now || !standing.get(content.number)?.enabled || !sameContent(contentOf(now), content);
  });
  return { standing, served, changed };
}
