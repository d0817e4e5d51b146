import { countingRule } from '../../../db/schema/index.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { dayOf } from '../../kernel/day.ts';
import { AppError } from '../../kernel/errors.ts';
import { readForm } from '../../kernel/form.ts';
import { isMonth, monthOf } from '../../kernel/period.ts';
import { personalNumberIn } from '../../people/rules/personal-number.ts';
import { coordinates, grantsOf, requireRole } from '../../people/scope.ts';
import type { Ctx } from '../../store/context.ts';
import { auditRow } from '../../store/statement.ts';
import { fieldProblems, refuseAll } from '../desk/problems.ts';
import { deskLabels as labels, deskWords as words } from '../desk/words.ts';
import { findCountingRules } from '../repo.ts';
import { ruleIn } from '../rules/counting-rule.ts';

const FIELDS = [
  { name: 'version', label: labels.version, kind: 'text', max: 32, required: true },
  { name: 'fromMonth', label: labels.fromMonth, kind: 'text', required: true },
  { name: 'note', label: labels.note, kind: 'text', max: 500, required: true },
] as const;

/** Whoever runs the installation sets what counts, for all its levels alike. */
export function setsCountingRules({ actor, host }: Ctx): boolean {
  const own =
    host.level === 'county' &&
    grantsOf(actor).some(({ role, county }) => role === 'coordinator' && county !== '');
  return own || coordinates(actor, '');
}

/**
 * A new version of what counts, from a month on (domain 3). What has been reported was counted by the old one, which
 * stays. @throws AppError forbidden, invalid with its problems by field
 */
export async function addCountingRule(ctx: Ctx, { form }: { form: unknown }): Promise<Outcome> {
  requireRole(ctx.actor, 'coordinator');
  if (!setsCountingRules(ctx)) throw new AppError('forbidden', words.onlyHost);
  const reading = readForm(FIELDS, form);
  const { version = '', fromMonth = '', note = '' } = reading.values;
  const rules = await findCountingRules(ctx.db);
  const problems = reading.ok ? [] : fieldProblems(reading.problems);
  const add = (field: string, text: string) => problems.push({ field, text });
  if (rules.some((rule) => rule.version === version)) add('version', words.versionTaken(version));
  if (fromMonth !== '' && !isMonth(fromMonth)) add('fromMonth', words.badMonth);
  const now = monthOf(dayOf(ctx.now));
  const same = rules.find((rule) => rule.fromMonth === fromMonth);
  if (same) add('fromMonth', words.monthTaken(fromMonth, same.version));
  else if (isMonth(fromMonth) && fromMonth < now && rules.length > 0) add('fromMonth', words.monthPast(now));
  if (personalNumberIn(note)) add('note', words.personal);
  refuseAll(problems);
  return outcome(undefined, {
    writes: [
      ctx.db.insert(countingRule).values({ version, fromMonth, note }),
      auditRow(ctx, 'counts.rule', version, {
        before: ruleIn(fromMonth, rules)?.version ?? '',
        after: { version, from: fromMonth },
      }),
    ],
  });
}
