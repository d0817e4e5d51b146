import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import { AppError } from '../kernel/errors.ts';
import { migrationsFolder } from '../main/paths.ts';
import { type EntryToIndex, indexEntries } from '../policy/retrieval/index-writes.ts';
import { starterList } from '../policy/retrieval/synonyms.ts';
import type { Store } from '../store/db.ts';
import { migrate } from '../store/migrate.ts';
import { nodeStore, openSqlite } from '../store/node.ts';
import { policyWords as words } from './words-policy.ts';

const corpusLine = z.object({
  id: z.string(),
  title: z.string().optional(),
  text: z.string().optional(),
  question: z.string().optional(),
  aliases: z.array(z.string()).optional(),
});

const queryLine = z.object({
  id: z.string(),
  query: z.string(),
  relevant: z.array(z.string()),
});

const labelledLine = z.object({
  q: z.string(),
  kind: z.enum(['answerable', 'needs_local_figure', 'calculator', 'out_of_scope']),
  fact_ids: z.array(z.string()),
});

export interface EvaluationSet {
  name: string;
  entries: EntryToIndex[];
  queries: z.infer<typeof queryLine>[];
}

/** A folder of `corpus.jsonl` and `queries.jsonl`. @throws AppError naming the file and line that cannot be read. */
export function readEvaluationSet(folder: string): EvaluationSet {
  return {
    name: basename(resolve(folder)),
    entries: readLines(join(folder, 'corpus.jsonl'), corpusLine).map((line) => ({
      number: line.id,
      question: line.question ?? '',
      like: line.aliases ?? [],
      unlike: [],
      title: line.title ?? '',
      answer: line.text ?? '',
      validFrom: '',
      validUntil: '',
      units: [],
    })),
    queries: readLines(join(folder, 'queries.jsonl'), queryLine),
  };
}

/** Questions with the facts they ask for, but for calculations, which are not looked up. @throws AppError naming the file and line. */
export function readLabelledQuestions(file: string): z.infer<typeof labelledLine>[] {
  return readLines(file, labelledLine).filter(({ kind }) => kind !== 'calculator');
}

/** Lends a database in memory that holds these entries and nothing else. */
export async function withEntries<T>(
  entries: readonly EntryToIndex[],
  use: (store: Store) => Promise<T>,
): Promise<T> {
  const sqlite = openSqlite(':memory:');
  migrate(sqlite, migrationsFolder);
  const store = nodeStore(sqlite);
  try {
    await store.atomically(indexEntries(store.db, entries, starterList.words));
    return await use(store);
  } finally {
    store.close();
  }
}

function readLines<T>(file: string, line: z.ZodType<T>): T[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new AppError('not_found', words.cannotRead(file));
  }
  return text
    .split('\n')
    .filter((one) => one.trim() !== '')
    .map((one, i) => {
      try {
        return line.parse(JSON.parse(one));
      } catch {
        throw new AppError('invalid', words.badLine(file, i + 1));
      }
    });
}
