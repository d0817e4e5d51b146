import { z } from 'zod';
import type { Action, ClickAnswer } from '../chat/feature.ts';
import { type Outcome, outcome } from '../chat/outcome.ts';
import { formProblems } from '../chat/words.ts';
import { dayOf } from '../kernel/day.ts';
import { readForm } from '../kernel/form.ts';
import { isHalf } from '../kernel/period.ts';
import type { Ctx } from '../store/context.ts';
import { backdateCard, dutiesCard } from './cards.ts';
import { KINDS } from './rules/points.ts';
import { type Recorded, type RecordInput, recordVisit } from './verbs/record-visit.ts';
import { showDuties } from './verbs/show-duties.ts';
import { dutyWords, toasts } from './words.ts';

const half = z.string().refine(isHalf);
const kind = z.enum([...KINDS, 'both']);

const recordValue = z.object({ unit: z.string(), half, kind });
const showValue = z.object({ half, as: z.enum(['duties', 'backdate']) });
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

async function recordAndAnswer(ctx: Ctx, input: RecordInput): Promise<Outcome<ClickAnswer>> {
  const { result, ...effects } = await recordVisit(ctx, input);
  return outcome(answerTo(ctx, result), effects);
}

function answerTo(ctx: Ctx, recorded: Recorded): ClickAnswer {
  const { half: shown, points, point, kinds } = recorded;
  const text = kinds.length > 0 ? toasts.recorded(point, kinds, shown) : toasts.already(point);
  return { toast: { tone: 'success', text }, card: dutiesCard({ half: shown, points }, dayOf(ctx.now)) };
}

export const actions = { record, show, backdate };
