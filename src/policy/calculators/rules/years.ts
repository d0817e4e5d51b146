import { COMPUTE } from './lexicon.ts';
import * as lexicon from './lexicon-allowance.ts';
import { readStints, type Service, serviceOf, stintsText } from './service.ts';
import { type Calculator, done, inputsOf, type Step } from './step.ts';

/** Service put together from several spans, as is common practice (BT-11); the local rule decides (LOC-03). */
export interface YearsOfService extends Service {
  kind: 'years';
  factIds: readonly string[];
  /** Nobody has entered the local rule. */
  ruleMissing: boolean;
}

export const years: Calculator<YearsOfService> = {
  read(said) {
    if (!lexicon.SERVICE_ASKED.test(said) && !COMPUTE.test(said)) return undefined;
    if (!lexicon.IN_TOWNSHIP.test(said)) return undefined;
    const stints = readStints(said);
    return stints.length > 1 ? inputsOf({ years: stintsText(stints) }) : undefined;
  },

  compute(inputs, { today, local }): Step<YearsOfService> {
    const service = serviceOf(inputs, today);
    if ('kind' in service) return service;
    return done({ kind: 'years', factIds: ['BT-11'], ...service, ruleMissing: !local.serviceRules });
  },
};
