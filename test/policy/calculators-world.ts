import { plainOf } from '../../src/chat/rich.ts';
import { packagedCalendar } from '../../src/main/calendar.ts';
import {
  type Calculation,
  type CalculationRequest,
  compute,
  type Given,
  readRequest,
  type Step,
} from '../../src/policy/calculators/rules/index.ts';
import type { LocalStandards } from '../../src/policy/calculators/rules/step.ts';
import { workedOut } from '../../src/policy/calculators/words.ts';

export const nothingEntered: LocalStandards = {
  tiers: [],
  tiersSince: '',
  remote: [],
  serviceRules: false,
  shares: [],
  procedure: [],
};

/** Monday, 22 June 2026; no local standard, no township known. */
export function given(local: Partial<LocalStandards> = {}, more: Partial<Given> = {}): Given {
  return {
    today: '2026-06-22',
    calendar: packagedCalendar,
    local: { ...nothingEntered, ...local },
    township: '',
    ...more,
  };
}

export function stepOf(text: string, world: Given = given()): Step<Calculation> | undefined {
  const request = readRequest(text);
  return request && compute(request, world);
}

/** The lines of the answer to a sentence, as people read them; what is asked for or missing in English otherwise. */
export function linesOf(text: string, world: Given = given()): string[] {
  return inWords(stepOf(text, world));
}

/** The same for a card whose values came one by one. */
export function linesFrom(request: CalculationRequest, world: Given = given()): string[] {
  return inWords(compute(request, world));
}

function inWords(step: Step<Calculation> | undefined): string[] {
  if (!step) return ['no calculation'];
  if (step.kind === 'ask') return [[`ask ${step.field}`, step.problem ?? ''].filter(Boolean).join(': ')];
  if (step.kind === 'gap') return [`gap ${step.codes.join()}`];
  if (step.kind === 'no_calendar') return [`no calendar ${step.year}`];
  const { title, lines, final } = workedOut(step.result);
  return [title, ...lines.map(plainOf), final];
}
