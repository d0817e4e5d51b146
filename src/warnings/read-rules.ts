import { asc } from 'drizzle-orm';
import { warningRule } from '../../db/schema/index.ts';
import type { Month } from '../kernel/period.ts';
import type { Db } from '../store/db.ts';
import { DEFAULTS, type Parameters } from './rules/parameters.ts';

export interface RuleVersion {
  version: string;
  /** The packaged rules apply from the beginning. */
  fromMonth: Month;
  note: string;
  parameters: Parameters;
}

/** Every version of the rules, in the order in which they take over. */
export interface Rules {
  versions: RuleVersion[];
  inForce(month: Month): Parameters;
  named(version: string): Parameters | undefined;
}

const PACKAGED: RuleVersion = {
  version: DEFAULTS.version,
  fromMonth: '2000-01',
  note: '',
  parameters: DEFAULTS,
};

export async function readRules(db: Db): Promise<Rules> {
  const stored = await db
    .select()
    .from(warningRule)
    .orderBy(asc(warningRule.fromMonth), asc(warningRule.createdAt), asc(warningRule.version));
  return rulesOf([
    PACKAGED,
    // A version stored before a parameter was invented works with that parameter's default.
    ...stored.map((row) => ({ ...row, parameters: { ...DEFAULTS, ...row.parameters } })),
  ]);
}

export function rulesOf(versions: RuleVersion[]): Rules {
  return {
    versions,
    inForce: (month) => versions.findLast((one) => one.fromMonth <= month)?.parameters ?? DEFAULTS,
    named: (version) => versions.find((one) => one.version === version)?.parameters,
  };
}
