import { type Outcome, outcome } from '../../../chat/outcome.ts';
import type { Ctx } from '../../../store/context.ts';
import { audienceOf, findPublished } from '../../repo.ts';
import { ANSWER_FROM } from '../../rules/gate.ts';
import { search } from '../search.ts';

export interface PhraseProblem {
  number: string;
  phrase: string;
  /** A phrasing of its own that leads elsewhere, or a counter-example that leads to it. */
  kind: 'not_found' | 'wrongly_found';
  /** What was found first instead; empty when nothing was. */
  found: string;
  confidence: number;
}

export interface CheckResult {
  entries: number;
  phrasings: number;
  counterExamples: number;
  problems: PhraseProblem[];
}

/** Every published entry must be found first by each of its phrasings, and be no answer to its counter-examples. */
export async function checkQuestions(ctx: Ctx): Promise<Outcome<CheckResult>> {
  const entries = await findPublished(ctx.db);
  const { day } = audienceOf(ctx);
  const problems: PhraseProblem[] = [];
  for (const { number, question, like, unlike, units, validFrom, validUntil } of entries) {
    // As somebody the entry is for, on a day it is in force.
    const audience = {
      day: validFrom > day ? validFrom : validUntil && validUntil < day ? validUntil : day,
      units: units.slice(0, 1),
    };
    for (const phrase of [question, ...like]) {
      const first = (await search(ctx.db, phrase, audience)).entries[0];
      if (first?.number === number && !first.vetoed) continue;
      problems.push({ ...told(number, phrase, first), kind: 'not_found' });
    }
    for (const phrase of unlike) {
      const first = (await search(ctx.db, phrase, audience)).entries[0];
      if (first?.number !== number || first.vetoed || first.confidence < ANSWER_FROM) continue;
      problems.push({ ...told(number, phrase, first), kind: 'wrongly_found' });
    }
  }
  return outcome({
    entries: entries.length,
    phrasings: entries.reduce((sum, { like }) => sum + 1 + like.length, 0),
    counterExamples: entries.reduce((sum, { unlike }) => sum + unlike.length, 0),
    problems,
  });
}

function told(number: string, phrase: string, first: { number: string; confidence: number } | undefined) {
  return { number, phrase, found: first?.number ?? '', confidence: first?.confidence ?? 0 };
}
