import { findUnits } from '../../people/repo.ts';
import { grantsOf } from '../../people/scope.ts';
import type { Ctx } from '../../store/context.ts';
import { inForce, standardsOf } from '../local-standards.ts';
import { findFigures, type LocalFigure } from '../repo.ts';
import type { Audience } from '../retrieval/search.ts';
import type { DecisionKind } from '../rules/gate.ts';
import {
  type Calculation,
  type CalculationRequest,
  type CalculatorName,
  compute,
  type Step,
} from './rules/index.ts';
import { pastStandard } from './rules/past-standard.ts';
import { calculatorWords as words } from './words.ts';

/** How a calculation ended, before it is put into words. */
export interface Calculated {
  request: CalculationRequest;
  step: Step<Calculation>;
  decision: Extract<DecisionKind, 'calculate' | 'local_gap'>;
  reason: CalculationReason;
  factIds: readonly string[];
  /** Local standards (LOC codes) that are missing, and rows of those that were used. */
  missing: readonly string[];
  figures: readonly LocalFigure[];
  /** Says no more than that a local standard is missing: an entry on the subject says that and the rule besides. */
  yields: boolean;
  /** What to say first when the standard of another time was asked for. */
  note: string | undefined;
  /** It was made from a pasted document: no button may lead to that being remembered as a question. */
  ofDocument: boolean;
}

export type CalculationReason =
  | 'computed'
  | 'value_missing'
  | 'value_unclear'
  | 'local_figure_missing'
  | 'calendar_missing'
  | 'own_figures';

/** Local standards that a calculation looks into. */
const CODES: Partial<Record<CalculatorName, readonly string[]>> = {
  allowance: ['LOC-01', 'LOC-02'],
  years: ['LOC-03'],
  supplement: ['LOC-08'],
  workdays: ['LOC-17'],
};

/** What a calculation rests on while a value is still missing. */
const FACTS: Partial<Record<CalculatorName, readonly string[]>> = {
  allowance: ['BT-13'],
  ceiling: ['CW-02', 'CW-06'],
  supplement: ['CW-03', 'CW-07'],
  workdays: ['RC-02', 'RC-15'],
  length: ['FW-07'],
  change: ['TJ-02'],
  reverse: ['TJ-02'],
  pace: ['TJ-02', 'TJ-04'],
};

/** Those whose rows stand below the result, so that it can be checked against them. */
const SHOWN: readonly string[] = ['LOC-01', 'LOC-03'];

export async function calculate(
  ctx: Ctx,
  request: CalculationRequest,
  audience: Audience,
): Promise<Calculated> {
  const { day: today } = audience;
  const figures = await findFigures(ctx.db, CODES[request.calculator] ?? [], audience);
  const past = pastStandard(request);
  const then = past?.day === undefined ? undefined : standardsOf(figures, past.day);
  const asThen = request.calculator === 'allowance' && Boolean(then?.tiersSince);
  const local = asThen && then ? then : standardsOf(figures, today);
  const township = local.remote.length > 0 ? await townshipOf(ctx) : '';
  const step = compute(request, { today, calendar: ctx.calendar, local, township });
  const used = SHOWN.flatMap((code) => inForce(figures, code, (asThen && past?.day) || today));
  const end = ending(step);
  const factIds = step.kind === 'ask' ? (FACTS[request.calculator] ?? []) : end.factIds;
  return {
    request,
    step,
    ...end,
    factIds,
    figures: used,
    yields: step.kind === 'gap',
    note: past && (asThen ? words.asThen(past.said) : words.onlyNow(past.said)),
    ofDocument: request.inputs['counted'] !== undefined,
  };
}

/** The one township the asker has a post at. */
async function townshipOf({ db, actor }: Ctx): Promise<string> {
  const codes = [
    ...new Set(
      grantsOf(actor)
        .filter(({ tier }) => tier === 'township')
        .map(({ unit }) => unit),
    ),
  ];
  const [unit, second] = codes.length === 1 ? await findUnits(db, codes) : [];
  return unit && !second ? unit.name : '';
}

function ending(step: Step<Calculation>): Pick<Calculated, 'decision' | 'reason' | 'factIds' | 'missing'> {
  const none: readonly string[] = [];
  if (step.kind === 'ask')
    return {
      decision: 'calculate',
      reason: step.problem ? 'value_unclear' : 'value_missing',
      factIds: none,
      missing: none,
    };
  if (step.kind === 'gap')
    return {
      decision: 'local_gap',
      reason: 'local_figure_missing',
      factIds: step.factIds,
      missing: step.codes,
    };
  if (step.kind === 'no_calendar')
    return { decision: 'local_gap', reason: 'calendar_missing', factIds: step.factIds, missing: none };
  const { result } = step;
  const { factIds } = result;
  if (result.kind === 'own_unit')
    return { decision: 'local_gap', reason: 'own_figures', factIds, missing: none };
  if (result.kind === 'years' && result.ruleMissing)
    return { decision: 'local_gap', reason: 'local_figure_missing', factIds, missing: ['LOC-03'] };
  return {
    decision: 'calculate',
    reason: result.kind === 'unclear_table' ? 'value_unclear' : 'computed',
    factIds,
    missing: none,
  };
}
