import { reviewRevision } from '../../../db/schema/index.ts';
import { actorId } from '../../kernel/actor.ts';
import type { Ctx } from '../../store/context.ts';
import type { Statement } from '../../store/db.ts';
import { auditRow } from '../../store/statement.ts';
import type { Review } from './read-review.ts';

/** The machine's first draft; nothing when there is one. */
export function draftWrites(ctx: Ctx, { report, row, text, figures }: Review): Statement[] {
  if (row) return [];
  const { period, county } = report;
  return [
    ctx.db.insert(reviewRevision).values({
      period,
      county,
      revision: 1,
      state: 'draft',
      text,
      figures,
      author: 'system:counts.review',
      createdAt: ctx.now,
    }),
  ];
}

/** One more revision, released: with its author, their name as it is today, and the moment. */
export function releaseWrites(ctx: Ctx, { report, row, figures }: Review, text: string): Statement[] {
  const { period, county } = report;
  const revision = (row?.revision ?? 0) + 1;
  return [
    ctx.db.insert(reviewRevision).values({
      period,
      county,
      revision,
      state: 'released',
      text,
      figures,
      author: actorId(ctx.actor),
      authorName: ctx.actor.kind === 'person' ? ctx.actor.name : '',
      createdAt: ctx.now,
    }),
    auditRow(ctx, 'counts.release', `${county}:${period}`, { revision }),
  ];
}
