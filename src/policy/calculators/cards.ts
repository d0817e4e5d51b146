import { facts } from '../../../db/seed/facts.ts';
import type { ActionButton, Block, Card, Field as CardField } from '../../chat/card.ts';
import { isDay } from '../../kernel/day.ts';
import { feedback, figureBlocks, gapBlock, gapLine, type Place } from '../cards.ts';
import type { Contact } from '../contact.ts';
import { notificationLine } from '../notification-line.ts';
import type { Entry } from '../repo.ts';
import { answerWords, whoToAsk } from '../words.ts';
import type { Calculated } from './calculate.ts';
import type { Ask, CalculationRequest, CalculatorName } from './rules/index.ts';
import { calculatorWords as words, workedOut } from './words.ts';

export interface CalculationCardParts {
  /** The entry that the result belongs to: office, phone, 有用 and 没解决. */
  entry: Entry | undefined;
  contact: Contact;
  place: Place;
}

/** The result with every line of it, the question for the one missing value, or what stands in the way. */
export function calculationCard(calculated: Calculated, parts: CalculationCardParts): Card {
  const { request, step, missing } = calculated;
  if (step.kind === 'done') return resultCard(calculated, parts);
  if (step.kind === 'ask') return askCard(request, step, parts);
  if (step.kind === 'no_calendar')
    return {
      title: words.noCalendarTitle,
      tone: 'notice',
      blocks: [{ kind: 'text', text: words.noCalendar(step.year) }],
    };
  return {
    title: words.title(request.calculator),
    summary: gapLine(missing),
    tone: 'notice',
    blocks: [gapBlock(missing), askBlock('', parts)],
  };
}

function resultCard(
  { step, missing, figures, factIds, note }: Calculated,
  parts: CalculationCardParts,
): Card {
  if (step.kind !== 'done') throw new TypeError('no result');
  const { title, lines, basis, office, final } = workedOut(step.result);
  const { entry, place } = parts;
  return {
    title,
    summary: words.line(title, notificationLine(lines[0] ?? '')),
    tone: missing.length > 0 || note ? 'notice' : 'info',
    blocks: [
      ...[...(note ? [note] : []), ...lines].map((text): Block => ({ kind: 'text', text })),
      ...(missing.length > 0 ? [gapBlock(missing)] : []),
      ...figureBlocks(figures),
      { kind: 'text', text: final },
      {
        kind: 'facts',
        facts: [
          { label: answerWords.basis, value: basis || (facts.get(factIds[0] ?? '')?.source ?? '') },
          { label: answerWords.ask, value: whoToAsk(office, entry?.phone ?? '', parts.contact) },
        ],
      },
      ...(entry ? feedback(place, entry.number) : []),
    ],
  };
}

function askBlock(office: string, { entry, contact }: CalculationCardParts): Block {
  const value = whoToAsk(entry?.office ?? office, entry?.phone ?? '', contact);
  return { kind: 'facts', facts: [{ label: answerWords.ask, value }] };
}

/** One value, by one tap or in one field; what was typed stays in it. */
function askCard(request: CalculationRequest, ask: Ask, { entry, place }: CalculationCardParts): Card {
  const { question, label, hint } = words.field(ask.field);
  const problem = words.problem(ask);
  const carried = {
    calculator: request.calculator,
    place,
    ...(entry ? { entry: entry.number } : {}),
    ...request.inputs,
  };
  const offer = (value: string): ActionButton => ({
    text: value.replaceAll('+', ' ＋ '),
    action: 'policy.compute',
    value: { ...carried, [ask.field]: value },
  });
  const field: CardField =
    ask.field === 'start'
      ? {
          kind: 'date',
          name: ask.field,
          label,
          required: true,
          ...(isDay(ask.typed ?? '') ? { value: ask.typed ?? '' } : {}),
        }
      : {
          kind: 'input',
          name: ask.field,
          label,
          hint,
          maxLength: 40,
          required: true,
          ...(ask.typed ? { value: ask.typed.slice(0, 40) } : {}),
        };
  const { [ask.field]: _, ...rest } = carried as Record<string, string>;
  return {
    title: words.title(request.calculator),
    summary: words.line(words.title(request.calculator), question),
    tone: problem ? 'notice' : 'info',
    blocks: [
      { kind: 'text', text: `${problem}${place === 'group' ? words.inGroup(ask.field) : question}` },
      ...(place === 'private' && ask.offers
        ? [{ kind: 'buttons' as const, buttons: ask.offers.map(offer) }]
        : []),
      ...(place === 'private' && ask.field !== 'step'
        ? [
            {
              kind: 'form' as const,
              name: 'value',
              fields: [field],
              submit: {
                text: words.submit,
                action: 'policy.compute',
                value: rest,
                style: 'primary' as const,
              },
            },
          ]
        : []),
    ],
  };
}

/** The calculators that can begin without a sentence. */
const MENU: readonly CalculatorName[] = ['allowance', 'ceiling', 'supplement', 'workdays', 'length', 'pace'];

export function menuCard(): Card {
  return {
    title: words.menuTitle,
    tone: 'info',
    blocks: [
      { kind: 'text', text: words.menu },
      {
        kind: 'buttons',
        buttons: MENU.map((calculator) => ({
          text: words.title(calculator),
          action: 'policy.compute',
          value: { calculator, place: 'private' },
        })),
      },
    ],
  };
}
