import type { Role } from '../kernel/actor.ts';
import { AppError } from '../kernel/errors.ts';
import type { Ctx } from '../store/context.ts';
import type { UnitRow } from './repo.ts';
import { grantsOf } from './scope.ts';
import { postWords as words } from './words-posts.ts';

/** Posts that a level's own office fills. Administrators and the inspection groups are not its business (BR-36). */
const OFFICE_FILLS: readonly Role[] = ['coordinator', 'liaison', 'reviewer', 'editor', 'approver', 'cadre'];
/** Its points and reminders go along only where the cadre office names it: 考察组, in chat. */
const BY_THE_CADRE_OFFICE: Role = 'group-liaison';
const READS_ONLY: readonly string[] = ['township', 'village'];

/** Roles whose posts at this unit the actor fills, hands over and ends; empty when the unit is none of theirs. */
export function rolesToFill(
  { actor, host }: Ctx,
  unit: Pick<UnitRow, 'county' | 'tier'>,
  all: readonly Role[],
): Role[] {
  const fitting = all.filter(
    (role) =>
      role !== BY_THE_CADRE_OFFICE &&
      // A coordinator of a township would see the whole county (BR-40).
      !(READS_ONLY.includes(unit.tier) && (role === 'coordinator' || role === 'admin')),
  );
  if (actor.kind !== 'person') return fitting;
  const grants = grantsOf(actor).filter(({ tier }) => !READS_ONLY.includes(tier));
  const isAdmin = grants.some(
    ({ role, county }) =>
      role === 'admin' && (county === '' || host.level === 'county' || county === unit.county),
  );
  if (isAdmin) return fitting;
  const ownLevel = grants.some(({ role, county }) => role === 'coordinator' && county === unit.county);
  return ownLevel ? fitting.filter((role) => OFFICE_FILLS.includes(role)) : [];
}

/** @throws AppError forbidden */
export function requirePostPower(ctx: Ctx, unit: UnitRow, role: Role): void {
  if (rolesToFill(ctx, unit, [role]).length > 0) return;
  throw new AppError('forbidden', role === BY_THE_CADRE_OFFICE ? words.cadreOffice : words.notYours(role));
}
