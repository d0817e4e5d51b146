import type { ClickAnswer } from '../../../chat/feature.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { normaliseText } from '../../../kernel/text.ts';
import type { Ctx } from '../../../store/context.ts';
import type { Place } from '../../cards.ts';
import { findContact } from '../../contact.ts';
import { audienceOf, findServed } from '../../repo.ts';
import { calculate } from '../calculate.ts';
import { calculationCard } from '../cards.ts';
import { type CalculationRequest, FIELDS } from '../rules/index.ts';
import { calculatorWords as words } from '../words.ts';

export interface ComputeClick extends CalculationRequest {
  place: Place;
  /** The entry the calculation belongs to, if one was found. */
  entry: string | undefined;
  form: Record<string, unknown>;
}

/**
 * Goes on with a calculation: the values so far came with the button, the next one with its value or the form. Nothing
 * is stored; the same click gives the same answer.
 */
export async function computeValue(
  ctx: Ctx,
  { calculator, inputs, place, entry: number, form }: ComputeClick,
): Promise<Outcome<ClickAnswer>> {
  const audience = audienceOf(ctx);
  const request = { calculator, inputs: { ...inputs, ...typedIn(form) } };
  const calculated = await calculate(ctx, request, audience);
  const [entry] = await findServed(ctx.db, number ? [number] : [], audience);
  const card = calculationCard(calculated, { entry, contact: await findContact(ctx.db), place });
  const { step } = calculated;
  if (step.kind !== 'ask') return outcome<ClickAnswer>({ card });
  const unanswered = step.problem ? words.problem(step) : Object.keys(form).length > 0 ? words.tooFew : '';
  return outcome<ClickAnswer>({
    card,
    ...(unanswered ? { toast: { tone: 'warning', text: unanswered } } : {}),
  });
}

function typedIn(form: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    FIELDS.flatMap((field) => {
      const typed = form[field];
      const text = typeof typed === 'string' ? normaliseText(typed).slice(0, 40) : '';
      return text ? [[field, text]] : [];
    }),
  );
}
