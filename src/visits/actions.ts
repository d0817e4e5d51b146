import { z } from 'zod';
import type { Action, ClickAnswer } from '../chat/feature.ts';
import { type Outcome, outcome } from '../chat/outcome.ts';
import { formProblems } from '../chat/words.ts';
import { dayOf } from '../kernel/day.ts';
import { readForm } from '../kernel/form.ts';
import { isHalf } from '../kernel/period.ts';
import type { Ctx } from '../store/context.ts';
import { amendCard, backdateCard, dutiesCard, recordKey } from './cards.ts';
import { KINDS, openKinds } from './rules/points.ts';
import { amendRecord } from './verbs/amend-record.ts';
import { type Recorded, type RecordInput, recordVisit } from './verbs/record-visit.ts';
import { showDuties } from './verbs/show-duties.ts';
import { dutyWords, refusals, toasts } from './words.ts';

const half = z.string().refine(isHalf);
const kind = z.enum([...KINDS, 'both']);

const recordValue = z.object({ unit: z.string(), half, kind });
const showValue = z.object({ half, as: z.enum(['duties', 'backdate', 'amend']) });
const backdateValue = z.object({ half });

/** One click, today's date. */
const record: Action = {
  value: recordValue,
  run: (ctx, click) => recordAndAnswer(ctx, recordValue.parse(click.value)),
};

const show: Action = {
  value: showValue,
  async run(ctx, click) {
    const { half: shown, as } = showValue.parse(click.value);
    const { result } = await showDuties(ctx, { half: shown });
    const today = dayOf(ctx.now);
    const recorded = result.points.some((point) => openKinds(point).length < KINDS.length);
    if (as === 'amend' && recorded) return outcome({ card: amendCard(shown, result.points) });
    const card = as === 'backdate' ? backdateCard(shown, result.points, today) : dutiesCard(result, today);
    return outcome({ card });
  },
};

/** The same with the day on which it really was. */
const backdate: Action = {
  value: backdateValue,
  async run(ctx, click) {
    const value = backdateValue.parse(click.value);
    const reading = readForm(
      [
        { name: 'unit', label: dutyWords.point, kind: 'text', required: true, max: 40 },
        { name: 'kind', label: dutyWords.kind, kind: 'choice', required: true, options: kind.options },
        { name: 'day', label: dutyWords.day, kind: 'day', required: true },
      ],
      click.form,
    );
    if (!reading.ok)
      return outcome<ClickAnswer>({ toast: { tone: 'error', text: formProblems(reading.problems) } });
    const { unit, day } = reading.values;
    return recordAndAnswer(ctx, { ...value, unit, day, kind: kind.parse(reading.values.kind) });
  },
};

/** Another day, or none of it. */
const amend: Action = {
  value: backdateValue,
  async run(ctx, click) {
    const { half: shown } = backdateValue.parse(click.value);
    const reading = readForm(
      [
        { name: 'record', label: dutyWords.record, kind: 'text', required: true, max: 60 },
        { name: 'how', label: dutyWords.how, kind: 'choice', required: true, options: ['day', 'withdraw'] },
        { name: 'day', label: dutyWords.day, kind: 'day' },
      ],
      click.form,
    );
    if (!reading.ok)
      return outcome<ClickAnswer>({ toast: { tone: 'error', text: formProblems(reading.problems) } });
    const { record: key, how, day } = reading.values;
    const which = KINDS.find((one) => key.endsWith(recordKey('', one)));
    if (!which) return outcome<ClickAnswer>({ toast: { tone: 'error', text: refusals.pointGone } });
    if (how === 'day' && !day)
      return outcome<ClickAnswer>({ toast: { tone: 'error', text: refusals.noDay } });
    const { result, ...effects } = await amendRecord(ctx, {
      unit: key.slice(0, -recordKey('', which).length),
      half: shown,
      kind: which,
      day: how === 'day' ? day : undefined,
    });
    const { point, points, changed } = result;
    const said = day && how === 'day' ? toasts.amended(shown, point, which) : toasts.withdrawn(point, which);
    return outcome<ClickAnswer>(
      {
        toast: { tone: 'success', text: changed ? said : toasts.unchanged },
        card: dutiesCard({ half: shown, points }, dayOf(ctx.now)),
      },
      effects,
    );
  },
};

async function recordAndAnswer(ctx: Ctx, input: RecordInput): Promise<Outcome<ClickAnswer>> {
  const { result, ...effects } = await recordVisit(ctx, input);
  return outcome(answerTo(ctx, result, input.day !== undefined), effects);
}

function answerTo(ctx: Ctx, recorded: Recorded, backdated: boolean): ClickAnswer {
  const { half: shown, points, point, kinds } = recorded;
  const known = backdated ? toasts.otherDay(shown, point) : toasts.already(point);
  const text = kinds.length > 0 ? toasts.recorded(point, kinds, shown) : known;
  return { toast: { tone: 'success', text }, card: dutiesCard({ half: shown, points }, dayOf(ctx.now)) };
}

export const actions = { record, show, backdate, amend };
