import { type Outcome, outcome } from '../../../chat/outcome.ts';
import type { Ctx } from '../../../store/context.ts';
import { audienceOf } from '../../repo.ts';
import { decide } from '../../rules/gate.ts';
import { type Asked, type Measures, measure, percentile } from '../rules/measures.ts';
import { search } from '../search.ts';

export interface EvaluationQuery {
  id: string;
  query: string;
  relevant: readonly string[];
}

/** Asks every question of a set over the product's own index, scoring and gate. `stopwatch` gives milliseconds. */
export async function evaluate(
  ctx: Ctx,
  { queries, stopwatch }: { queries: readonly EvaluationQuery[]; stopwatch: () => number },
): Promise<Outcome<Measures & { p50Ms: number; p99Ms: number }>> {
  const audience = audienceOf(ctx);
  const asked: Asked[] = [];
  const times: number[] = [];
  for (const { query, relevant } of queries) {
    const start = stopwatch();
    const { entries } = await search(ctx.db, query, audience);
    const { decision } = decide({
      screened: undefined,
      calculates: false,
      asksForNow: false,
      asksForOwn: false,
      candidates: entries
        .filter((entry) => !entry.vetoed)
        .map(({ number, confidence, features }) => ({
          number,
          confidence,
          lead: features.lead,
          factIds: [],
          missingFigures: [],
          historical: false,
        })),
    });
    times.push(stopwatch() - start);
    asked.push({
      relevant,
      found: entries.map(({ number }) => number),
      confidence: entries[0]?.confidence ?? 0,
      answered: decision === 'answer',
    });
  }
  return outcome({
    ...measure(asked),
    p50Ms: percentile(times, 0.5),
    p99Ms: percentile(times, 0.99),
  });
}
