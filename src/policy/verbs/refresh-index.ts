import { sql } from 'drizzle-orm';
import { searchRow, searchSound, searchToken } from '../../../db/schema/index.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import type { Ctx } from '../../store/context.ts';
import { readSetting, writeSetting } from '../../store/settings.ts';
import { indexed } from '../content.ts';
import { findPublished } from '../repo.ts';
import { INDEX_FORM, indexEntries } from '../retrieval/index-writes.ts';
import { mustStillBePublished, readPublishedState } from '../retrieval/published-state.ts';
import { mustStillRead, readSynonyms, starterList } from '../retrieval/synonyms.ts';
import { fingerprint } from '../self-checks/rules/fingerprint.ts';

const KEY = 'index.form';

/** Fills the index anew when this version of the program writes it in another form than the one before. */
export async function refreshIndex(ctx: Ctx): Promise<Outcome> {
  const starters = fingerprint(starterList.words.map(({ said, official }) => `${said} ${official}`));
  const form = `${INDEX_FORM} ${starters}`;
  if ((await readSetting(ctx.db, KEY)) === form) return outcome(undefined);
  const published = await readPublishedState(ctx.db);
  const entries = (await findPublished(ctx.db)).map(indexed);
  const synonyms = await readSynonyms(ctx.db);
  return outcome(undefined, {
    writes: [
      mustStillRead(synonyms),
      mustStillBePublished(published),
      writeSetting(ctx.db, KEY, form),
      sql`delete from question_fts where rowid in (select id from ${searchRow})`,
      ...[searchRow, searchToken, searchSound].map((table) => ctx.db.delete(table)),
      ...indexEntries(ctx.db, entries, synonyms.words),
    ],
  });
}
