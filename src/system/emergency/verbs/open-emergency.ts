import { sql } from 'drizzle-orm';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { EMERGENCY, type Emergency, emergencyAt } from '../../../delivery/emergency.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Ctx } from '../../../store/context.ts';
import { readSetting, writeSetting } from '../../../store/settings.ts';
import { auditRow, mustHold } from '../../../store/statement.ts';
import { requireEmergencyPower } from '../power.ts';
import { emergencyWords as words } from '../words.ts';

/** BR-42: never longer than 72 hours. */
export const EMERGENCY_HOURS = [12, 24, 48, 72] as const;

const HOUR_MS = 3_600_000;

export interface EmergencyInput {
  reason: string;
  approver: string;
  hours: number;
}

/** Lifts the quiet hours for duties until it ends by itself. @throws AppError invalid, forbidden, conflict */
export async function openEmergency(ctx: Ctx, input: EmergencyInput): Promise<Outcome<Emergency>> {
  const by = requireEmergencyPower(ctx);
  const reason = input.reason.trim();
  const approver = input.approver.trim();
  const problems = [
    reason.length < 4 || reason.length > 60 ? words.badReason : '',
    approver.length < 2 || approver.length > 30 ? words.badApprover : '',
    EMERGENCY_HOURS.some((hours) => hours === input.hours) ? '' : words.badHours,
  ].filter(Boolean);
  if (problems.length > 0) throw new AppError('invalid', problems.join(''));
  const current = await emergencyAt(ctx.db, ctx.now);
  if (current) throw new AppError('conflict', words.alreadyOpen(current.until));
  const before = (await readSetting(ctx.db, EMERGENCY)) ?? '';
  const emergency: Emergency = {
    reason,
    approver,
    by,
    from: ctx.now,
    until: ctx.now + input.hours * HOUR_MS,
  };
  return outcome(emergency, {
    writes: [
      mustHold(sql`coalesce((select value from setting where key = ${EMERGENCY}), '') = ${before}`),
      writeSetting(ctx.db, EMERGENCY, JSON.stringify(emergency)),
      auditRow(ctx, 'system.emergency', `setting:${EMERGENCY}`, { ...emergency }),
    ],
  });
}
