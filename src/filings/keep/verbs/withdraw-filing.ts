import type { ClickAnswer } from '../../../chat/feature.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import type { Ctx } from '../../../store/context.ts';
import { changeFiling } from '../change-filing.ts';
import { settledPatches, waitingSubject } from '../messages.ts';
import { cardFor, moved, openToChange } from '../open.ts';
import { readReason } from '../read-reason.ts';
import { keepAnswers } from '../words.ts';
import type { Change } from './save-filing.ts';

/** 撤回: with a reason; it is found by nobody any more, frees its place, and is kept. */
export async function withdrawFiling(
  ctx: Ctx,
  input: Change & { messageId: string },
): Promise<Outcome<ClickAnswer>> {
  const opened = await openToChange(ctx, input.number);
  const { places, row } = opened;
  const reason = readReason(input.form);
  if (row.state === 'withdrawn')
    return outcome<ClickAnswer>({
      toast: { tone: 'success', text: keepAnswers.withdrawn },
      card: cardFor(ctx, opened),
    });
  if (row.revision !== input.revision || row.state === 'refused') return moved(ctx, opened);
  const after = { ...row, state: 'withdrawn' as const, reason, revision: row.revision + 1 };
  return outcome<ClickAnswer>(
    {
      toast: { tone: 'success', text: keepAnswers.withdrawn },
      card: cardFor(ctx, { places, row: after }, { tone: 'neutral' }),
    },
    {
      writes: changeFiling(ctx, row, { state: 'withdrawn', reason }, 'filings.withdraw', ['state']),
      messages: await settledPatches(ctx, places, after, input.messageId),
      cancels: [waitingSubject(row.number), `filings.clash:${row.number}`],
    },
  );
}
