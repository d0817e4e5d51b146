import Database from 'better-sqlite3';
import MiniSearch from 'minisearch';
import { packagedCalendar } from '../../src/main/calendar.ts';
import { systemClock, systemDice, systemIds } from '../../src/main/system.ts';
import { type EntryToIndex, indexEntries } from '../../src/policy/retrieval/index-writes.ts';
import { percentile } from '../../src/policy/retrieval/rules/measures.ts';
import { ftsQuery, searchText, tokensOf } from '../../src/policy/retrieval/rules/tokens.ts';
import { seededDice } from '../../src/policy/retrieval/rules/typos.ts';
import { starterList } from '../../src/policy/retrieval/synonyms.ts';
import { evaluate } from '../../src/policy/retrieval/verbs/evaluate.ts';
import type { Store } from '../../src/store/db.ts';
import { migrate } from '../../src/store/migrate.ts';
import { nodeStore, openSqlite } from '../../src/store/node.ts';
import { contextOf } from '../../src/store/runtime.ts';
import { silent, testHost } from '../support/ctx.ts';
import { MIGRATIONS } from '../support/db.ts';
import { round } from './load.ts';
import { localD1 } from './local-d1.ts';
import { benchEntries, benchQuestions } from './look-up-entries.ts';

const QUESTIONS = 300;
/** The first only warms up. Of the others the best counts for each question, because neighbours on the machine disturb. */
const ROUNDS = 5;
/** Entries in one effect, as a large workbook brings them. */
const PER_EFFECT = 500;
/** Beyond this many entries, an index in memory alone would need gigabytes. */
const IN_MEMORY = 5_000;

/** Look-up with gate beside the plain index and an index in memory, over the same entries and questions. */
export async function lookUpOf(count: number, asked = QUESTIONS): Promise<Record<string, unknown>> {
  const dice = seededDice(count);
  const entries = benchEntries(count, dice);
  const questions = benchQuestions(entries, asked, dice);
  const sqlite = openSqlite(':memory:');
  migrate(sqlite, MIGRATIONS);
  const store = nodeStore(sqlite);
  await fill(store, entries);
  const fullText = fullTextOf(sqlite);
  const memory = count <= IN_MEMORY ? memoryOf(entries) : undefined;
  const lookUp = asking(store);
  const times = {
    lookUp: new Stopwatch(questions),
    fullText: new Stopwatch(questions),
    miniSearch: new Stopwatch(questions),
  };
  for (let n = 0; n < ROUNDS; n++)
    for (const question of questions) {
      await times.lookUp.time(question, n, lookUp);
      await times.fullText.time(question, n, fullText);
      if (memory) await times.miniSearch.time(question, n, memory);
    }
  store.close();
  const result = {
    entries: count,
    lookUp: times.lookUp.result(),
    fullText: times.fullText.result(),
    ...(memory && { miniSearch: times.miniSearch.result() }),
  };
  console.log(`look-up: ${JSON.stringify(result)}`);
  return result;
}

/** The same on a local D1 database; every statement goes to workerd and back. */
export async function lookUpOnD1(count: number): Promise<Record<string, unknown>> {
  const dice = seededDice(count);
  const entries = benchEntries(count, dice);
  const questions = benchQuestions(entries, QUESTIONS, dice);
  const { store, close } = await localD1();
  try {
    await fill(store, entries);
    const lookUp = asking(store);
    const times = new Stopwatch(questions);
    for (let n = 0; n < ROUNDS; n++) for (const question of questions) await times.time(question, n, lookUp);
    const result = { entries: count, lookUp: times.result() };
    console.log(`look-up on D1: ${JSON.stringify(result)}`);
    return result;
  } finally {
    await close();
  }
}

async function fill(store: Store, entries: readonly EntryToIndex[]): Promise<void> {
  for (let i = 0; i < entries.length; i += PER_EFFECT)
    await store.atomically(indexEntries(store.db, entries.slice(i, i + PER_EFFECT), starterList.words));
}

/** One question through index, scoring and gate. */
function asking(store: Store): (question: string) => Promise<unknown> {
  const ctx = contextOf(
    {
      store,
      clock: systemClock,
      ids: systemIds,
      dice: systemDice,
      log: silent,
      host: testHost,
      calendar: () => packagedCalendar,
    },
    { kind: 'cli', name: 'bench' },
  );
  return (query) => evaluate(ctx, { queries: [{ id: '', query, relevant: [] }], stopwatch: () => 0 });
}

class Stopwatch {
  readonly #best: Map<string, number>;

  constructor(questions: readonly string[]) {
    this.#best = new Map(questions.map((question) => [question, Number.POSITIVE_INFINITY]));
  }

  async time(question: string, nth: number, ask: (question: string) => unknown): Promise<void> {
    const start = performance.now();
    await ask(question);
    const taken = performance.now() - start;
    if (nth > 0) this.#best.set(question, Math.min(taken, this.#best.get(question) ?? taken));
  }

  result() {
    const times = [...this.#best.values()];
    return { medianMs: round(percentile(times, 0.5)), p99Ms: round(percentile(times, 0.99)) };
  }
}

/** SQLite's own ranking over the same tokens, all of them, without anything around it. */
function fullTextOf(sqlite: Database.Database): (text: string) => unknown {
  const statement = sqlite.prepare(
    `select row.number from question_fts join search_row as row on row.id = question_fts.rowid
     where question_fts match ? order by question_fts.rank limit 10`,
  );
  return (text) => statement.all(ftsQuery(tokensOf(searchText(text, starterList.words))));
}

function memoryOf(entries: readonly EntryToIndex[]): (text: string) => unknown {
  const index = new MiniSearch({
    idField: 'number',
    fields: ['question', 'like', 'title', 'answer'],
    tokenize: (text) => tokensOf(searchText(text, starterList.words)),
    processTerm: (term) => term,
  });
  index.addAll(entries.map((entry) => ({ ...entry, like: entry.like.join('\n') })));
  return (text) => index.search(text).slice(0, 10);
}
