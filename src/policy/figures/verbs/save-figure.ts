import { and, eq } from 'drizzle-orm';
import { figureRevision } from '../../../../db/schema/index.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { actorId } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Ctx } from '../../../store/context.ts';
import { auditRow, mustChange } from '../../../store/statement.ts';
import { definitions } from '../definitions.ts';
import { nameOfRows } from '../replace.ts';
import { type FigureKey, findLast, findLiveRows, findProposed, keyOf, nameOf, type Row } from '../repo.ts';
import { MAY_PROPOSE, requireRight } from '../rights.ts';
import { checkTable } from '../rules/check-table.ts';
import { SINCE } from '../sheets/columns.ts';
import { targetOf } from '../target.ts';
import { figureWords as words } from '../words.ts';

/** A unit's whole standard as it is to be: tables of all days together. None at all ends it. */
export interface FigureInput extends FigureKey {
  rows: readonly Row[];
  /** `nameOfRows` of what was shown when it was written. */
  base: string;
}

/**
 * Keeps a change until another person has confirmed it: a number changes only with a second pair of eyes (domain 7).
 * One change waits at a time; its author may replace it.
 * @throws AppError `stale` when what was shown is no longer live; `conflict` when somebody else's change waits, or
 * nothing is different; `invalid`
 */
export async function saveFigure(ctx: Ctx, input: FigureInput): Promise<Outcome<{ revision: number }>> {
  const { db } = ctx;
  const { code, unit, rows, base } = input;
  const definition = definitions.get(code);
  if (!definition) throw new AppError('not_found', words.unknown(code));
  await requireRight(ctx, input, MAY_PROPOSE);

  const live = await findLiveRows(db, input);
  if (nameOfRows(live) !== base) throw new AppError('stale', words.stale);
  if (checkTable(definition, rows, SINCE).length > 0) throw new AppError('invalid', words.invalid);
  if (nameOfRows(rows) === base) throw new AppError('conflict', words.unchanged);

  const author = actorId(ctx.actor);
  const waiting = (await findProposed(db, code)).find((one) => one.unit === unit);
  if (waiting && waiting.author !== author)
    throw new AppError('conflict', words.waiting((await nameOf(db, waiting.author)) || words.somebody));
  const last = (await findLast(db, [code])).get(keyOf(input));
  const revision = (last?.revision ?? 0) + 1;
  return outcome(
    { revision },
    {
      writes: [
        ...(waiting
          ? [
              db
                .update(figureRevision)
                .set({ state: 'withdrawn', decidedBy: author, decidedAt: ctx.now })
                .where(
                  and(
                    eq(figureRevision.code, code),
                    eq(figureRevision.unit, unit),
                    eq(figureRevision.revision, waiting.revision),
                    eq(figureRevision.state, 'proposed'),
                  ),
                ),
              mustChange(),
            ]
          : []),
        db.insert(figureRevision).values({
          code,
          unit,
          revision,
          rows: rows.map((row) => ({ ...row })),
          state: 'proposed',
          base,
          author,
          createdAt: ctx.now,
        }),
        auditRow(ctx, 'policy.figure-propose', targetOf(input), { revision, before: live, after: rows }),
      ],
    },
  );
}
