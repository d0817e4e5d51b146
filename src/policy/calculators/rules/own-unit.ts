import * as lexicon from './lexicon-plan.ts';
import { readCounts } from './read-counts.ts';
import { type Calculator, done, inputsOf, type Step } from './step.ts';

/** The own unit's plan and pace stand in the monthly figures; chat answers from what is in the question only. */
export interface OwnUnit {
  kind: 'own_unit';
  factIds: readonly string[];
}

export const ownUnit: Calculator<OwnUnit> = {
  read(said) {
    if (!lexicon.OWN_UNIT.test(said) || !lexicon.OWN_ASKED.test(said)) return undefined;
    if (!lexicon.ABOUT_PLAN.test(said) || readCounts(said).length > 0) return undefined;
    return inputsOf({ asked: 'yes' });
  },

  compute: (): Step<OwnUnit> => done({ kind: 'own_unit', factIds: ['FW-01', 'TJ-04'] }),
};
