import { dayOf } from '../../kernel/day.ts';
import { yearOf } from '../../kernel/period.ts';
import type { Ctx } from '../../store/context.ts';
import { readHealth } from '../verbs/read-health.ts';
import type { Health, MachineHealth, PlatformHealth, Verdict } from './rules/facts.ts';
import { judge } from './rules/judge.ts';
import { findingText } from './words.ts';

export interface Finding extends Verdict {
  text: string;
}

/** What the database cannot tell, looked at by whoever can reach the platform and the machine. */
export interface Readings {
  platform?: PlatformHealth | undefined;
  machine: MachineHealth;
}

export interface Examination {
  findings: Finding[];
  health: Health;
}

/** All checks as of now; reads only. */
export async function examine(ctx: Ctx, readings: Readings): Promise<Examination> {
  const day = dayOf(ctx.now);
  const health = await readHealth(ctx);
  const facts = { now: ctx.now, year: yearOf(day), monthDay: day.slice(5), health, ...readings };
  const findings = judge(facts).map((verdict) => ({
    ...verdict,
    text: findingText(verdict.name, verdict.level, facts),
  }));
  return { findings, health };
}
