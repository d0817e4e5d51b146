import type { ClickAnswer } from '../../../chat/feature.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { formProblems } from '../../../chat/words.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Ctx } from '../../../store/context.ts';
import { refuseSensitive } from '../../keep/fields.ts';
import { tryReason } from '../../keep/read-reason.ts';
import { keepProblems } from '../../keep/words.ts';
import { clashesOf, clashHint, clashMessages } from '../../offices/tell.ts';
import { asOfToday } from '../../places.ts';
import { researchCard } from '../cards.ts';
import { changeResearch } from '../change-research.ts';
import { readVisit, VISIT_FIELDS } from '../fields.ts';
import { researchAnswers, researchWords as words } from '../words.ts';
import { openResearch } from './list-research.ts';

/** 保存: with a reason; the offices are told where it meets others now, and no more of where it met them before. */
export async function saveResearch(
  ctx: Ctx,
  input: { number: string; revision: number; form: Record<string, unknown> },
): Promise<Outcome<ClickAnswer>> {
  const { places, row: before } = await openResearch(ctx, input.number);
  if (before.state !== 'planned') throw new AppError('closed', researchAnswers.closed);
  const [organiser = before.organiser] = before.organisers;
  const { fields, wrong } = readVisit({ ...input.form, number: before.number }, organiser, places);
  const reason = tryReason(input.form);
  refuseSensitive([reason.values.reason]);
  const stands = { ...before, organiser, targets: before.places };
  const changed = VISIT_FIELDS.filter(
    (field) => JSON.stringify(stands[field]) !== JSON.stringify(fields[field]),
  );
  const asItStands = (tone: 'success' | 'info' | 'warning', text: string) =>
    outcome<ClickAnswer>({ toast: { tone, text }, card: researchCard(places, before) });
  if (wrong.length === 0 && changed.length === 0)
    return before.revision === input.revision
      ? asItStands('info', researchAnswers.same)
      : asItStands('success', researchAnswers.saved);
  if (before.revision !== input.revision) return asItStands('warning', researchAnswers.moved);
  const problems = [...wrong, ...(reason.ok ? [] : [formProblems(reason.problems).replace(/。.*$/u, '')])];
  if (problems.length > 0 || !reason.ok) throw new AppError('invalid', keepProblems.join(problems));
  const change = { ...fields, reason: reason.values.reason.replaceAll('\n', '') };
  const row = asOfToday(places, { ...before, ...change, revision: before.revision + 1 });
  const found = row.unannounced ? [] : await clashesOf(ctx, places, row);
  return outcome<ClickAnswer>(
    {
      toast: { tone: 'success', text: row.unannounced ? researchAnswers.savedHidden : researchAnswers.saved },
      card: researchCard(places, row, clashHint(ctx, words.clash, found.length)),
    },
    {
      writes: changeResearch(ctx, before, change, 'filings.research-change', changed),
      messages: await clashMessages(ctx, places, { ...row, name: row.topic }, found),
      cancels: [`filings.clash:${before.number}`],
    },
  );
}
