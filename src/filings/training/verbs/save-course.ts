import { and, eq } from 'drizzle-orm';
import { trainingCourse } from '../../../../db/schema/index.ts';
import type { ClickAnswer } from '../../../chat/feature.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { formProblems } from '../../../chat/words.ts';
import { actorId } from '../../../kernel/actor.ts';
import { dayOf } from '../../../kernel/day.ts';
import { AppError } from '../../../kernel/errors.ts';
import { readForm } from '../../../kernel/form.ts';
import type { Ctx } from '../../../store/context.ts';
import { auditRow, mustChange } from '../../../store/statement.ts';
import { periodProblems, refuseSensitive } from '../../keep/fields.ts';
import { keepProblems } from '../../keep/words.ts';
import { mayKeep, readPlaces } from '../../places.ts';
import { courseCard, LENGTHS } from '../cards.ts';
import { type CourseRow, findCourse } from '../repo.ts';
import { courseAnswers, courseWords as words } from '../words.ts';
import { openCourse } from './list-courses.ts';

export interface CourseInput {
  /** Empty: chosen in the form. */
  unit: string;
  /** Empty for a new course. */
  number: string;
  revision: number;
  form: Record<string, unknown>;
}

/** 登记, 保存: a course with its closing date; persons and their hours have no place here (BR-07). */
export async function saveCourse(ctx: Ctx, input: CourseInput): Promise<Outcome<ClickAnswer>> {
  const places = await readPlaces(ctx);
  const before = input.number ? (await openCourse(ctx, input.number)).row : undefined;
  const fromForm = typeof input.form['unit'] === 'string' ? input.form['unit'] : '';
  const [organiser = ''] = places.successions.now(before?.organiser ?? (input.unit || fromForm));
  if (!organiser || !mayKeep(ctx, places, [organiser])) throw new AppError('forbidden', courseAnswers.noUnit);
  const reading = readForm(
    [
      { kind: 'text', name: 'number', label: words.number, max: LENGTHS.number, required: true },
      { kind: 'text', name: 'name', label: words.name, max: LENGTHS.name, required: true },
      { kind: 'text', name: 'audience', label: words.audience, max: LENGTHS.audience, required: true },
      { kind: 'day', name: 'closingDay', label: words.closingDay, required: true },
      { kind: 'day', name: 'startDay', label: words.startDay, required: true },
      { kind: 'day', name: 'endDay', label: words.endDay, required: true },
      { kind: 'text', name: 'reason', label: words.reason, max: LENGTHS.reason, required: true },
    ],
    { ...input.form, ...(before ? { number: before.number } : { reason: words.register }) },
  );
  const { values } = reading;
  refuseSensitive([values.number, values.name, values.audience, values.reason]);
  const { closingDay = '', startDay = '', endDay = '' } = values;
  const known = before ?? (values.number ? await findCourse(ctx.db, values.number) : undefined);
  const row: CourseRow = {
    number: values.number ?? '',
    name: values.name ?? '',
    organiser,
    audience: values.audience ?? '',
    targets: before?.targets ?? [],
    closingDay,
    startDay,
    endDay,
    state: 'planned',
    reason: before ? (values.reason ?? '') : '',
    revision: (known?.revision ?? 0) + 1,
    author: actorId(ctx.actor),
  };
  const standing = known?.state === 'planned' ? known : undefined;
  if (reading.ok && standing && isSame(standing, row))
    return answer(ctx, standing, before ? courseAnswers.saved : courseAnswers.known);
  const revived = !before && known?.state === 'withdrawn' && known.organiser === organiser;
  const problems = [
    ...(reading.ok ? [] : reading.problems.map((one) => formProblems([one]).replace(/。.*$/u, ''))),
    ...periodProblems(startDay, endDay),
    ...(closingDay && startDay && closingDay > startDay ? [courseAnswers.closesLate] : []),
    ...(!before && known && !revived ? [courseAnswers.otherName(row.number)] : []),
  ];
  if (problems.length > 0) throw new AppError('invalid', keepProblems.join(problems));
  if (before && before.revision !== input.revision)
    return answer(ctx, before, courseAnswers.moved, 'warning');
  const saved = await answer(ctx, row, before ? courseAnswers.saved : courseAnswers.registered);
  return {
    ...saved,
    writes: known
      ? [
          ctx.db
            .update(trainingCourse)
            .set(row)
            .where(and(eq(trainingCourse.number, row.number), eq(trainingCourse.revision, known.revision))),
          mustChange(),
          auditRow(ctx, 'filings.course-save', `course:${row.number}`),
        ]
      : [
          ctx.db.insert(trainingCourse).values(row),
          auditRow(ctx, 'filings.course-save', `course:${row.number}`),
        ],
  };

  async function answer(
    on: Ctx,
    shown: CourseRow,
    text: string,
    tone: 'success' | 'warning' = 'success',
  ): Promise<Outcome<ClickAnswer>> {
    const title = before ? words.title : words.doneTitle;
    return outcome<ClickAnswer>({
      toast: { tone, text },
      card: courseCard(places, shown, dayOf(on.now), title),
    });
  }
}

function isSame(a: CourseRow, b: CourseRow): boolean {
  return (['name', 'organiser', 'audience', 'closingDay', 'startDay', 'endDay'] as const).every(
    (field) => a[field] === b[field],
  );
}
