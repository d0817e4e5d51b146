import { and, eq, sql } from 'drizzle-orm';
import { deputy, grant } from '../../../db/schema/index.ts';
import type { Ctx } from '../../store/context.ts';
import type { Statement } from '../../store/db.ts';
import { auditRow } from '../../store/statement.ts';

/** The arrangement ends, and with it the post that came of it; a unit is never left without any liaison by it. */
export function endWrites(ctx: Ctx, { unit, openId }: { unit: string; openId: string }): Statement[] {
  const { db } = ctx;
  const others = sql`exists (select 1 from ${grant} as other
    where other.unit = ${unit} and other.role = 'liaison' and other.open_id <> ${openId})`;
  return [
    db
      .delete(grant)
      .where(and(eq(grant.unit, unit), eq(grant.openId, openId), eq(grant.role, 'liaison'), others)),
    db.delete(deputy).where(and(eq(deputy.unit, unit), eq(deputy.openId, openId))),
    auditRow(ctx, 'counts.deputy-end', `${unit}:${openId}`),
  ];
}
