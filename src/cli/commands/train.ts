import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { starterQuestions } from '../../../db/seed/questions/index.ts';
import { dayOf } from '../../kernel/day.ts';
import { projectRoot } from '../../main/paths.ts';
import { contentOfStarter, indexed } from '../../policy/content.ts';
import { search } from '../../policy/retrieval/search.ts';
import { starterList } from '../../policy/retrieval/synonyms.ts';
import { leaveOneOut, observation, observeAsked, trainConfidence } from '../../policy/retrieval/training.ts';
import type { CliCommand } from '../command.ts';
import {
  type EvaluationSet,
  readEvaluationSet,
  readLabelledQuestions,
  withEntries,
} from '../evaluation-set.ts';
import { policyWords } from '../words-policy.ts';

const MODEL = join(projectRoot, 'src', 'policy', 'retrieval', 'rules', 'confidence.json');

/** The product's own questions count three times a public set: they are what people will meet. */
const OWN_WEIGHT = 3;

/** Questions of the first set, asked of the starter questions: nothing there answers them. */
const FAR = 200;

/**
 * Learns the confidence from the starter questions, from labelled questions about them (`.jsonl`) and from evaluation
 * folders, and stores it as data.
 */
export const train: CliCommand = {
  name: 'train',
  usage: policyWords.trainUsage,
  bare: true,
  async run(house, args) {
    const isFile = (word: string) => word.endsWith('.jsonl');
    const sets = args.words.filter((word) => !isFile(word)).map(readEvaluationSet);
    const labelled = args.words.filter(isFile).flatMap(readLabelled);
    const { words } = starterList;
    const starters = starterQuestions.map((starter) => indexed(contentOfStarter(starter)));
    const far = (sets[0]?.queries ?? []).slice(0, FAR).map(({ query }) => ({ text: query, relevant: [] }));
    const day = dayOf(house.runtime.clock.now());
    const observed = [
      {
        observations: [...leaveOneOut(starters, words), ...observeAsked(starters, far, words)],
        weight: OWN_WEIGHT,
      },
      { observations: observeAsked(starters, labelled, words), weight: OWN_WEIGHT },
    ];
    for (const set of sets) observed.push({ observations: await observe(set, day), weight: 1 });
    const model = trainConfidence(observed);
    writeFileSync(MODEL, `${JSON.stringify(model, null, 2)}\n`);
    return {
      ok: true,
      lines: [policyWords.trained(MODEL), JSON.stringify(model)],
      json: { ok: true, ...model },
    };
  },
};

/** An entry answers a question when it rests on a fact that the question asks for. */
function readLabelled(file: string) {
  return readLabelledQuestions(file).map(({ q, fact_ids }) => ({
    text: q,
    relevant: starterQuestions
      .filter(({ factIds }) => factIds.some((id) => fact_ids.includes(id)))
      .map(({ number }) => number),
  }));
}

function observe({ entries, queries }: EvaluationSet, day: string) {
  return withEntries(entries, async ({ db }) => {
    const observations = [];
    for (const { query, relevant } of queries) {
      const { entries: ranked } = await search(db, query, { day, units: [] });
      observations.push(observation(ranked, relevant));
    }
    return observations;
  });
}
