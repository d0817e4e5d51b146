import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../kernel/errors.ts';
import { migrationsFolder } from '../../main/paths.ts';
import { type EntryToIndex, indexEntries } from '../../policy/index-writes.ts';
import { evaluate } from '../../policy/verbs/evaluate.ts';
import { migrate } from '../../store/migrate.ts';
import { nodeStore, openSqlite } from '../../store/node.ts';
import { type CliCommand, UsageError } from '../command.ts';
import { cliWords } from '../words.ts';
import { policyWords as words } from '../words-policy.ts';

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

/** Retrieval and abstention on a folder of `corpus.jsonl` and `queries.jsonl`, in a database of its own. */
export const evaluation: CliCommand = {
  name: 'eval',
  usage: words.evalUsage,
  bare: true,
  async run(house, args) {
    const [folder] = args.words;
    if (!folder) throw new UsageError(cliWords.missingArgument(words.folder));
    const corpus = readLines(join(folder, 'corpus.jsonl'), corpusLine);
    const queries = readLines(join(folder, 'queries.jsonl'), queryLine);
    const sqlite = openSqlite(':memory:');
    migrate(sqlite, migrationsFolder);
    const store = nodeStore(sqlite);
    try {
      const start = performance.now();
      await store.atomically(indexEntries(store.db, corpus.map(entryOf)));
      const indexMs = performance.now() - start;
      const ctx = { ...house.ctx(), db: store.db };
      const { result } = await evaluate(ctx, { queries, stopwatch: () => performance.now() });
      const json = { set: basename(resolve(folder)), ...result, indexMs };
      return { ok: true, lines: 'json' in args.options ? [] : [JSON.stringify(json)], json };
    } finally {
      store.close();
    }
  },
};

function entryOf(line: z.infer<typeof corpusLine>): EntryToIndex {
  return {
    number: line.id,
    question: line.question ?? '',
    like: line.aliases ?? [],
    unlike: [],
    title: line.title ?? '',
    answer: line.text ?? '',
    validFrom: '',
    validUntil: '',
    units: [],
  };
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
