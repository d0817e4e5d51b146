import { desc } from 'drizzle-orm';
import { askedQuestion, handedQuestion, questionMiss } from '../../../../db/schema/index.ts';
import type { Db } from '../../../store/db.ts';
import { searchText } from '../../retrieval/rules/tokens.ts';
import { readSynonyms } from '../../retrieval/synonyms.ts';
import type { Read } from './rules/judge.ts';

/** Something that people ask, or may ask. */
export interface Asked extends Read {
  source: 'past' | 'phrasing';
  /** How often it was asked; 0 for a phrasing. */
  times: number;
  /** Number of the entry whose phrasing it is; empty for a past question. */
  of: string;
}

/** The newest ones: a quarter of a year of a big city. */
const PAST = 10_000;

/** What was asked and is still kept, masked and without its askers: what found nothing, and what went to a human. */
export async function readPast(db: Db): Promise<Asked[]> {
  const misses = await db
    .select({ text: questionMiss.text, times: questionMiss.times })
    .from(questionMiss)
    .orderBy(desc(questionMiss.lastDay), questionMiss.text)
    .limit(PAST);
  const handed = await db
    .select({ text: handedQuestion.text })
    .from(handedQuestion)
    .orderBy(desc(handedQuestion.createdAt))
    .limit(PAST);
  const lately = await db.select({ text: askedQuestion.text }).from(askedQuestion).limit(PAST);
  const times = new Map<string, number>();
  for (const one of [...handed, ...lately]) times.set(one.text, (times.get(one.text) ?? 0) + 1);
  for (const one of misses) times.set(one.text, one.times);
  const { words } = await readSynonyms(db);
  return [...times]
    .slice(0, PAST)
    .map(([text, n]) => ({ text, searchable: searchText(text, words), source: 'past', times: n, of: '' }));
}
