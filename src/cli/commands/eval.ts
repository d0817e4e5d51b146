import { seededDice, withTypos } from '../../policy/retrieval/rules/typos.ts';
import { evaluate } from '../../policy/retrieval/verbs/evaluate.ts';
import { contextOf } from '../../store/runtime.ts';
import { type CliCommand, UsageError } from '../command.ts';
import { readEvaluationSet, withEntries } from '../evaluation-set.ts';
import { cliWords } from '../words.ts';
import { policyWords as words } from '../words-policy.ts';

/** Retrieval and abstention on a folder of `corpus.jsonl` and `queries.jsonl`, in a database of its own. */
export const evaluation: CliCommand = {
  name: 'eval',
  usage: words.evalUsage,
  valued: ['typos'],
  bare: true,
  async run(house, args) {
    const [folder] = args.words;
    if (!folder) throw new UsageError(cliWords.missingArgument(words.folder));
    const { name, entries, queries: clean } = readEvaluationSet(folder);
    const typos = readTypos(args.options['typos']);
    const throws = seededDice(typos);
    const queries = clean.map((one) => ({ ...one, query: withTypos(one.query, typos, throws) }));
    const start = performance.now();
    const json = await withEntries(entries, async (store) => {
      const indexMs = performance.now() - start;
      const { clock, ids, dice, log, host, calendar } = house.runtime;
      const runtime = { store, clock, ids, dice, log, host, calendar };
      const ctx = contextOf(runtime, { kind: 'cli', name: 'eval' });
      const { result } = await evaluate(ctx, { queries, stopwatch: () => performance.now() });
      return { set: name, ...(typos > 0 && { typos }), ...result, indexMs };
    });
    return { ok: true, lines: 'json' in args.options ? [] : [JSON.stringify(json)], json };
  },
};

function readTypos(given = '0'): number {
  if (!/^\d$/.test(given)) throw new UsageError(words.badTypos);
  return Number(given);
}
