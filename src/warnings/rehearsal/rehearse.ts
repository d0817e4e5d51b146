import { type Grounds, type Indicator, levelName } from '../../counts/window.ts';
import { type Month, monthsThrough } from '../../kernel/period.ts';
import { type GradedYear, gradeYear, levelScopes, unitScopes } from '../assess.ts';
import { decideMonth } from '../decide-scope.ts';
import type { Rules } from '../read-rules.ts';
import { noticeKey } from '../repo.ts';
import { toldAfter } from '../rules/decide.ts';
import type { Rule } from '../rules/triggers.ts';

/** One decision that would have been made. */
interface Rehearsed {
  scope: string;
  /** Name of the unit; empty for the level as a whole. */
  name: string;
  indicator: Indicator;
  level: number;
  decision: 'send' | 'hold';
  reason: string;
  rules: Rule[];
}

export interface RehearsedMonth {
  month: Month;
  /** What would have gone out, by level; `recovered` counts ends of episodes. */
  sent: { note: number; warning: number; correction: number; recovered: number };
  /** What would have been held, by reason. */
  held: Record<string, number>;
  sends: Rehearsed[];
}

/** From the first word about a scope to the break of its plan. */
export interface Lead {
  scope: string;
  name: string;
  indicator: Indicator;
  /** Each rise in order, and ends of episodes as level 0. */
  told: { month: Month; level: number; rules: Rule[] }[];
  /** First month whose cumulated count is above the year's plan. */
  brokenAt: Month | null;
  /** Months between the first word and that; null while the plan holds. */
  monthsAhead: number | null;
}

const SENT = ['', 'note', 'warning', 'correction'] as const;

/**
 * A year replayed month by month, as the monthly job would have decided it with the figures and plans as they are now,
 * each month remembering what the months before would have told. Writes nothing, sends nothing, minds no silences.
 */
export function rehearse(grounds: Grounds, rules: Rules): { months: RehearsedMonth[]; leads: Lead[] } {
  const months = monthsThrough(grounds.month);
  const whole = levelScopes(grounds).map((scope) => gradeYear(grounds, scope, rules.inForce));
  const units = unitScopes(grounds).map((scope) => gradeYear(grounds, scope, rules.inForce));
  const told = new Map<string, number>();
  const replayed = months.map((month, i): RehearsedMonth => {
    const standing = new Map(whole.map((year) => [year.indicator, year.grades[i]?.level ?? 0]));
    const held: Record<string, number> = {};
    const sends: Rehearsed[] = [];
    for (const year of [...whole, ...units]) {
      const key = noticeKey(year.scope, year.indicator);
      const before = told.get(key) ?? 0;
      const desk = {
        rules,
        silences: [],
        told: () => before,
        wholeLevel: () => (year.unit === undefined ? undefined : standing.get(year.indicator)),
      };
      const { decision, grade } = decideMonth(year, i + 1, desk, month);
      told.set(key, toldAfter(before, decision, grade.level));
      if (decision.decision === 'hold') held[decision.reason] = (held[decision.reason] ?? 0) + 1;
      else
        sends.push({
          scope: year.scope,
          name: nameOf(grounds, year),
          indicator: year.indicator,
          level: grade.level,
          ...decision,
          rules: grade.triggers.map(({ rule }) => rule),
        });
    }
    return { month, sent: counted(sends), held, sends };
  });
  return { months: replayed, leads: leadsOf([...whole, ...units], replayed, grounds) };
}

function nameOf(grounds: Grounds, year: GradedYear): string {
  return year.scope === levelName(grounds.county) ? '' : (year.members[0]?.name ?? '');
}

function counted(sends: readonly Rehearsed[]): RehearsedMonth['sent'] {
  const sent = { note: 0, warning: 0, correction: 0, recovered: 0 };
  for (const { level } of sends) sent[SENT[level] || 'recovered']++;
  return sent;
}

function leadsOf(
  years: readonly GradedYear[],
  replayed: readonly { month: Month; sends: readonly Rehearsed[] }[],
  grounds: Grounds,
): Lead[] {
  const sent = Map.groupBy(
    replayed.flatMap(({ month, sends }, i) => sends.map((send) => ({ ...send, month, i }))),
    ({ scope, indicator }) => noticeKey(scope, indicator),
  );
  return years.flatMap((year): Lead[] => {
    const own = sent.get(noticeKey(year.scope, year.indicator)) ?? [];
    const [first] = own;
    if (!first) return [];
    const broken = year.statistics.findIndex(({ total, plan }) => plan.value && total > plan.value);
    return [
      {
        scope: year.scope,
        name: nameOf(grounds, year),
        indicator: year.indicator,
        told: own.map(({ month, level, rules }) => ({ month, level, rules })),
        brokenAt: broken < 0 ? null : (replayed[broken]?.month ?? null),
        monthsAhead: broken < 0 ? null : broken - first.i,
      },
    ];
  });
}
