/** What one scope and indicator looked like at the end of a month, emergencies left out; null where undefined. */
export interface Figures {
  /** 1 … 12. */
  month: number;
  amount: number;
  monthLastYear: number | null;
  monthYearOnYear: number | null;
  monthGate: boolean | null;
  total: number;
  plan: number | null;
  execution: number | null;
  elapsed: number | null;
  gap: number | null;
  lastYear: number | null;
  yearOnYear: number | null;
  gate: boolean | null;
  lastYearTotal: number | null;
  forecast: number | null;
  cap: number | null;
  remaining: number | null;
  unplannedShare: number | null;
  quarterShare: number | null;
  spikeLine: number | null;
  /** Enough units have reported, and the unit itself if the scope is one. */
  complete: boolean;
  /** This year and last year were counted under one rule. */
  sameRule: boolean;
}
