import { AppError } from '../../kernel/errors.ts';
import { coordinates, grantsOf, requireRole } from '../../people/scope.ts';
import type { Ctx } from '../../store/context.ts';
import { emergencyWords as words } from './words.ts';

/**
 * The exception reaches everybody, so only coordinators of the host's own level open it: the city's offices, or the
 * county's where a county runs the bot. @returns whose doing it is. @throws AppError forbidden
 */
export function requireEmergencyPower({ actor, host }: Ctx): string {
  requireRole(actor, 'coordinator');
  const own = host.level === 'county' ? grantsOf(actor).some(({ county }) => county !== '') : false;
  if (!own && !coordinates(actor, '')) throw new AppError('forbidden', words.otherLevel);
  return actor.kind === 'person' ? actor.openId : '';
}
