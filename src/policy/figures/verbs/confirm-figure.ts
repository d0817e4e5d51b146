import { and, eq } from 'drizzle-orm';
import { figureRevision } from '../../../../db/schema/index.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { actorId } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Ctx } from '../../../store/context.ts';
import { auditRow, mustChange } from '../../../store/statement.ts';
import { keepFirst, nameOfRows, replaceFigure } from '../replace.ts';
import { type FigureKey, findLast, findLiveRows, keyOf } from '../repo.ts';
import { requireProposal } from '../require-proposal.ts';
import { MAY_CONFIRM, requireRight } from '../rights.ts';
import { targetOf } from '../target.ts';
import { figureWords as words } from '../words.ts';

/**
 * Brings a change into force, for answers and calculations at once. Only by a person, and another one than its author.
 * @throws AppError `forbidden`; `stale` when somebody has decided already or other rows are live than it was made from
 */
export async function confirmFigure(
  ctx: Ctx,
  input: FigureKey & { revision: number },
): Promise<Outcome<{ changed: true }>> {
  const { db } = ctx;
  const { code, unit, revision } = input;
  await requireRight(ctx, input, MAY_CONFIRM);
  if (ctx.actor.kind !== 'person') throw new AppError('forbidden', words.personOnly);
  const proposal = await requireProposal(ctx, input);
  const decidedBy = actorId(ctx.actor);
  if (proposal.author === decidedBy) throw new AppError('forbidden', words.ownWork);
  const live = await findLiveRows(db, input);
  if (nameOfRows(live) !== proposal.base) throw new AppError('stale', words.overtaken);

  const last = (await findLast(db, [code])).get(keyOf(input));
  const first = keepFirst(ctx, input, live, last);
  return outcome(
    { changed: true },
    {
      writes: [
        ...first.writes,
        db
          .update(figureRevision)
          .set({ state: 'live', turn: first.last.turn + 1, decidedBy, decidedAt: ctx.now })
          .where(
            and(
              eq(figureRevision.code, code),
              eq(figureRevision.unit, unit),
              eq(figureRevision.revision, revision),
              eq(figureRevision.state, 'proposed'),
            ),
          ),
        mustChange(),
        ...replaceFigure(ctx, input, proposal.rows),
        auditRow(ctx, 'policy.figure-confirm', targetOf(input), {
          revision,
          before: live,
          after: proposal.rows,
        }),
      ],
    },
  );
}
