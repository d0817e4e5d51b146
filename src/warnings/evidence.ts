import type { Relief } from './rules/relief.ts';
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
  /** Level of the month's triggers alone, when a higher one still stands. */
  reached?: number;
  /** Why nothing was told, when a person decided so. */
  silence?: { author: string; reason: string; until: string };
  /** Kept for what is sent only. */
  relief?: Relief;
  /** Cumulated figures by month, January first; kept for what is sent only. */
  lines?: {
    /** The year's plan at the pace of the workdays. */
    plan: (number | null)[];
    now: number[];
    lastYear: (number | null)[];
  };
}
