import { and, eq, sql } from 'drizzle-orm';
import { returnedDocument } from '../../../../db/schema/index.ts';
import type { ClickAnswer } from '../../../chat/feature.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { formProblems } from '../../../chat/words.ts';
import { actorId } from '../../../kernel/actor.ts';
import { dayOf } from '../../../kernel/day.ts';
import { AppError } from '../../../kernel/errors.ts';
import { readForm } from '../../../kernel/form.ts';
import type { Ctx } from '../../../store/context.ts';
import { auditRow, mustHold } from '../../../store/statement.ts';
import { refuseSensitive } from '../../keep/fields.ts';
import { keepProblems } from '../../keep/words.ts';
import { readPlaces } from '../../places.ts';
import { returnCard, TITLE_LENGTH } from '../cards.ts';
import { findReturns } from '../repo.ts';
import { returnScope } from '../scope.ts';
import { returnAnswers, returnReasons, returnWords as words } from '../words.ts';

/** A draft was sent back: which, why, when; the same title of one unit on one day is the same draft. */
export async function registerReturn(
  ctx: Ctx,
  { form }: { form: Record<string, unknown> },
): Promise<Outcome<ClickAnswer>> {
  const places = await readPlaces(ctx);
  const { reviews } = returnScope(ctx, places);
  if (reviews.length === 0) throw new AppError('forbidden', returnAnswers.notReviewer);
  const reading = readForm(
    [
      {
        kind: 'choice',
        name: 'unit',
        label: words.unit,
        options: reviews.map(({ code }) => code),
        required: true,
      },
      { kind: 'text', name: 'title', label: words.docTitle, max: TITLE_LENGTH, required: true },
      {
        kind: 'choice',
        name: 'reason',
        label: words.reason,
        options: Object.keys(returnReasons),
        required: true,
      },
      { kind: 'day', name: 'day', label: words.day, required: true },
    ],
    form,
  );
  refuseSensitive([reading.values.title]);
  const { day = '' } = reading.values;
  const problems = [
    ...(reading.ok ? [] : reading.problems.map((one) => formProblems([one]).replace(/。.*$/u, ''))),
    ...(day > dayOf(ctx.now) ? [returnAnswers.future] : []),
  ];
  if (problems.length > 0 || !reading.ok) throw new AppError('invalid', keepProblems.join(problems));
  const { unit, reason } = reading.values;
  const title = reading.values.title.replaceAll('\n', '');
  const known = (await findReturns(ctx.db, [unit], day.slice(0, 4))).find(
    (row) => row.title === title && row.returnedDay === day,
  );
  if (known)
    return outcome<ClickAnswer>({
      toast: { tone: 'success', text: returnAnswers.known },
      card: returnCard(known, places.name(unit)),
    });
  const row = {
    id: ctx.ids.next(),
    unit,
    title,
    reason,
    returnedDay: day,
    againDay: '',
    struck: false,
    revision: 1,
    author: actorId(ctx.actor),
  };
  return outcome<ClickAnswer>(
    { toast: { tone: 'success', text: returnAnswers.registered }, card: returnCard(row, places.name(unit)) },
    {
      writes: [
        mustHold(sql`not exists (select 1 from ${returnedDocument} where ${sameDraft(unit, title, day)})`),
        ctx.db.insert(returnedDocument).values(row),
        auditRow(ctx, 'filings.return-register', `return:${row.id}`),
      ],
    },
  );
}

/** Of two clicks at once the second finds the first one's row. */
function sameDraft(unit: string, title: string, day: string) {
  return and(
    eq(returnedDocument.unit, unit),
    eq(returnedDocument.title, title),
    eq(returnedDocument.returnedDay, day),
    eq(returnedDocument.struck, false),
  );
}
