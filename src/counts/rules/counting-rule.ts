import type { Month } from '../../kernel/period.ts';

export interface CountingRule {
  version: string;
  fromMonth: Month;
}

/** The version in force in a month; empty before the first one. */
export function versionIn(month: Month, rules: readonly CountingRule[]): string {
  return rules
    .filter((rule) => rule.fromMonth <= month)
    .reduce((found, rule) => (rule.fromMonth >= found.fromMonth ? rule : found), {
      version: '',
      fromMonth: '',
    }).version;
}
