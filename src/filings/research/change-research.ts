import { and, eq } from 'drizzle-orm';
import { researchVisit } from '../../../db/schema/index.ts';
import type { Ctx } from '../../store/context.ts';
import type { Statement } from '../../store/db.ts';
import { auditRow, mustChange } from '../../store/statement.ts';
import type { Research } from '../places.ts';
import type { ResearchRow } from '../repo.ts';

/** The writes of one change: only on top of what was seen, with the audit row of who and what. */
export function changeResearch(
  ctx: Ctx,
  before: Research,
  change: Partial<ResearchRow>,
  action: string,
  changed: readonly string[],
): Statement[] {
  return [
    ctx.db
      .update(researchVisit)
      .set({ ...change, revision: before.revision + 1 })
      .where(and(eq(researchVisit.number, before.number), eq(researchVisit.revision, before.revision))),
    mustChange(),
    auditRow(ctx, action, `research:${before.number}`, { changed, revision: before.revision + 1 }),
  ];
}
