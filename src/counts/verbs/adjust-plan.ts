import { and, desc, eq } from 'drizzle-orm';
import { planRevision } from '../../../db/schema/index.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { actorId } from '../../kernel/actor.ts';
import { dayOf } from '../../kernel/day.ts';
import { AppError } from '../../kernel/errors.ts';
import { readForm } from '../../kernel/form.ts';
import { yearOf } from '../../kernel/period.ts';
import { findUnits } from '../../people/repo.ts';
import { personalNumberIn } from '../../people/rules/personal-number.ts';
import { coordinates } from '../../people/scope.ts';
import type { Ctx } from '../../store/context.ts';
import { auditRow } from '../../store/statement.ts';
import { fieldProblems, refuseAll } from '../desk/problems.ts';
import { deskLabels as labels, deskWords as words } from '../desk/words.ts';
import type { Indicator } from '../rules/indicator.ts';

export interface PlanChange {
  year: number;
  unit: string;
  indicator: Indicator;
  /** Revision that was seen; 0 where there was no plan. */
  base: number;
  /** `amount` and `basis`, as typed. */
  form: unknown;
}

const FIELDS = [
  { name: 'amount', label: labels.amount, kind: 'count', required: true },
  { name: 'basis', label: labels.basis, kind: 'text', max: 200 },
] as const;

/**
 * The plan as first entered stays; an adjustment is a revision with its reason, and execution is measured by it
 * (domain 10.2). @throws AppError forbidden, not_found, stale, invalid with its problems by field
 */
export async function adjustPlan(ctx: Ctx, change: PlanChange): Promise<Outcome<{ revision: number }>> {
  const { year, unit: code, indicator, base } = change;
  const [unit] = await findUnits(ctx.db, [code]);
  if (!unit) throw new AppError('not_found', words.unknownUnit);
  if (!coordinates(ctx.actor, unit.county)) throw new AppError('forbidden', words.otherLevel);
  const thisYear = yearOf(dayOf(ctx.now));
  if (Math.abs(year - thisYear) > 1)
    throw new AppError('invalid', words.planYear(thisYear - 1, thisYear + 1));
  const standing = await readPlan(ctx, change);
  const revision = standing?.revision ?? 0;
  if (revision !== base) throw new AppError('stale', words.planMoved(revision));

  const reading = readForm(FIELDS, change.form);
  const { amount, basis = '' } = reading.values;
  const problems = reading.ok ? [] : fieldProblems(reading.problems);
  // The first entry is the plan itself; whoever changes it says why.
  if (revision > 0 && basis === '') problems.push({ field: 'basis', text: words.planReason });
  if (personalNumberIn(basis)) problems.push({ field: 'basis', text: words.personal });
  if (standing && amount === standing.amount && basis === standing.basis)
    problems.push({ field: 'amount', text: words.planSame });
  refuseAll(problems);
  if (amount === undefined) return outcome({ revision });
  return outcome(
    { revision: revision + 1 },
    {
      writes: [
        ctx.db.insert(planRevision).values({
          year,
          unit: code,
          indicator,
          revision: revision + 1,
          amount,
          basis,
          author: actorId(ctx.actor),
          createdAt: ctx.now,
        }),
        auditRow(ctx, 'counts.plan', `${year}:${code}`, {
          indicator,
          before: standing ? { amount: standing.amount, basis: standing.basis } : null,
          after: { amount, basis },
        }),
      ],
    },
  );
}

async function readPlan({ db }: Ctx, { year, unit, indicator }: PlanChange) {
  const p = planRevision;
  const rows = await db
    .select({ amount: p.amount, basis: p.basis, revision: p.revision })
    .from(p)
    .where(and(eq(p.year, year), eq(p.unit, unit), eq(p.indicator, indicator)))
    .orderBy(desc(p.revision))
    .limit(1);
  return rows[0];
}
