import type { Ctx } from '../../store/context.ts';
import { readPublishedState } from '../retrieval/published-state.ts';
import { readSynonyms } from '../retrieval/synonyms.ts';
import { fingerprint } from '../self-checks/rules/fingerprint.ts';
import { type EntryText, FIELDS } from './rules/entry-text.ts';

/** A text that would be served, or nothing any more. */
export type Change = { number: string; text: EntryText | undefined };

/**
 * Names one change on top of what is published now. Whoever approves brings the name of the preview they saw: it is
 * another one as soon as the text, any other entry or the synonyms have changed.
 */
export async function effectToken({ db }: Ctx, { number, text }: Change): Promise<string> {
  const { version } = await readSynonyms(db);
  const parts = text ? FIELDS.map((field) => JSON.stringify(text[field])) : [];
  return fingerprint([number, ...parts, await readPublishedState(db), version]);
}
