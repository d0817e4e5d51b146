import type { ClickAnswer } from '../../../chat/feature.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { AppError } from '../../../kernel/errors.ts';
import { coordinates } from '../../../people/scope.ts';
import type { Ctx } from '../../../store/context.ts';
import { countyOf } from '../../places.ts';
import { changeFiling } from '../change-filing.ts';
import { decidedMessages, settledPatches, waitingSubject } from '../messages.ts';
import { cardFor, moved, type Opened, openFiling } from '../open.ts';
import { readReason } from '../read-reason.ts';
import { keepAnswers } from '../words.ts';

export interface Decision {
  number: string;
  revision: number;
  messageId: string;
}

/** 批准: what was beyond the plan takes effect (domain 5). */
export async function approveFiling(ctx: Ctx, input: Decision): Promise<Outcome<ClickAnswer>> {
  return decide(ctx, input, 'filed', '', keepAnswers.approved);
}

/** 不批准: with a reason that the organiser is told. */
export async function refuseFiling(
  ctx: Ctx,
  input: Decision & { form: Record<string, unknown> },
): Promise<Outcome<ClickAnswer>> {
  return decide(ctx, input, 'refused', readReason(input.form), keepAnswers.refused);
}

async function decide(
  ctx: Ctx,
  input: Decision,
  state: 'filed' | 'refused',
  reason: string,
  text: string,
): Promise<Outcome<ClickAnswer>> {
  const opened = await openDecision(ctx, input.number);
  const { places, row } = opened;
  if (row.state !== 'pending')
    return outcome<ClickAnswer>({
      toast: {
        tone: row.state === state ? 'success' : 'warning',
        text: keepAnswers.alreadyDecided(row.state),
      },
      card: cardFor(ctx, opened),
    });
  // Changed after this card was sent: what would be agreed to is not what was read.
  if (row.revision !== input.revision) return moved(ctx, opened);
  const after = { ...row, state, reason, revision: row.revision + 1 };
  return outcome<ClickAnswer>(
    {
      toast: { tone: 'success', text },
      card: cardFor(ctx, { places, row: after }, { tone: state === 'filed' ? 'success' : 'neutral' }),
    },
    {
      writes: changeFiling(
        ctx,
        row,
        { state, reason },
        `filings.${state === 'filed' ? 'approve' : 'refuse'}`,
        ['state'],
      ),
      messages: [
        ...(await decidedMessages(ctx, places, after)),
        ...(await settledPatches(ctx, places, after, input.messageId)),
      ],
      cancels: [waitingSubject(row.number)],
    },
  );
}

/** @throws AppError forbidden for everybody but the offices of the organiser's level */
async function openDecision(ctx: Ctx, number: string): Promise<Opened> {
  const opened = await openFiling(ctx, number);
  if (!coordinates(ctx.actor, countyOf(opened.places, opened.row.organisers)))
    throw new AppError('forbidden', keepAnswers.notDecider);
  return opened;
}
