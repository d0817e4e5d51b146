import type { Card } from '../../chat/card.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { grantsOf } from '../../people/scope.ts';
import type { Ctx } from '../../store/context.ts';
import { answerWith } from '../answer-with.ts';
import { monthCard } from '../cards.ts';
import { readTasks } from '../reconciliation/read-tasks.ts';
import { findOpenRounds } from '../repo.ts';
import { readUnitMonths } from '../unit-month.ts';
import { taskWords as words } from '../words.ts';

/** What there is to do now: the cards of units whose month or year is open, else a word that there is nothing. */
export async function showTasks(ctx: Ctx, input: { eventId: string }): Promise<Outcome<Card>> {
  const grants = grantsOf(ctx.actor);
  const units = grants.filter((grant) => grant.role === 'liaison').map((grant) => grant.unit);
  const rounds = units.length > 0 ? await findOpenRounds(ctx.db) : [];
  const views = (await Promise.all(rounds.map(({ month }) => readUnitMonths(ctx, month, units)))).flat();
  const [first, ...others] = [...views.map(monthCard), ...(await readTasks(ctx, units))];
  if (first) return answerWith(ctx, [first, ...others], `counts.tasks@${input.eventId}`);
  const hints = new Set(grants.flatMap((grant) => words.hints[grant.role] ?? []));
  const none = grants.some((grant) => grant.role === 'group-liaison') ? words.noCounts : words.none;
  return outcome<Card>({
    title: words.title,
    tone: 'neutral',
    blocks: [none, ...hints].map((text) => ({ kind: 'text', text })),
  });
}
