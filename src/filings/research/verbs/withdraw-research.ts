import type { ClickAnswer } from '../../../chat/feature.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import type { Ctx } from '../../../store/context.ts';
import { readReason } from '../../keep/read-reason.ts';
import { researchCard } from '../cards.ts';
import { changeResearch } from '../change-research.ts';
import { researchAnswers } from '../words.ts';
import { openResearch } from './list-research.ts';

/** 撤回: with a reason; it clashes with nothing any more, and is kept. */
export async function withdrawResearch(
  ctx: Ctx,
  input: { number: string; revision: number; form: Record<string, unknown> },
): Promise<Outcome<ClickAnswer>> {
  const { places, row } = await openResearch(ctx, input.number);
  const reason = readReason(input.form);
  const answer = (tone: 'success' | 'warning', text: string, shown: typeof row): ClickAnswer => ({
    toast: { tone, text },
    card: researchCard(places, shown),
  });
  if (row.state === 'withdrawn') return outcome(answer('success', researchAnswers.withdrawn, row));
  if (row.revision !== input.revision) return outcome(answer('warning', researchAnswers.moved, row));
  const change = { state: 'withdrawn' as const, reason };
  return outcome(
    answer('success', researchAnswers.withdrawn, { ...row, ...change, revision: row.revision + 1 }),
    {
      writes: changeResearch(ctx, row, change, 'filings.research-withdraw', []),
      cancels: [`filings.clash:${row.number}`],
    },
  );
}
