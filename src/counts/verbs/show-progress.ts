import type { Card } from '../../chat/card.ts';
import { textCard } from '../../chat/cards.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { grantsOf, requireRole } from '../../people/scope.ts';
import type { Ctx } from '../../store/context.ts';
import { answerWith } from '../answer-with.ts';
import { reportCard } from '../cards-report.ts';
import { readReport } from '../read-report.ts';
import { findLatestRound } from '../repo.ts';
import { progressWords as words } from '../words.ts';

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
  const [first, ...others] = reports.map(reportCard);
  if (!first) return outcome(textCard(words.title, words.noRound));
  return answerWith(ctx, [first, ...others], `counts.progress@${input.eventId}`);
}
