import { and, eq } from 'drizzle-orm';
import { filing } from '../../../db/schema/index.ts';
import type { Ctx } from '../../store/context.ts';
import type { Statement } from '../../store/db.ts';
import { auditRow, mustChange } from '../../store/statement.ts';
import type { Filing } from '../places.ts';
import type { FilingRow } from '../repo.ts';

/** The writes of one change: only on top of what was seen, with the audit row of who and what. */
export function changeFiling(
  ctx: Ctx,
  before: Filing,
  change: Partial<FilingRow>,
  action: string,
  changed: readonly string[],
): Statement[] {
  return [
    ctx.db
      .update(filing)
      .set({ ...change, revision: before.revision + 1 })
      .where(and(eq(filing.number, before.number), eq(filing.revision, before.revision))),
    mustChange(),
    auditRow(ctx, action, `filing:${before.number}`, { changed, revision: before.revision + 1 }),
  ];
}
