import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { EMERGENCY, emergencyAt } from '../../../delivery/emergency.ts';
import type { Ctx } from '../../../store/context.ts';
import { writeSetting } from '../../../store/settings.ts';
import { auditRow } from '../../../store/statement.ts';
import { requireEmergencyPower } from '../power.ts';

/** Back to quiet hours before its time; does nothing when it has ended already. */
export async function endEmergency(ctx: Ctx): Promise<Outcome<{ changed: boolean }>> {
  requireEmergencyPower(ctx);
  const current = await emergencyAt(ctx.db, ctx.now);
  if (!current) return outcome({ changed: false });
  return outcome(
    { changed: true },
    {
      writes: [
        writeSetting(ctx.db, EMERGENCY, ''),
        auditRow(ctx, 'system.emergency-end', `setting:${EMERGENCY}`, { from: current.from }),
      ],
    },
  );
}
