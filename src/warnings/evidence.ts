import type { Held, Trigger } from './rules/triggers.ts';

/** What a decision was made upon, kept as it was: a later correction of figures does not change what was said. */
export interface Evidence {
  triggers: Trigger[];
  held: Held[];
  total: number;
  plan: number | null;
  remaining: number | null;
  monthlyAllowance: number | null;
  emergency: number;
  /** Cumulated figures by month, January first; kept for what is sent only. */
  lines?: {
    /** The year's plan at the pace of the workdays. */
    plan: (number | null)[];
    now: number[];
    lastYear: (number | null)[];
  };
}
