import type { questionRevision } from '../../db/schema/index.ts';
import type { StarterQuestion } from '../../db/seed/types.ts';
import type { EntryToIndex } from './retrieval/index-writes.ts';
import { foundUntil } from './rules/validity.ts';

type Revision = typeof questionRevision.$inferSelect;

/** What an editor writes of a question; a revision is this plus who and when. */
export type Content = Omit<Revision, 'revision' | 'author' | 'createdAt' | 'publishedAt'>;

/** A revision without what belongs to its making. */
export function contentOf(stored: Revision): Content {
  const made: readonly string[] = ['revision', 'author', 'createdAt', 'publishedAt'];
  return Object.fromEntries(Object.entries(stored).filter(([key]) => !made.includes(key))) as Content;
}

export function contentOfStarter(starter: StarterQuestion): Content {
  return { ...starter, units: [], replacedBy: '' };
}

/** Equal in everything that is served or searched, whatever the order of the fields. */
export function sameContent(a: Content, b: Content): boolean {
  return Object.keys({ ...a, ...b }).every(
    (key) => JSON.stringify(a[key as keyof Content]) === JSON.stringify(b[key as keyof Content]),
  );
}

export function indexed(content: Content): EntryToIndex {
  const { number, question, like, unlike, topic, answer, validFrom, units } = content;
  return {
    number,
    question,
    like,
    unlike,
    title: topic,
    answer,
    validFrom,
    validUntil: foundUntil(content),
    units,
  };
}
