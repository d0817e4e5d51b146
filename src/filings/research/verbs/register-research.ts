import { researchVisit } from '../../../../db/schema/index.ts';
import { ticked } from '../../../chat/checklist.ts';
import type { ClickAnswer } from '../../../chat/feature.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { formProblems } from '../../../chat/words.ts';
import { actorId } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { readForm } from '../../../kernel/form.ts';
import type { Ctx } from '../../../store/context.ts';
import { auditRow } from '../../../store/statement.ts';
import { LENGTHS, listIn, periodProblems, refuseSensitive, targetsOffered } from '../../keep/fields.ts';
import { EVERY, keepProblems } from '../../keep/words.ts';
import { clashesOf, clashHint, clashMessages } from '../../offices/tell.ts';
import { asOfToday, readPlaces, viewerOf } from '../../places.ts';
import { findResearchVisit } from '../../repo.ts';
import { researchCard } from '../cards.ts';
import { researchAnswers, researchWords as words } from '../words.ts';

const FIELDS = ['organiser', 'topic', 'targets', 'startDay', 'endDay', 'unannounced'] as const;

/** 登记调研: the organiser enters it, once; the offices are told where it meets others, unless it is unannounced. */
export async function registerResearch(
  ctx: Ctx,
  { unit, form }: { unit: string; form: Record<string, unknown> },
): Promise<Outcome<ClickAnswer>> {
  const places = await readPlaces(ctx);
  const [organiser = ''] = places.successions.now(unit);
  if (!viewerOf(ctx, places).keeps.has(organiser)) throw new AppError('forbidden', researchAnswers.noUnit);
  const reading = readForm(
    [
      { kind: 'text', name: 'number', label: words.number, max: LENGTHS.number, required: true },
      { kind: 'text', name: 'topic', label: words.topic, max: LENGTHS.name, required: true },
      { kind: 'day', name: 'startDay', label: words.startDay, required: true },
      { kind: 'day', name: 'endDay', label: words.endDay, required: true },
    ],
    form,
  );
  const { number = '', topic = '', startDay = '', endDay = '' } = reading.values;
  refuseSensitive([number, topic]);
  const offered = targetsOffered(places, organiser);
  const chosen = listIn(form, 'targets');
  const targets = chosen.includes(EVERY) ? offered : chosen;
  const marks = ticked(form, { name: 'marks', options: [{ value: 'unannounced', text: '' }] });
  const row = {
    number,
    topic,
    organiser,
    targets,
    startDay,
    endDay,
    unannounced: marks.length > 0,
    state: 'planned' as const,
    reason: '',
    revision: 1,
    author: actorId(ctx.actor),
  };
  const known = number ? await findResearchVisit(ctx.db, number) : undefined;
  const same = known && FIELDS.every((field) => JSON.stringify(known[field]) === JSON.stringify(row[field]));
  const problems = [
    ...(reading.ok ? [] : reading.problems.map((one) => formProblems([one]).replace(/。.*$/u, ''))),
    ...(targets.length === 0 ? [keepProblems.noTargets] : []),
    ...(targets.some((code) => !offered.includes(code)) ? [keepProblems.unknownTargets] : []),
    ...periodProblems(startDay, endDay),
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
      messages: await clashMessages(ctx, places, { ...shown, name: topic }, found),
    },
  );
}
