import type { Card } from '../../chat/card.ts';
import { textCard } from '../../chat/cards.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { dayOf } from '../../kernel/day.ts';
import type { Month } from '../../kernel/period.ts';
import { findSteps } from '../../people/repo-succession.ts';
import { grantsOf, requireRole } from '../../people/scope.ts';
import type { Ctx } from '../../store/context.ts';
import { answerWith } from '../answer-with.ts';
import { reportCard } from '../cards-report.ts';
import { readReport } from '../read-report.ts';
import { findLatestRound, findReporting } from '../repo.ts';
import { withoutHeir } from '../rules/succession.ts';
import { progressWords as words } from '../words.ts';
import { successionWords } from '../words-succession.ts';

/**
 * Where the current (or last) collection stands, for coordinators: one card for each level they coordinate; the first
 * answers, the others follow under the id of the message that asked. A group hears how many, never who (BR-41).
 */
export async function showProgress(
  ctx: Ctx,
  input: { eventId: string; group: boolean },
): Promise<Outcome<Card>> {
  requireRole(ctx.actor, 'coordinator');
  const round = await findLatestRound(ctx.db);
  if (!round) return outcome(textCard(words.title, words.noRound));
  const counties = new Set(
    grantsOf(ctx.actor)
      .filter((grant) => grant.role === 'coordinator')
      .map((grant) => grant.county),
  );
  const { month } = round;
  const reports = await Promise.all(
    [...counties]
      .sort()
      .map((county) => readReport(ctx, { period: month, county, from: month, asOf: month, detail: 'sums' })),
  );
  if (input.group) return outcome(textCard(words.title, words.inGroup(month, reports)));
  const gone = await readWithoutHeir(ctx, month);
  const [first, ...others] = reports.map((report): Card => {
    const card = reportCard(report);
    const names = (gone.get(report.county) ?? []).map(({ name }) => name);
    return names.length === 0
      ? card
      : { ...card, blocks: [...card.blocks, { kind: 'text', text: successionWords.withoutHeir(names) }] };
  });
  if (!first) return outcome(textCard(words.title, words.noRound));
  return answerWith(ctx, [first, ...others], `counts.progress@${input.eventId}`);
}

/** Units on the list that have ended without anybody on it in their place, by level. */
async function readWithoutHeir(ctx: Ctx, month: Month) {
  const steps = await findSteps(ctx.db, dayOf(ctx.now));
  if (steps.length === 0) return new Map<string, { name: string }[]>();
  const listed = new Map((await findReporting(ctx.db, month)).map((row) => [row.code, row]));
  const gone = withoutHeir([...listed.keys()], steps);
  return Map.groupBy(
    gone.flatMap((code) => listed.get(code) ?? []),
    ({ county }) => county,
  );
}
