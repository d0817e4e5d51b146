import type { Month } from '../../kernel/period.ts';

export interface CountingRule {
  version: string;
  fromMonth: Month;
}

/** The rule in force in a month; undefined before the first one. */
export function ruleIn<R extends CountingRule>(month: Month, rules: readonly R[]): R | undefined {
  return rules
    .filter((rule) => rule.fromMonth <= month)
    .reduce<R | undefined>(
      (found, rule) => (found && found.fromMonth > rule.fromMonth ? found : rule),
      undefined,
    );
}

/** The version in force in a month; empty before the first one. */
export function versionIn(month: Month, rules: readonly CountingRule[]): string {
  return ruleIn(month, rules)?.version ?? '';
}
