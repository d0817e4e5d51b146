import { researchVisit } from '../../../../db/schema/index.ts';
import type { ClickAnswer } from '../../../chat/feature.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { actorId } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Ctx } from '../../../store/context.ts';
import { auditRow } from '../../../store/statement.ts';
import { keepProblems } from '../../keep/words.ts';
import { clashesOf, clashHint, clashMessages } from '../../offices/tell.ts';
import { asOfToday, readPlaces, viewerOf } from '../../places.ts';
import { findResearchVisit } from '../../repo.ts';
import { researchCard } from '../cards.ts';
import { readVisit, VISIT_FIELDS } from '../fields.ts';
import { researchAnswers, researchWords as words } from '../words.ts';

/** 登记调研: the organiser enters it, once; the offices are told where it meets others, unless it is unannounced. */
export async function registerResearch(
  ctx: Ctx,
  { unit, form }: { unit: string; form: Record<string, unknown> },
): Promise<Outcome<ClickAnswer>> {
  const places = await readPlaces(ctx);
  const [organiser = ''] = places.successions.now(unit);
  if (!viewerOf(ctx, places).keeps.has(organiser)) throw new AppError('forbidden', researchAnswers.noUnit);
  const { number, fields, wrong } = readVisit(form, organiser, places);
  const row = {
    number,
    ...fields,
    state: 'planned' as const,
    reason: '',
    revision: 1,
    author: actorId(ctx.actor),
  };
  const known = number ? await findResearchVisit(ctx.db, number) : undefined;
  const same =
    known && VISIT_FIELDS.every((field) => JSON.stringify(known[field]) === JSON.stringify(row[field]));
  const problems = [
    ...wrong,
    ...(known && !(same && known.state === 'planned') ? [researchAnswers.taken(number)] : []),
  ];
  if (problems.length > 0) throw new AppError('invalid', keepProblems.join(problems));
  const shown = asOfToday(places, known ?? row);
  if (known)
    return outcome<ClickAnswer>({
      toast: { tone: 'success', text: researchAnswers.known },
      card: researchCard(places, shown),
    });
  const found = row.unannounced ? [] : await clashesOf(ctx, places, shown);
  const hints = clashHint(ctx, words.clash, found.length);
  const text = row.unannounced ? researchAnswers.hidden : researchAnswers.registered;
  return outcome<ClickAnswer>(
    { toast: { tone: 'success', text }, card: researchCard(places, shown, hints) },
    {
      writes: [
        ctx.db.insert(researchVisit).values(row),
        auditRow(ctx, 'filings.research-register', `research:${number}`),
      ],
      messages: await clashMessages(ctx, places, { ...shown, name: row.topic }, found),
    },
  );
}
