import type { ClickAnswer } from '../../../chat/feature.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { formProblems } from '../../../chat/words.ts';
import { AppError } from '../../../kernel/errors.ts';
import { coordinates } from '../../../people/scope.ts';
import type { Ctx } from '../../../store/context.ts';
import { clashesOf, clashHint, clashMessages } from '../../offices/tell.ts';
import { asOfToday, countyOf } from '../../places.ts';
import { changeFiling } from '../change-filing.ts';
import { changedFields, fieldsOf, readFiling, refuseSensitive } from '../fields.ts';
import { judge } from '../judge.ts';
import { waitingMessages, waitingSubject } from '../messages.ts';
import { cardFor, moved, openToChange } from '../open.ts';
import { tryReason } from '../read-reason.ts';
import { keepAnswers, keepProblems, keepWords as words } from '../words.ts';

export interface Change {
  number: string;
  revision: number;
  form: Record<string, unknown>;
}

/** 保存: with a reason, and with all hard checks anew. What the offices had agreed to beyond the plan they see again. */
export async function saveFiling(ctx: Ctx, input: Change): Promise<Outcome<ClickAnswer>> {
  const opened = await openToChange(ctx, input.number);
  const { places, row: before } = opened;
  if (before.state !== 'filed' && before.state !== 'pending')
    throw new AppError('closed', keepAnswers.closed);
  const [organiser = before.organiser] = before.organisers;
  const { fields, wrong } = readFiling({ ...input.form, number: before.number }, organiser, places);
  const reason = tryReason(input.form);
  refuseSensitive([reason.values.reason]);
  const same = changedFields({ ...fieldsOf(before), organiser, targets: before.places }, fields);
  if (before.revision !== input.revision)
    return wrong.length === 0 && same.length === 0
      ? outcome<ClickAnswer>({
          toast: { tone: 'success', text: keepAnswers.saved },
          card: cardFor(ctx, opened),
        })
      : moved(ctx, opened);
  if (wrong.length === 0 && same.length === 0)
    return outcome<ClickAnswer>({
      toast: { tone: 'info', text: keepAnswers.same },
      card: cardFor(ctx, opened),
    });
  const judged = fields.startDay ? await judge(ctx, places, fields) : undefined;
  const problems = [
    ...wrong,
    ...(judged?.problems ?? []),
    ...(reason.ok ? [] : [formProblems(reason.problems).replace(/。.*$/u, '')]),
  ];
  if (problems.length > 0 || !judged || !reason.ok)
    throw new AppError('invalid', keepProblems.join(problems));
  const office = coordinates(ctx.actor, countyOf(places, before.organisers));
  const unplanned = fields.unplanned || judged.beyond !== undefined;
  const pending = before.state === 'pending' ? judged.pending : judged.pending && !office;
  const change = {
    ...fields,
    unplanned,
    state: pending ? ('pending' as const) : ('filed' as const),
    reason: reason.values.reason.replaceAll('\n', ''),
  };
  const row = asOfToday(places, { ...before, ...change, revision: before.revision + 1 });
  const found = row.kind === 'unannounced' || row.kind === 'veto' ? [] : await clashesOf(ctx, places, row);
  const told = await clashMessages(ctx, places, row, found);
  const waiting = pending ? await waitingMessages(ctx, places, row, [words.ticked]) : [];
  return outcome<ClickAnswer>(
    {
      toast: { tone: 'success', text: pending ? keepAnswers.savedPending : keepAnswers.saved },
      card: cardFor(
        ctx,
        { places, row },
        {
          tone: pending ? 'notice' : 'success',
          hints: [...(row.records ? [words.records] : []), ...clashHint(ctx, words.clash, found.length)],
        },
      ),
    },
    {
      writes: [...judged.guards, ...changeFiling(ctx, before, change, 'filings.change', same)],
      messages: [...waiting, ...told],
      cancels: [waitingSubject(before.number), `filings.clash:${before.number}`],
    },
  );
}
