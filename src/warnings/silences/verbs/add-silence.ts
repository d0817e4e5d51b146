import { warningSilence } from '../../../../db/schema/index.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { formProblems } from '../../../chat/words.ts';
import { INDICATORS, type Indicator } from '../../../counts/window.ts';
import { addDays, dayOf } from '../../../kernel/day.ts';
import { AppError } from '../../../kernel/errors.ts';
import { readForm } from '../../../kernel/form.ts';
import { maskNumbers } from '../../../kernel/text.ts';
import { findUnits, type UnitRow } from '../../../people/repo.ts';
import { coordinates } from '../../../people/scope.ts';
import type { Ctx } from '../../../store/context.ts';
import { auditRow } from '../../../store/statement.ts';
import { requireKeepable } from '../../keepable.ts';
import { ALL, REASON_LENGTH } from '../cards.ts';
import { silenceWords as words } from '../words.ts';

/** Product default: whoever wants it quiet for longer should say so again. */
const MAX_DAYS = 186;

/** The row as it will be, with the unit's name; empty for the whole level. */
type Silenced = typeof warningSilence.$inferSelect & { name: string };

/** Nothing is told of a unit, or of a whole level, for a while: with author, reason and end. */
export async function addSilence(
  ctx: Ctx,
  { county, form }: { county: string; form: unknown },
): Promise<Outcome<Silenced>> {
  if (!coordinates(ctx.actor, county)) throw new AppError('forbidden', words.forbidden);
  const reading = readForm(
    [
      { name: 'unit', label: words.unitLabel, kind: 'text', max: 40 },
      {
        name: 'indicator',
        label: words.indicatorLabel,
        kind: 'choice',
        options: [ALL, ...INDICATORS],
        required: true,
      },
      { name: 'until', label: words.untilLabel, kind: 'day', required: true },
      { name: 'reason', label: words.reasonLabel, kind: 'text', max: REASON_LENGTH, required: true },
    ],
    form,
  );
  if (!reading.ok) throw new AppError('invalid', formProblems(reading.problems));
  const { unit, indicator, until, reason } = reading.values;
  const today = dayOf(ctx.now);
  if (until < today) throw new AppError('invalid', words.past);
  if (until > addDays(today, MAX_DAYS)) throw new AppError('invalid', words.tooLong(MAX_DAYS));
  requireKeepable(reason);
  const meant = unit ? await unitOf(ctx, county, unit) : undefined;
  const row = {
    id: ctx.ids.next(),
    county,
    scope: meant?.code ?? '',
    indicator: indicator === ALL ? ('' as const) : (indicator as Indicator),
    reason: maskNumbers(reason),
    author: ctx.actor.kind === 'person' ? ctx.actor.openId : '',
    createdAt: ctx.now,
    until,
    endedAt: null,
    endedBy: '',
  };
  return outcome(
    { ...row, name: meant?.name ?? '' },
    {
      writes: [
        ctx.db.insert(warningSilence).values(row),
        auditRow(ctx, 'warnings.silence', `${row.scope}:${row.indicator}`, { county, until }),
      ],
    },
  );
}

/** By code, by full name, or by a part of it that only one unit of the level has. */
async function unitOf(ctx: Ctx, county: string, said: string): Promise<UnitRow> {
  const units = (await findUnits(ctx.db)).filter((unit) => unit.county === county);
  const exact = units.find((unit) => unit.name === said || unit.code === said);
  if (exact) return exact;
  const like = units.filter((unit) => unit.name.includes(said));
  if (like.length > 1)
    throw new AppError('invalid', words.severalUnits(like.slice(0, 3).map(({ name }) => name)));
  if (!like[0]) throw new AppError('invalid', words.unknownUnit(said));
  return like[0];
}
